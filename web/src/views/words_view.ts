import type { Sentence, Token } from 'ailamgi/types';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { isKey, t } from '../i18n/index.ts';
import { levelsOf } from '../model/arcs.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { View } from './view.ts';

const PAGE = 10;
const GAP = 18;
const STEP = 20;
/** Size of a relation's name beside a word's. */
const NAME_SIZE = 0.75;
const BENDS = 36;

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
      <dl class="pos-legend">
        ${this.#shownOf(index, ({ pos }) => pos).map((pos) => html`<div><dt class="pos ${pos}">${pos}</dt><dd>${t(pos)}</dd></div>`)}
      </dl>
      <details class="relations">
        <summary>${t('relationNames')}</summary>
        <dl class="pos-legend">
          ${this.#shownOf(index, ({ relation }) => baseOf(relation)).map((name) => html`<div><dt>${name}</dt><dd>${nameOf(name)}</dd></div>`)}
        </dl>
      </details>
      ${sentences.slice(0, this.shown).map((sentence, i) => this.#sentence(index, sentence, i))}
      ${sentences.length > this.shown
        ? html`<button class="more" @click=${() => (this.shown += PAGE)}>
            ${t('more', { count: sentences.length - this.shown })}
          </button>`
        : nothing}`;
  }

  /** What of a kind occurs in the sentences that are shown. */
  #shownOf<T extends string>({ analysis: { sentences, tokens } }: ArticleIndex, kindOf: (token: Token) => T): T[] {
    const end = sentences[Math.min(this.shown, sentences.length) - 1]?.end ?? 0;
    const shown = new Set<T>();
    for (const token of tokens) {
      if (token.start >= end) break;
      shown.add(kindOf(token));
    }
    return [...shown].sort();
  }

  #sentence(index: ArticleIndex, sentence: Sentence, number: number): TemplateResult {
    const words = place(index, sentence);
    const at = new Map(words.map((word, i) => [word.id, i]));
    const arcs = words.flatMap((word, to) => {
      const from = at.get(word.token.head);
      return from === undefined || from === to ? [] : [{ from, to }];
    });
    const levels = levelsOf(arcs);
    const top = 34 + Math.max(1, ...levels) * STEP;
    const width = (words.at(-1)?.x ?? 0) + (words.at(-1)?.width ?? 0) + 12;
    return html`<section class="parse">
      <h2>${t('sentence', { count: number + 1 })}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('sentence', { count: number + 1 })}>
        <svg width=${width} height=${top + 52} lang="vi" role="img" aria-label=${describe(words, at)}>
          ${arcs.map(({ from, to }, i) => drawArc(words[from]!, words[to]!, top - 14, levels[i]! * STEP))}
          ${words.map((word) => drawWord(word, top, !at.has(word.token.head)))}
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
    const width = Math.max(pen.measureText(word).width, 42);
    // Between neighbours that depend on one another there must be room for the relation's name and the arc's bends.
    const before = words.at(-1);
    const name = token.head === id - 1 ? token.relation : before?.token.head === id ? before.token.relation : '';
    if (before) x = Math.max(x, middle(before) + pen.measureText(name).width * NAME_SIZE + BENDS - width / 2);
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

function drawArc(head: PlacedWord, word: PlacedWord, foot: number, height: number): TemplateResult {
  const to = middle(word);
  const from = middle(head) + (to > middle(head) ? 5 : -5);
  const peak = foot - height;
  const bend = Math.min(14, Math.abs(to - from) / 2) * Math.sign(to - from);
  return svg`<path class="arc" d="M${from} ${foot} C${from} ${peak + 6} ${from} ${peak} ${from + bend} ${peak} H${to - bend} C${to} ${peak} ${to} ${peak + 6} ${to} ${foot - 4}"></path>
    <path class="tip" d="M${to - 3.5} ${foot - 6}h7l-3.5 7z"></path>
    <text class="relation" x=${(from + to) / 2} y=${peak + 4} text-anchor="middle"><title>${nameOf(baseOf(word.token.relation))}</title>${word.token.relation}</text>`;
}

function drawWord(word: PlacedWord, top: number, isRoot: boolean): TemplateResult {
  const x = middle(word);
  return svg`<text class=${isRoot ? 'word root' : 'word'} x=${x} y=${top + 4} text-anchor="middle">${word.word}</text>
    <text class="pos ${word.token.pos}" x=${x} y=${top + 24} text-anchor="middle"><title>${t(word.token.pos)}</title>${word.token.pos}</text>
    ${isRoot ? svg`<text class="relation" x=${x} y=${top + 40} text-anchor="middle">root</text>` : nothing}`;
}

/** A relation without its subtype: "obl" of "obl:tmod". */
const baseOf = (relation: string): string => relation.split(':')[0]!;

/** Its name in the grammar that is taught, where it has one. */
const nameOf = (relation: string): string => (isKey(relation) ? t(relation) : relation);

const middle = (word: PlacedWord): number => word.x + word.width / 2;

const describe = (words: PlacedWord[], at: Map<number, number>): string =>
  words
    .map(({ token, word }) => `${word}: ${t(token.pos)}, ${token.relation} ← ${words[at.get(token.head) ?? -1]?.word ?? 'root'}`)
    .join('; ');
