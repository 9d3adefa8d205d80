import type { Event } from 'ailamgi/types';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { wordsOf } from '../model/sentence_of_event.ts';
import { light } from '../state/light.ts';
import { reveal } from '../state/store.ts';

/** How sure and of what kind an event is, in words. */
export const flagsOf = (event: Event): TemplateResult => html`${event.negated
  ? html`<span class="flag no">${t('negated')}</span>`
  : nothing}${event.mode === 'plan' ? html`<span class="flag plan">${t('plan')}</span>` : nothing}${event.mode ===
'maybe'
  ? html`<span class="flag maybe">${t('maybe')}</span>`
  : nothing}${event.passive ? html`<span class="flag passive">${t('passive')}</span>` : nothing}`;

/** Shows the event in the article and keeps it lit. */
export function follow(event: Event): void {
  light.pin({ kind: 'event', id: event.id });
  reveal(event.did);
}

/** One deed, as a button that leads to its place in the article; who did it and when only where nothing around it says so. */
export function eventLine(
  index: ArticleIndex,
  event: Event,
  { withActor = false, withTime = true }: { withActor?: boolean; withTime?: boolean } = {},
): TemplateResult {
  const words = wordsOf(index, event);
  const around = [withTime ? words.when : '', words.where].filter((part) => part !== '').join(' · ');
  return html`<li>
    <button class="deed" data-event=${event.id} @click=${() => follow(event)}>
      ${flagsOf(event)}
      ${withActor && words.who !== '' ? html`<span class="who">${words.who}</span> ` : nothing}<span class="did"
        >${words.did}</span
      >
      <span class="what">${words.what}</span>
      ${around === '' ? nothing : html`<span class="around">${around}</span>`}
      ${words.source === '' ? nothing : html`<span class="around src">${t('accordingTo', { name: words.source })}</span>`}
    </button>
  </li>`;
}
