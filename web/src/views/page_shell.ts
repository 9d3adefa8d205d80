import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { takeTransfer } from '../intake/intake.ts';
import { remove } from '../state/queue.ts';
import { choose } from '../state/settings.ts';
import { store } from '../state/store.ts';
import { applyUpdate } from '../state/offline.ts';
import { View } from './view.ts';

/** The frame of the page: masthead, open articles, and either the start or the reader. */
class PageShell extends View {
  static override properties = { dragging: { state: true } };
  declare dragging: boolean;

  constructor() {
    super();
    this.dragging = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('dragover', this.#drag);
    addEventListener('dragleave', this.#drag);
    addEventListener('drop', this.#drag);
    addEventListener('paste', this.#paste);
  }

  protected override render(): TemplateResult {
    const { articles, current, theme, language, updateReady } = store.state;
    const other = theme === 'dark' ? 'light' : 'dark';
    return html`<a class="skip" href="#main" @click=${this.#skip}>${t('skip')}</a>
      <header class="masthead">
        <button class="brand" aria-label=${`${t('name')} ${t('newArticle')}`} @click=${() => store.set({ current: undefined, notice: '' })}>
          <span class="ai">Ai</span> <span class="lam">làm</span> <span class="gi">gì?</span>
        </button>
        <nav aria-label=${t('about')}>
          ${current === undefined
            ? nothing
            : html`<button class="quiet" @click=${() => store.set({ current: undefined, notice: '' })}>${t('newArticle')}</button>`}
          <button class="quiet" @click=${() => store.set({ dialog: 'history' })}>${t('history')}</button>
          <button class="quiet" @click=${() => store.set({ dialog: 'about' })}>${t('about')}</button>
          <button class="quiet" aria-pressed=${theme === 'dark'} @click=${() => choose({ theme: other })}>
            ${other === 'dark' ? t('themeDark') : t('themeLight')}
          </button>
          <button class="quiet" lang=${language === 'vi' ? 'en' : 'vi'} @click=${() => choose({ language: language === 'vi' ? 'en' : 'vi' })}>
            ${t('language')}
          </button>
        </nav>
      </header>
      ${updateReady
        ? html`<div class="update" role="status">
            <span>${t('updateReady')}</span>
            <button class="primary" @click=${applyUpdate}>${t('update')}</button>
            <button class="quiet" @click=${() => store.set({ updateReady: false })}>${t('later')}</button>
          </div>`
        : nothing}
      ${articles.length > 1 || (articles.length === 1 && current === undefined) ? this.#queue() : nothing}
      <main id="main" tabindex="-1">
        ${current === undefined ? html`<start-view></start-view>` : html`<reader-view></reader-view>`}
      </main>
      <page-dialog></page-dialog>
      ${this.dragging ? html`<div class="drop" aria-hidden="true">${t('dropHere')}</div>` : nothing}`;
  }

  #queue(): TemplateResult {
    const { articles, current } = store.state;
    return html`<ul class="queue" aria-label=${t('articles')}>
      ${articles.map(
        (article) => html`<li class=${article.failure ? 'failed' : article.index ? 'done' : 'busy'}>
          <button class="open" lang="vi" aria-current=${article.id === current} @click=${() => store.set({ current: article.id })}>
            ${article.title}
          </button>
          ${article.progress ? html`<progress max="1" aria-label=${article.title} .value=${article.progress.done ?? nothing}></progress>` : nothing}
          <button class="quiet" aria-label=${`${t(article.progress ? 'cancel' : 'remove')}: ${article.title}`} @click=${() => remove(article)}>×</button>
        </li>`,
      )}
    </ul>`;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#main')!.focus();
  };

  readonly #drag = (event: DragEvent): void => {
    const types = event.dataTransfer?.types ?? [];
    if (!types.includes('Files') && !types.includes('text/plain')) return;
    event.preventDefault();
    this.dragging = event.type === 'dragover';
    if (event.type === 'drop' && event.dataTransfer) void takeTransfer(event.dataTransfer);
  };

  // A paste anywhere but in a field opens the article at once.
  readonly #paste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('input, textarea'))) return;
    if (event.clipboardData) void takeTransfer(event.clipboardData);
  };
}
customElements.define('page-shell', PageShell);
