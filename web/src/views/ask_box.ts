import type { Answer } from 'ailamgi/types';
import { html, nothing, type TemplateResult } from 'lit';
import { language, t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { theAnalyzer } from '../state/analyzer.ts';
import { light } from '../state/light.ts';
import { reveal } from '../state/store.ts';
import { View } from './view.ts';

const LONGEST_QUESTION = 300;

/** Asks the article "X đã làm gì?" and shows what it answers. */
class AskBox extends View {
  static override properties = { answer: { state: true }, asking: { state: true }, problem: { state: true } };
  declare answer: Answer | undefined;
  declare asking: boolean;
  declare problem: string;
  #of: ArticleIndex | undefined;

  constructor() {
    super();
    this.answer = undefined;
    this.asking = false;
    this.problem = '';
  }

  protected override willUpdate(): void {
    if (this.index === this.#of) return;
    this.#of = this.index;
    this.answer = undefined;
    this.problem = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index) return nothing;
    const suggestions = this.#suggestions(index);
    const example = index.actors()[0]?.entity.name ?? 'X';
    return html`<form class="ask" role="search" aria-label=${t('ask')} @submit=${this.#submit}>
        <label for="question">${t('ask')}</label>
        <div class="row">
          <input
            id="question"
            lang="vi"
            maxlength=${LONGEST_QUESTION}
            autocomplete="off"
            placeholder=${t('askPlaceholder', { name: example })}
          />
          <button class="primary" ?disabled=${this.asking}>${t('askButton')}</button>
        </div>
        <div class="suggestions" lang="vi">
          ${suggestions.map(
            (question) =>
              html`<button type="button" class="chip" @click=${() => this.#ask(question)}>${question}</button>`,
          )}
        </div>
      </form>
      <div aria-live="polite" class="answer">
        ${this.asking ? html`<p>${t('asking')}</p>` : nothing}
        ${this.problem !== '' ? html`<p class="problem">${this.problem}</p>` : nothing}
        ${this.answer ? this.#answer(this.answer) : nothing}
      </div>`;
  }

  #answer(answer: Answer): TemplateResult {
    return html`<p class="asked" lang="vi">${answer.question}</p>
      ${answer.answers.length === 0
        ? html`<p>${answer.message?.[language()]}</p>`
        : html`<ul class="deeds" lang="vi">
            ${answer.answers.map((item) => {
              const target =
                item.kind === 'event'
                  ? ({ kind: 'event', id: item.event } as const)
                  : ({ kind: 'quote', id: item.quote } as const);
              return html`<li>
                <button
                  class="deed"
                  data-event=${item.kind === 'event' ? item.event : nothing}
                  data-quote=${item.kind === 'quote' ? item.quote : nothing}
                  @click=${() => {
                    light.pin(target);
                    reveal(item);
                  }}
                >
                  ${item.text}
                </button>
              </li>`;
            })}
          </ul>`}`;
  }

  #suggestions(index: ArticleIndex): string[] {
    const [first, second] = index.actors().filter((actor) => actor.did.length > 0);
    const speaker = index.actors().find((actor) => actor.said.length > 0);
    return [
      first && t('suggestDid', { name: first.entity.name }),
      second && t('suggestDid', { name: second.entity.name }),
      speaker && t('suggestSaid', { name: speaker.entity.name }),
    ].filter((question) => question !== undefined);
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const question = this.querySelector('input')!.value.trim();
    if (question !== '') void this.#ask(question);
  };

  async #ask(question: string): Promise<void> {
    const { index } = this;
    if (!index) return;
    this.querySelector('input')!.value = question;
    this.asking = true;
    this.problem = '';
    const outcome = await theAnalyzer().ask(index.text, question.slice(0, LONGEST_QUESTION));
    if (index !== this.index) return;
    this.asking = false;
    this.answer = outcome.ok ? outcome.value : undefined;
    this.problem = outcome.ok ? '' : outcome.error.message[language()];
  }
}
customElements.define('ask-box', AskBox);
