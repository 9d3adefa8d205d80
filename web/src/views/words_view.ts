import type { Sentence, Token } from 'ailamgi/types';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { View } from './view.ts';

const PAGE = 10;
const GAP = 18;
const STEP = 22;

interface PlacedWord {
  token: Token;
  id: number;
  word: string;
  x: number;
  width: number;
}

/** Sentence by sentence: words, parts of speech and what depends on what. */
class WordsView extends View {
  static override properties = { shown: { state: true } };
  declare shown: number;

  constructor() {
    super();
    this.shown = PAGE;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index) return nothing;
    const { sentences, tokens } = index.analysis;
    return html`<p class="note">${t('wordsNote')} ${t('wordCount', { count: tokens.length })}.</p>
      ${sentences.slice(0, this.shown).map((sentence, i) => this.#sentence(index, sentence, i))}
      ${sentences.length > this.shown
        ? html`<button class="more" @click=${() => (this.shown += PAGE)}>
            ${t('more', { count: sentences.length - this.shown })}
          </button>`
        : nothing}`;
  }

  #sentence(index: ArticleIndex, sentence: Sentence, number: number): TemplateResult {
    const words = place(index, sentence);
    const byId = new Map(words.map((word) => [word.id, word]));
    const reach = (word: PlacedWord): number => Math.abs(words.indexOf(word) - words.indexOf(byId.get(word.token.head) ?? word));
    const arcs = words.filter((word) => byId.has(word.token.head) && word.token.head !== word.id);
    const levels = Math.min(7, Math.max(1, ...arcs.map(reach)));
    const top = 26 + levels * STEP;
    const width = (words.at(-1)?.x ?? 0) + (words.at(-1)?.width ?? 0) + 12;
    return html`<section class="parse">
      <h2>${t('sentence', { count: number + 1 })}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('sentence', { count: number + 1 })}>
        <svg width=${width} height=${top + 44} lang="vi" role="img" aria-label=${describe(words, byId)}>
          ${arcs.map((word) => {
            const head = byId.get(word.token.head)!;
            const from = head.x + head.width / 2 + (word.x > head.x ? 4 : -4);
            const to = word.x + word.width / 2;
            const peak = top - 16 - Math.min(levels, reach(word)) * STEP;
            return svg`<path class="arc" d="M${from} ${top - 14} C${from} ${peak} ${to} ${peak} ${to} ${top - 16}"></path>
              <text class="relation" x=${(from + to) / 2} y=${(peak + top) / 2 - (top - peak) / 4 - 7} text-anchor="middle">${word.token.relation}</text>`;
          })}
          ${words.map(
            (word) => svg`<text class="word" x=${word.x + word.width / 2} y=${top + 4} text-anchor="middle">${word.word}</text>
              <text class="pos ${word.token.pos}" x=${word.x + word.width / 2} y=${top + 24} text-anchor="middle">${word.token.pos}</text>`,
          )}
        </svg>
      </div>
    </section>`;
  }
}
customElements.define('words-view', WordsView);

function place(index: ArticleIndex, sentence: Sentence): PlacedWord[] {
  const { tokens } = index.analysis;
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = '500 16px "Be Vietnam Pro"';
  const words: PlacedWord[] = [];
  let x = 12;
  for (let id = firstTokenAt(tokens, sentence.start); id < tokens.length; id++) {
    const token = tokens[id]!;
    if (token.start >= sentence.end || words.length >= 200) break;
    const word = index.slice(token).slice(0, 80);
    const width = Math.max(pen.measureText(word).width, token.relation.length * 6, 42);
    words.push({ token, id, word, x, width });
    x += width + GAP;
  }
  return words;
}

function firstTokenAt(tokens: Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const describe = (words: PlacedWord[], byId: Map<number, PlacedWord>): string =>
  words
    .map(({ token, word }) => `${word}: ${token.pos}, ${token.relation} ← ${byId.get(token.head)?.word ?? 'root'}`)
    .join('; ');
