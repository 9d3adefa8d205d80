import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { plainOf, take, takeFiles } from '../intake/intake.ts';
import { open } from '../state/queue.ts';
import { SAMPLE } from '../sample.ts';
import { store } from '../state/store.ts';
import { View } from './view.ts';

type Part = ['who' | 'action' | 'what' | 'when', string];

/** Short sentences, taken apart as in a school book. */
const EXAMPLES: Part[][] = [
  [['who', 'Tập đoàn Hải Vân'], ['action', 'mua lại'], ['what', 'Gió Sớm']],
  [['who', 'Bà Lan'], ['action', 'phủ nhận'], ['what', 'thông tin này']],
  [['who', 'Ông Huy'], ['action', 'sẽ rời'], ['what', 'công ty'], ['when', 'năm 2027']],
];

const diagram = (parts: Part[]): TemplateResult =>
  html`<p class="diagram">
    ${parts.map(([name, words]) => html`<span class="part ${name}"><span class="words" lang="vi">${words}</span> <small>${t(name)}</small></span> `)}
  </p>`;

/** A text field this full is slow in every browser; longer pastes are kept beside it. */
const FIELD_HOLDS = 60_000;

/** Where an article comes in. */
class StartView extends View {
  static override properties = { long: { state: true } };
  declare long: string;

  constructor() {
    super();
    this.long = '';
  }

  override disconnectedCallback(): void {
    // What was typed and not read yet is still there when the reader comes back.
    const typed = this.long || this.querySelector('textarea')?.value || '';
    if (!store.state.articles.some((article) => article.text === typed)) store.state.draft === '' && store.set({ draft: typed });
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    const { draft } = store.state;
    if (draft === '') return;
    if (draft.length > FIELD_HOLDS) this.long = draft;
    else this.querySelector('textarea')!.value = draft;
    store.set({ draft: '' });
  }

  protected override render(): TemplateResult {
    const { notice } = store.state;
    return html`<section class="start">
      <div class="hero">
        <h1><span class="ai">Ai</span> <span class="lam">làm</span> <span class="gi">gì?</span></h1>
        <p class="tagline">${t('tagline')}</p>
      </div>
      <form @submit=${this.#submit} @keydown=${this.#key}>
        ${this.long === ''
          ? html`<textarea
              id="article-text"
              rows="8"
              aria-label=${t('textLabel')}
              placeholder=${t('textPlaceholder')}
              @paste=${this.#paste}
            ></textarea>`
          : html`<div class="long">
              <p>${t('longPaste', { count: this.long.length })}</p>
              <button type="button" class="quiet" @click=${() => (this.long = '')}>${t('discard')}</button>
            </div>`}
        ${notice === '' ? nothing : html`<p class="notice" role="alert">${notice}</p>`}
        <div class="actions">
          <button class="primary">${t('analyze')}</button>
          <label class="quiet file"
            >${t('openFiles')}<input
              type="file"
              multiple
              accept=".txt,.html,.htm,.md,text/plain,text/html"
              @change=${this.#files}
          /></label>
          <button type="button" class="quiet" @click=${() => open(SAMPLE)}>${t('useSample')}</button>
        </div>
        <p class="promise">${t('promise')}</p>
      </form>
      <figure class="examples">
        <figcaption>${t('example')}</figcaption>
        ${EXAMPLES.map((parts) => diagram(parts))}
      </figure>
      ${location.protocol.startsWith('http')
        ? html`<footer>
            <a href="ailamgi-offline.html" download>${t('offlineFile')}</a>
            <a href="example/" target="_blank" rel="noopener">${t('embed')}</a>
            <a href="licences.txt" target="_blank" rel="noopener">${t('licences')}</a>
          </footer>`
        : nothing}
    </section>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void take(this.long || this.querySelector('textarea')?.value || '');
  };

  readonly #files = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void takeFiles([...(input.files ?? [])]);
    // The same file, mended, can be opened again.
    input.value = '';
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.querySelector('form')!.requestSubmit();
  };

  readonly #paste = async (event: ClipboardEvent): Promise<void> => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (html === '' && text.length <= FIELD_HOLDS) return;
    event.preventDefault();
    const plain = html === '' ? text : await plainOf(html, text);
    if (plain.length > FIELD_HOLDS) this.long = plain;
    else {
      const field = this.querySelector('textarea');
      field?.setRangeText(plain, field.selectionStart, field.selectionEnd, 'end');
    }
  };
}
customElements.define('start-view', StartView);
