import type { Progress } from 'ailamgi/custom';
import type { Event, Span } from 'ailamgi/types';
import { html, nothing, type TemplateResult } from 'lit';
import { language, t, type Key } from '../i18n/index.ts';
import { light, type Target } from '../state/light.ts';
import { edit, remove, retry } from '../state/queue.ts';
import { store, VIEWS, type OpenArticle, type View as ViewName } from '../state/store.ts';
import { ICONS } from './icons.ts';
import { progressBar, shareOf } from './progress_bar.ts';
import { View } from './view.ts';

const LABELS: Record<ViewName, Key> = {
  article: 'viewArticle',
  cards: 'viewCards',
  timeline: 'viewTimeline',
  graph: 'viewGraph',
  table: 'viewTable',
  words: 'viewWords',
};

/** The article on one side, who did what on the other. */
class ReaderView extends View {
  #unlisten: (() => void) | undefined;
  #pinned: Target | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unlisten = light.listen(() => {
      if (light.pinned === this.#pinned) return;
      this.#pinned = light.pinned;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unlisten?.();
  }

  // On a phone the tabs are wider than the screen: the chosen one must be in sight.
  protected override updated(): void {
    const tab = this.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    const strip = this.querySelector<HTMLElement>('.tabs');
    if (!tab || !strip || tab.offsetParent === null) return;
    const { left, right } = tab.getBoundingClientRect();
    if (left < 0 || right > strip.clientWidth - 60) strip.scrollLeft += left - 60;
  }

  protected override willUpdate(): void {
    light.shineOn(this.index);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { article } = store;
    if (!article) return nothing;
    if (!article.index) return this.#waiting(article);
    const { view } = store.state;
    const panel = view === 'article' ? 'cards' : view;
    return html`<div class="reader" data-view=${view}>
      <h1 class="unseen" lang="vi">${article.title}</h1>
      <div class="tabs">
        <div role="tablist" aria-label=${t('views')} @keydown=${this.#tabKey}>
        ${VIEWS.map(
          (name) =>
            html`<button
              role="tab"
              id="tab-${name}"
              data-view=${name}
              aria-selected=${name === view}
              aria-controls="panel"
              tabindex=${name === view ? 0 : -1}
              @click=${() => store.set({ view: name })}
            >
              ${t(LABELS[name])}
            </button>`,
        )}
        </div>
        <span class="spacer"></span>
        <button class="quiet take-away" title=${t('takeAway')} @click=${() => store.set({ dialog: 'take-away' })}>
          ${ICONS.take}<span>${t('takeAway')}</span>
        </button>
      </div>
      <article-view></article-view>
      <div class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${view}" tabindex="0">
        ${article.index.analysis.language === 'vi' ? nothing : html`<p class="notice">${t('notVietnamese')}</p>`}
        ${panel === 'cards' ? html`<summary-view></summary-view><ask-box></ask-box><cards-view></cards-view>` : nothing}
        ${panel === 'timeline' ? html`<timeline-view></timeline-view>` : nothing}
        ${panel === 'graph' ? html`<graph-view></graph-view>` : nothing}
        ${panel === 'table' ? html`<table-view></table-view>` : nothing}
        ${panel === 'words' ? html`<words-view></words-view>` : nothing}
      </div>
      ${this.#pinnedBar()}
    </div>`;
  }

  #waiting(article: OpenArticle): TemplateResult {
    const { progress, failure } = article;
    if (failure)
      return html`<section class="waiting" role="alert">
        <h1>${article.title}</h1>
        <p>${failure.message[language()]}</p>
        <div class="actions">
          <button class="primary" @click=${() => retry(article)}>${t('retry')}</button>
          <button class="quiet" @click=${() => edit(article)}>${t('editText')}</button>
          <button class="quiet" @click=${() => remove(article)}>${t('remove')}</button>
        </div>
      </section>`;
    const stage: Record<string, Key> = {
      waiting: 'stageQueued',
      loading: 'stageLoading',
      analyzing: 'stageAnalyzing',
      receiving: 'stageReceiving',
    };
    return html`<section class="waiting" aria-busy="true">
      <h1 lang="vi">${article.title}</h1>
      <p role="status">${t(stage[progress?.stage ?? 'waiting']!)}</p>
      <div class="way">${progressBar(t('progress'), progress)}<span aria-hidden="true">${percent(progress)}</span></div>
      <div class="actions"><button class="quiet" @click=${() => edit(article)}>${t('cancel')}</button></div>
    </section>`;
  }

  #pinnedBar(): TemplateResult | typeof nothing {
    const pinned = light.pinned;
    const { index } = this;
    if (!pinned || !index) return nothing;
    const event = pinned.kind === 'event' ? index.event(pinned.id) : undefined;
    const quote = pinned.kind === 'quote' ? index.quote(pinned.id) : undefined;
    const name =
      (pinned.kind === 'entity' ? index.entity(pinned.id)?.name : undefined) ??
      (event ? index.slice(deedOf(event)) : quote ? `“${index.slice(quote).slice(0, 40)}…”` : '');
    return html`<div class="pinned" role="status">
      <span>${t('pinned', { name })}</span>
      <button class="quiet" @click=${() => light.pin(undefined)}>${t('unpin')}</button>
    </div>`;
  }

  readonly #tabKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const tabs = [...this.querySelectorAll<HTMLElement>('[role=tab]')].filter((tab) => tab.offsetParent !== null);
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  };
}
customElements.define('reader-view', ReaderView);

/** What was done and to whom, where that follows. */
const deedOf = ({ did, what }: Event): Span => ({ start: did.start, end: what && what.start >= did.end ? what.end : did.end });

function percent(progress: Progress | undefined): string {
  const share = progress && shareOf(progress);
  return share === undefined ? '' : `${Math.round(100 * share)}%`;
}
