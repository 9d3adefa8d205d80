import type { Event, Span } from 'ailamgi/types';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { t, type Key } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { placedAt, type Placed } from '../model/placed.ts';
import { light, targetAt } from '../state/light.ts';
import { store } from '../state/store.ts';
import { drawArticle } from './draw_article.ts';
import { glyph } from './glyph.ts';
import { View } from './view.ts';

const TYPES = ['PER', 'ORG', 'LOC', 'MISC', 'TIME', 'MONEY', 'PERCENT'] as const;
const NAMED = new Set<string>(['PER', 'ORG', 'LOC', 'MISC']);
const PARTS = ['who', 'did', 'what', 'when', 'where', 'source'] as const;

/** The article itself, with everything that was found in it marked. */
class ArticleView extends View {
  #drawn: ArticleIndex | undefined;
  #placed: Placed[] = [];
  #abort = new AbortController();
  #unlisten: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('ailamgi-reveal', this.#reveal);
    this.#unlisten = light.listen((_, target) =>
      this.#paint(target?.kind === 'event' ? this.index?.event(target.id) : undefined),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('ailamgi-reveal', this.#reveal);
    this.#unlisten?.();
    this.#abort.abort();
  }

  protected override render(): TemplateResult {
    const hidden = store.state.hiddenTypes;
    return html`<div class="legend" role="group" aria-label=${t('markOnOff')}>
        ${this.#types().map(
          (type) =>
            html`<button aria-pressed=${!hidden.has(type)} class="chip" @click=${() => this.#toggle(type)}>
              ${NAMED.has(type) ? glyph(type) : nothing}<span class="mention name ${type}">${t(type as Key)}</span>
            </button>`,
        )}
      </div>
      <article
        lang="vi"
        aria-label=${t('viewArticle')}
        class=${[...hidden].map((type) => `hide-${type}`).join(' ')}
        @click=${this.#click}
        @keydown=${this.#key}
      ></article>`;
  }

  protected override updated(_: PropertyValues): void {
    if (this.index === this.#drawn) return;
    this.#drawn = this.index;
    void this.#draw();
  }

  async #draw(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const host = this.querySelector('article')!;
    host.replaceChildren();
    this.#placed = [];
    if (!this.index) return;
    host.setAttribute('aria-busy', 'true');
    const placed = await drawArticle(host, this.index, signal);
    if (signal.aborted) return;
    this.#placed = placed;
    host.removeAttribute('aria-busy');
  }

  #types(): string[] {
    const { entities = [], values = [] } = this.index?.analysis ?? {};
    const present = new Set<string>([...entities, ...values].map((thing) => thing.type));
    return TYPES.filter((type) => present.has(type));
  }

  #toggle(type: string): void {
    const hidden = new Set(store.state.hiddenTypes);
    if (!hidden.delete(type)) hidden.add(type);
    store.set({ hiddenTypes: hidden });
  }

  readonly #click = (event: MouseEvent): void => {
    const target = targetAt(event.target);
    if (!target) return light.pin(undefined);
    event.preventDefault();
    light.pin(target);
    const card = document.getElementById(target.kind === 'entity' ? `actor-${target.id}` : '');
    card?.scrollIntoView({ block: 'nearest' });
  };

  // One stop of the Tab key for the whole article; arrows go from name to name.
  readonly #key = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLAnchorElement)) return;
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a.mention')];
    const next = links[links.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };

  readonly #reveal = (event: globalThis.Event): void => {
    const span = (event as CustomEvent<Span>).detail;
    if (getComputedStyle(this).display === 'none') store.set({ view: 'article' });
    void this.updateComplete.then(() => {
      const node = this.#range(span)?.startContainer.parentElement;
      node?.scrollIntoView({ block: 'center' });
    });
  };

  /** Colours the parts of an event in the text without touching its elements. */
  #paint(event: Event | undefined): void {
    if (!('highlights' in CSS)) return;
    for (const part of PARTS) {
      const range = event?.[part] ? this.#range(event[part]) : undefined;
      if (range) CSS.highlights.set(`part-${part}`, new Highlight(range));
      else CSS.highlights.delete(`part-${part}`);
    }
  }

  #range({ start, end }: Span): Range | undefined {
    const from = placedAt(this.#placed, start);
    const to = placedAt(this.#placed, Math.max(start, end - 1));
    if (!from || !to) return undefined;
    const range = new Range();
    range.setStart(from.node, Math.min(start - from.start, from.node.length));
    range.setEnd(to.node, Math.min(end - to.start, to.node.length));
    return range;
  }
}
customElements.define('article-view', ArticleView);
