import type { Analysis } from 'ailamgi/types';
import { expect, it } from 'vitest';
import { ArticleIndex } from '../src/model/article_index.ts';

const TEXT = 'Ông Nam bị bắt. Nhiều người mừng.';

const at = (words: string): { start: number; end: number } => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};

it('has a card for who underwent something, and not a second time among what nobody named did', () => {
  const nothing = { when: null, where: null, source: null, negated: false, mode: 'fact', salience: 0, sentence: 0 };
  const index = new ArticleIndex(TEXT, {
    version: 1, language: 'vi', segments: [], sentences: [], tokens: [], values: [], summary: [], quotes: [],
    entities: [{ id: 0, type: 'PER', name: 'Nam', aliases: [], roles: [], salience: 1, mentions: [at('Nam')] }],
    events: [
      { ...nothing, id: 0, who: null, did: at('bắt'), what: { ...at('Ông Nam'), entity: 0 }, passive: true, mark: at('bị') },
      { ...nothing, id: 1, who: { ...at('Nhiều người'), entity: null, implicit: false }, did: at('mừng'), what: null, passive: false },
    ],
  } as unknown as Analysis);
  const [nam] = index.actors();
  expect(nam!.entity.name).toBe('Nam');
  expect(nam!.underwent.map(({ id }) => id)).toEqual([0]);
  expect(nam!.received).toEqual([]);
  expect(index.ownerless().map(({ id }) => id)).toEqual([1]);
});
