import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { plainOf, take, takeFiles } from '../intake/intake.ts';
import { open } from '../state/queue.ts';
import { SAMPLE } from '../sample.ts';
import { store } from '../state/store.ts';
import { View } from './view.ts';

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

  protected override render(): TemplateResult {
    return html`<section class="start">
      <h1><span class="ai">Ai</span> <span class="lam">làm</span> <span class="gi">gì?</span></h1>
      <p class="tagline">${t('tagline')}</p>
      <form @submit=${this.#submit} @keydown=${this.#key}>
        ${this.long === ''
          ? html`<textarea
              id="article-text"
              rows="9"
              aria-label=${t('textLabel')}
              placeholder=${t('textPlaceholder')}
              @paste=${this.#paste}
            ></textarea>`
          : html`<div class="long">
              <p>${t('longPaste', { count: this.long.length })}</p>
              <button type="button" class="quiet" @click=${() => (this.long = '')}>${t('discard')}</button>
            </div>`}
        <div class="actions">
          <button class="primary">${t('analyze')}</button>
          <label class="quiet file"
            >${t('openFiles')}<input
              type="file"
              multiple
              accept=".txt,.html,.htm,.md,text/plain,text/html"
              @change=${(event: Event) => void takeFiles((event.target as HTMLInputElement).files ?? [])}
          /></label>
          <button type="button" class="quiet" @click=${() => open(SAMPLE)}>${t('useSample')}</button>
        </div>
      </form>
      ${store.state.notice === '' ? nothing : html`<p class="notice" role="alert">${store.state.notice}</p>`}
      <p class="promise">${t('promise')}</p>
    </section>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void take(this.long || this.querySelector('textarea')?.value || '');
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
