import { expect, it } from 'vitest';
import { cut, Joiner } from '../src/parts.ts';
import type { Analysis } from '../src/types.ts';

it('joins what it cut, in pieces of bounded size', () => {
  const analysis: Analysis = {
    version: 1, language: 'vi', segments: [{ kind: 'body', language: 'vi', start: 0, end: 9 }], sentences: [],
    tokens: Array.from({ length: 10_001 }, (_, i) => ({ start: i, end: i + 1, pos: 'X', head: -1, relation: 'root' })),
    entities: [], values: [], quotes: [], events: [], summary: [],
  };
  const joiner = new Joiner();
  for (const part of cut(analysis)) {
    if (part.kind === 'slice') expect(part.items.length).toBeLessThanOrEqual(4000);
    joiner.add(structuredClone(part));
  }
  expect(joiner.progress).toBe(1);
  expect(joiner.finish()).toEqual(analysis);
});

it('leaves out the lists that an analysis does not have', () => {
  const joiner = new Joiner();
  const empty: Analysis = {
    version: 1, language: 'und', segments: [], sentences: [], tokens: [], entities: [], values: [], quotes: [],
    events: [], summary: [],
  };
  for (const part of cut(empty)) joiner.add(part);
  expect(joiner.finish()).toEqual(empty);
});
