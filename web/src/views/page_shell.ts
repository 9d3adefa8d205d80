import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { takeTransfer } from '../intake/intake.ts';
import { remove } from '../state/queue.ts';
import { choose } from '../state/settings.ts';
import { store } from '../state/store.ts';
import { applyUpdate } from '../state/offline.ts';
import { ICONS } from './icons.ts';
import { progressBar } from './progress_bar.ts';
import { View } from './view.ts';

/** The frame of the page: masthead, open articles, and either the start or the reader. */
class PageShell extends View {
  static override properties = { dragging: { state: true } };
  declare dragging: boolean;
  #shown: number | undefined;

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

  protected override updated(): void {
    const { current } = store.state;
    if (current === this.#shown) return;
    requestAnimationFrame(this.#begin);
    // On a phone the open articles are wider than the screen.
    this.querySelector('.queue [aria-current=true]')?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#shown = current;
  }

  protected override render(): TemplateResult {
    const { articles, current, theme, language, updateReady, notice } = store.state;
    const other = theme === 'dark' ? 'light' : 'dark';
    const start = (): void => store.set({ current: undefined, notice: '' });
    return html`<a class="skip" href="#main" @click=${this.#skip}>${t('skip')}</a>
      <header class="masthead">
        ${current === undefined
          ? nothing
          : html`<button class="brand" aria-label=${`${t('name')} ${t('newArticle')}`} @click=${start}>
              <span class="ai">Ai</span> <span class="lam">làm</span> <span class="gi">gì?</span>
            </button>`}
        <nav aria-label=${t('tools')}>
          ${current === undefined ? nothing : tool(ICONS.add, t('newArticle'), start)}
          ${tool(ICONS.keep, t('history'), () => store.set({ dialog: 'history' }))}
          ${tool(ICONS.about, t('about'), () => store.set({ dialog: 'about' }))}
          ${tool(ICONS[other], t(other === 'dark' ? 'themeDark' : 'themeLight'), () => choose({ theme: other }))}
          <button
            class="quiet language"
            lang=${language === 'vi' ? 'en' : 'vi'}
            title=${t('languageLabel')}
            @click=${() => choose({ language: language === 'vi' ? 'en' : 'vi' })}
          >
            <span class="name">${t('language')}</span><span class="code" aria-hidden="true">${language === 'vi' ? 'EN' : 'VI'}</span>
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
      ${notice !== '' && current !== undefined ? noticeBar(notice) : nothing}
      ${articles.length > 1 || (articles.length === 1 && current === undefined) ? this.#queue() : nothing}
      <main id="main" tabindex="-1">
        ${current === undefined ? html`<start-view></start-view>` : html`<reader-view></reader-view>`}
      </main>
      <page-dialog></page-dialog>
      ${this.dragging ? html`<div class="drop" aria-hidden="true">${t('dropHere')}</div>` : nothing}`;
  }

  #queue(): TemplateResult {
    const { articles, current } = store.state;
    return html`<nav aria-label=${t('articles')}><ul class="queue">
      ${articles.map(
        (article) => html`<li class=${article.failure ? 'failed' : article.index ? 'done' : 'busy'}>
          <button class="open" lang="vi" aria-current=${article.id === current} @click=${() => store.set({ current: article.id })}>
            ${article.title}
          </button>
          ${article.progress ? progressBar(article.title, article.progress) : nothing}
          <button class="quiet" aria-label=${`${t(article.progress ? 'cancel' : 'remove')}: ${article.title}`} @click=${() => remove(article)}>${ICONS.close}</button>
        </li>`,
      )}
    </ul></nav>`;
  }

  /** What takes the place of what was read begins at its top, for eyes and for screen readers. */
  readonly #begin = (): void => {
    scrollTo({ top: 0, behavior: 'instant' });
    if (document.activeElement === document.body) this.querySelector<HTMLElement>('#main')!.focus({ preventScroll: true });
  };

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

/** A button of the masthead: on a phone only its drawing is seen, its name is still read out. */
const tool = (icon: TemplateResult, name: string, use: () => void): TemplateResult =>
  html`<button class="quiet tool" title=${name} @click=${use}>${icon}<span>${name}</span></button>`;

const noticeBar = (notice: string): TemplateResult =>
  html`<div class="notice" role="alert">
    <p>${notice}</p>
    <button class="quiet" aria-label=${t('dismiss')} @click=${() => store.set({ notice: '' })}>${ICONS.close}</button>
  </div>`;
