import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../src/i18n/index.ts';
import { momentOf } from '../src/model/dates.ts';

const label = (value: string): string | undefined => momentOf(value)?.label;

describe('momentOf', () => {
  afterEach(() => setLanguage('vi'));

  it('writes days, months and years as they are read', () => {
    expect(label('2026-11-03')).toBe('3/11/2026');
    expect(label('2026-06')).toBe('tháng 6/2026');
    expect(label('2014')).toBe('2014');
    expect(label('2026-11-03T08:30')).toBe('3/11/2026, 08:30');
    expect(label('XXXX-11-20')).toBe('20/11 (không rõ năm)');
    expect(label('2026-01-01/2026-01-31')).toBe('1/1/2026 – 31/1/2026');
  });

  it('writes parts of a year', () => {
    expect(label('2027-33')).toBe('quý I/2027');
    expect(label('2027-41')).toBe('nửa cuối năm 2027');
    expect(label('2026-22')).toBe('mùa hè 2026');
    setLanguage('en');
    expect(label('2027-33')).toBe('first quarter 2027');
    expect(label('2026-06')).toBe('June 2026');
  });

  it('puts them in order, a part of a year where it begins, an unknown year last', () => {
    const values = ['XXXX-03', '2027-34', '2027-05-02', '2026', '2027-03-31'];
    const inOrder = values.toSorted((a, b) => (momentOf(a)!.order < momentOf(b)!.order ? -1 : 1));
    expect(inOrder).toEqual(['2026', '2027-03-31', '2027-34', '2027-05-02', 'XXXX-03']);
  });

  it('knows what is no point on a calendar', () => {
    expect(momentOf(null)).toBeUndefined();
    expect(momentOf('P3D')).toBeUndefined();
  });
});
