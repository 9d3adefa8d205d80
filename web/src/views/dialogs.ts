import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { csvOf, type Separator } from '../exports/csv.ts';
import { conlluOf } from '../exports/conllu.ts';
import { markdownOf } from '../exports/markdown.ts';
import { graphSvg, pngOf, timelineSvg } from '../exports/pictures.ts';
import { fileName, save } from '../exports/save.ts';
import { bookmarklet } from '../intake/bookmarklet.ts';
import { LONGEST_LINK, toFragment } from '../intake/link.ts';
import { isKeeping, keep, kept, setKeeping, wipe, type KeptArticle } from '../state/history.ts';
import { open } from '../state/queue.ts';
import { store } from '../state/store.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { ICONS } from './icons.ts';
import { View } from './view.ts';

/** The page's one dialog, with what the store says is in it. */
class PageDialog extends View {
  static override properties = { separator: { state: true }, said: { state: true }, articles: { state: true } };
  declare separator: Separator;
  declare said: string;
  declare articles: KeptArticle[];

  constructor() {
    super();
    this.separator = ',';
    this.said = '';
    this.articles = [];
  }

  protected override render(): TemplateResult {
    const { dialog } = store.state;
    return html`<dialog aria-labelledby="dialog-title" @close=${() => store.set({ dialog: undefined })} @click=${this.#outside}>
      ${dialog === undefined
        ? nothing
        : html`<div class="sheet">
            <header>
              <h2 id="dialog-title">${this.#title(dialog)}</h2>
              <button class="quiet" aria-label=${t('close')} title=${t('close')} @click=${() => this.querySelector('dialog')!.close()}>
                ${ICONS.close}
              </button>
            </header>
            ${dialog === 'take-away' ? this.#takeAway() : nothing}${dialog === 'history' ? this.#history() : nothing}
            ${dialog === 'about' ? this.#about() : nothing}${dialog === 'address' ? this.#address() : nothing}
            <p class="status" role="status">${this.said}</p>
          </div>`}
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog')!;
    if (store.state.dialog !== undefined && !dialog.open) {
      this.said = '';
      dialog.showModal();
      void this.#readHistory();
    } else if (store.state.dialog === undefined && dialog.open) dialog.close();
  }

  #title(dialog: string): string {
    return dialog === 'take-away'
      ? t('takeAway')
      : dialog === 'history'
        ? t('history')
        : dialog === 'address'
          ? t('urlTitle')
          : t('about');
  }

  #takeAway(): TemplateResult | typeof nothing {
    const index = this.index;
    if (!index) return html`<p>${t('nothingHere')}</p>`;
    const csv = (): string => csvOf(index, this.separator);
    const json = (): string => JSON.stringify({ text: index.text, ...index.analysis }, null, 1);
    const separator = html`<label class="inline"
      >${t('separator')}
      <select @change=${(event: Event) => (this.separator = (event.target as HTMLSelectElement).value as Separator)}>
        <option value=",">${t('comma')}</option>
        <option value=";">${t('semicolon')}</option>
        <option value="	">${t('tab')}</option>
      </select></label
    >`;
    return html`<h3>${t('texts')}</h3>
      <ul class="formats">
        ${this.#text(index, 'Markdown', 'md', 'text/markdown;charset=utf-8', () => markdownOf(index))}
        <li>
          <span class="format">${t('printable')}</span>
          <span class="choices"><button @click=${() => this.#print()}>${t('print')}</button></span>
        </li>
      </ul>
      <h3>${t('data')}</h3>
      <ul class="formats">
        ${this.#text(index, 'JSON', 'json', 'application/json', json)}
        ${this.#text(index, 'CSV', 'csv', 'text/csv;charset=utf-8', csv, separator)}
        ${this.#text(index, 'CoNLL-U', 'conllu', 'text/plain;charset=utf-8', () => conlluOf(index))}
      </ul>
      <h3>${t('pictures')}</h3>
      <ul class="formats">
        ${this.#picture(index, t('viewGraph'), 'quan-he', () => graphSvg(index))}
        ${this.#picture(index, t('viewTimeline'), 'thoi-gian', () => timelineSvg(index))}
      </ul>
      <h3>${t('share')}</h3>
      <div class="choices"><button @click=${() => this.#link(index.text)}>${t('copyLink')}</button></div>
      <p class="note">${t('linkNote')}</p>`;
  }

  #text(
    index: ArticleIndex,
    name: string,
    extension: string,
    type: string,
    content: () => string,
    more: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<li>
      <span class="format">${name}${more}</span>
      <span class="choices">
        <button aria-label=${`${t('copy')} ${name}`} @click=${() => this.#copy(content())}>${t('copy')}</button>
        <button aria-label=${`${t('download')} .${extension} (${name})`} @click=${() => this.#save(index, extension, content(), type)}>
          ${t('download')} .${extension}
        </button>
      </span>
    </li>`;
  }

  #picture(index: ArticleIndex, name: string, part: string, draw: () => string): TemplateResult {
    return html`<li>
      <span class="format">${name}</span>
      <span class="choices">
        <button aria-label=${`${t('download')} .svg (${name})`} @click=${() => this.#save(index, `${part}.svg`, draw(), 'image/svg+xml')}>
          ${t('download')} .svg
        </button>
        <button aria-label=${`${t('download')} .png (${name})`} @click=${async () => this.#save(index, `${part}.png`, await pngOf(draw()), 'image/png')}>
          ${t('download')} .png
        </button>
      </span>
    </li>`;
  }

  #save(index: ArticleIndex, extension: string, content: string | Blob, type: string): void {
    const name = fileName(index.title, extension);
    save(name, content, type);
    this.said = t('saved', { name });
  }

  #history(): TemplateResult {
    const on = isKeeping();
    return html`<label class="switch"
        ><input type="checkbox" .checked=${on} @change=${this.#switchHistory} />${t('historyKeep')}</label
      >
      <p class="note">${on ? t('historyOn') : t('historyOff')}</p>
      ${this.articles.length === 0
        ? html`<p>${t('historyEmpty')}</p>`
        : html`<ul class="kept" lang="vi">
            ${this.articles.map(
              (article) =>
                html`<li>
                  <button class="link" @click=${() => (store.set({ dialog: undefined }), open(article.text))}>${article.title}</button>
                </li>`,
            )}
          </ul>`}
      <div class="choices"><button ?disabled=${this.articles.length === 0} @click=${this.#wipe}>${t('historyWipe')}</button></div>`;
  }

  #about(): TemplateResult {
    return html`<p>${t('aboutText')}</p>
      <p>${t('aboutPrivacy')}</p>
      <h3>${t('shortcuts')}</h3>
      <p>${t('shortcutsText')}</p>
      ${this.#bookmark()}
      ${location.protocol.startsWith('http')
        ? html`<p class="links">
            <a href="ailamgi-offline.html" download>${t('offlineFile')}</a>
            <a href="licences.txt" target="_blank" rel="noopener">${t('licences')}</a>
          </p>`
        : nothing}`;
  }

  #address(): TemplateResult {
    return html`<p>${t('urlNote')}</p>
      ${this.#bookmark()}`;
  }

  #bookmark(): TemplateResult {
    const code = bookmarklet(location.href.replace(/#.*/s, ''));
    return html`<h3>${t('bookmarklet')}</h3>
      <p>${t('bookmarkletNote')}</p>
      <p class="choices">
        <a class="bookmarklet" draggable="true" href="#" @click=${(event: Event) => event.preventDefault()}
          @dragstart=${(event: DragEvent) => {
            event.dataTransfer?.setData('text/uri-list', code);
            event.dataTransfer?.setData('text/plain', code);
          }}>Ai làm gì?</a>
        <button @click=${() => this.#copy(code)}>${t('bookmarkletCopy')}</button>
      </p>`;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.said = t('copied');
    } catch {
      this.said = t('copyFailed');
    }
  }

  async #link(text: string): Promise<void> {
    const fragment = await toFragment({ text, view: store.state.view });
    if (fragment.length > LONGEST_LINK) this.said = t('linkTooLong');
    else await this.#copy(location.href.replace(/#.*/s, '') + fragment);
  }

  #print(): void {
    this.querySelector('dialog')!.close();
    requestAnimationFrame(() => print());
  }

  readonly #switchHistory = async (event: Event): Promise<void> => {
    const on = (event.target as HTMLInputElement).checked;
    if (!setKeeping(on)) this.said = t('historyFailed');
    const { article } = store;
    if (on && article?.index) await keep(article.title, article.text);
    await this.#readHistory();
    this.requestUpdate();
  };

  readonly #wipe = async (): Promise<void> => {
    await wipe();
    this.articles = [];
  };

  readonly #outside = (event: Event): void => {
    if (event.target === event.currentTarget) this.querySelector('dialog')!.close();
  };

  async #readHistory(): Promise<void> {
    if (store.state.dialog === 'history') this.articles = await kept();
  }
}
customElements.define('page-dialog', PageDialog);
