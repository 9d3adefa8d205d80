import type { EntityId, Event } from 'ailamgi/types';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { circumstancesOf, clauseOf } from '../model/sentence_of_event.ts';
import { light } from '../state/light.ts';
import { reveal } from '../state/store.ts';

/** How sure and of what kind an event is, in words. */
export const flagsOf = (event: Event): TemplateResult => html`${event.negated
  ? html`<span class="flag no">${t('negated')}</span>`
  : nothing}${event.mode === 'plan' ? html`<span class="flag plan">${t('plan')}</span>` : nothing}${event.mode ===
'maybe'
  ? html`<span class="flag maybe">${t('maybe')}</span>`
  : nothing}${event.passive && event.mark === undefined ? html`<span class="flag passive">${t('passive')}</span>` : nothing}`;

/** Shows the event in the article and keeps it lit. */
export function follow(event: Event): void {
  light.pin({ kind: 'event', id: event.id });
  reveal(event.did);
}

/**
 * One deed, as a button that leads to its place in the article. Whose name it stands under, and a time that stands
 * above it, are not said again.
 */
export function eventLine(
  index: ArticleIndex,
  event: Event,
  { owner = null, withTime = true }: { owner?: EntityId | null; withTime?: boolean } = {},
): TemplateResult {
  const { when, where } = circumstancesOf(index, event);
  const source = index.nameOf(event.source);
  const around = [withTime ? when : '', where].filter((part) => part !== '').join(' · ');
  return html`<li>
    <button class="deed" data-event=${event.id} @click=${() => follow(event)}>
      ${flagsOf(event)}
      ${clauseOf(index, event, owner).map(({ part, text }) => html`<span class=${part}>${text}</span> `)}
      ${around === '' ? nothing : html`<span class="around">${around}</span>`}
      ${source === '' ? nothing : html`<span class="around src">${t('accordingTo', { name: source })}</span>`}
    </button>
  </li>`;
}
