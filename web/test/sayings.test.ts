import type { Analysis } from 'ailamgi/types';
import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../src/model/article_index.ts';
import { wordsOf } from '../src/model/sentence_of_event.ts';

const TEXT = 'Bà Lan nói: “Tôi không bán”. Ông Huy nói sẽ mua. Bà Lan nhắc lại “Tôi không bán”.';

const at = (words: string, from = 0): { start: number; end: number } => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const told = (id: number, who: number, did: string, what: string, from = 0): object => ({
  id, sentence: 0, who: { ...at('Lan'), entity: who, implicit: false }, did: at(did, from), what: { ...at(what, from), entity: null },
  when: null, where: null, source: null, negated: false, mode: 'fact', passive: false, salience: 0,
});
const index = new ArticleIndex(TEXT, {
  version: 1, language: 'vi', segments: [], sentences: [], tokens: [], values: [], summary: [],
  entities: ['Lan', 'Huy'].map((name, id) => ({ id, type: 'PER', name, aliases: [], salience: 1, roles: [], mentions: [] })),
  quotes: [at('Tôi không bán'), at('Tôi không bán', 30)].map((span) => ({ ...span, speaker: 0, speaker_span: null, cue: null })),
  events: [told(0, 0, 'nói', 'Tôi không bán'), told(1, 1, 'nói', 'sẽ mua', 28), told(2, 1, 'nhắc lại', 'Tôi không bán', 30)],
} as unknown as Analysis);

describe('sayings', () => {
  it('are one with their quotes, and told once', () => {
    expect(index.saidIn(0)).toBe(0);
    expect(index.sayingOf(0)?.id).toBe(0);
    const [lan, huy] = index.actors();
    expect([lan!.did.length, lan!.said]).toEqual([0, [0, 1]]);
    expect(wordsOf(index, index.event(0)!).what).toBe('“Tôi không bán”');
    expect(huy!.did.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('are no quotes without marks, nor of another speaker', () => {
    expect(index.saidIn(1)).toBeUndefined();
    expect(index.saidIn(2)).toBeUndefined();
    expect(index.sayingOf(1)).toBeUndefined();
  });
});
