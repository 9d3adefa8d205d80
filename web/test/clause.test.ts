import type { Analysis } from 'ailamgi/types';
import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../src/model/article_index.ts';
import { circumstancesOf, clauseOf, lineOf } from '../src/model/sentence_of_event.ts';

const TEXT = 'Ông Nam bị công an Huế bắt vì trộm xe. Bà Lan mua nhà.';

const at = (words: string): { start: number; end: number } => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const nothing = { when: null, where: null, source: null, negated: false, mode: 'fact', salience: 0, sentence: 0 };
const index = new ArticleIndex(TEXT, {
  version: 1, language: 'vi', segments: [], sentences: [], tokens: [], values: [], summary: [], quotes: [], entities: [],
  events: [
    {
      ...nothing, id: 0, who: { ...at('công an Huế'), entity: null, implicit: false }, did: at('bắt'), what: { ...at('Ông Nam'), entity: null },
      passive: true, mark: at('bị'), complement: at('vì trộm xe'),
    },
    { ...nothing, id: 1, who: { ...at('Bà Lan'), entity: null, implicit: false }, did: at('mua'), what: { ...at('nhà'), entity: null }, passive: false },
  ],
} as unknown as Analysis);
const [passive, active] = [index.event(0)!, index.event(1)!];

describe('a clause', () => {
  it('is read as it was told where it is a passive', () => {
    expect(clauseOf(index, passive).map(({ text }) => text)).toEqual(['Ông Nam', 'bị', 'công an Huế', 'bắt', 'vì trộm xe']);
    expect(lineOf(index, { ...passive, negated: true }, 'không')).toBe('Ông Nam [không] bị công an Huế bắt vì trộm xe');
  });

  it('does not say again where or when it happened', () => {
    const told = { ...passive, where: { ...at('trộm xe'), entity: null } };
    expect(circumstancesOf(index, told).where).toBe('');
    expect(circumstancesOf(index, { ...told, where: { ...at('Huế'), entity: null } }).where).toBe('Huế');
  });

  it('begins with who acted elsewhere, who may be left out', () => {
    expect(lineOf(index, active, 'không')).toBe('Bà Lan mua nhà');
    const hers = { ...active, who: { ...active.who!, entity: 7 } };
    expect(clauseOf(index, hers, 7).map(({ text }) => text)).toEqual(['mua', 'nhà']);
    const his = { ...passive, what: { ...passive.what!, entity: 5 } };
    expect(clauseOf(index, his, 5).map(({ text }) => text)).toEqual(['bị', 'công an Huế', 'bắt', 'vì trộm xe']);
  });
});
