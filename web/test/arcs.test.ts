import { expect, it } from 'vitest';
import { levelsOf } from '../src/model/arcs.ts';

it('puts an arc above all that it spans, and lets neighbours share a height', () => {
  expect(levelsOf([])).toEqual([]);
  expect(levelsOf([{ from: 1, to: 0 }, { from: 1, to: 2 }])).toEqual([1, 1]);
  expect(levelsOf([{ from: 0, to: 3 }, { from: 2, to: 1 }, { from: 3, to: 4 }])).toEqual([2, 1, 1]);
  // Arcs that cross do not share a line either.
  expect(levelsOf([{ from: 0, to: 2 }, { from: 1, to: 3 }])).toEqual([1, 2]);
});
