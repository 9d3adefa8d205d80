import { expect, it } from 'vitest';
import { cellOf } from '../src/exports/csv.ts';

it('quotes what needs it and lets no cell be taken for a formula', () => {
  expect(cellOf('Bà Lan', ',')).toBe('Bà Lan');
  expect(cellOf('Hà Nội, Huế', ',')).toBe('"Hà Nội, Huế"');
  expect(cellOf('Hà Nội, Huế', ';')).toBe('Hà Nội, Huế');
  expect(cellOf('nói "không"', ',')).toBe('"nói ""không"""');
  for (const start of ['=', '+', '-', '@', '\t', '＝']) expect(cellOf(`${start}1+1`, ',')[0], start).toBe("'");
});
