import { language, t, type Key } from '../i18n/index.ts';

/** A normalised time as the timeline needs it: where it stands in order, and how it reads. */
export interface Moment {
  order: string;
  label: string;
}

const DATE = /^(\d{4}|X{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX)(?:T(\d{2}):(\d{2}))?)?)?/;

/** EDTF's numbers above twelve stand for parts of a year; with each, the month in which it begins. */
const PARTS: Record<string, [Key, number]> = {
  21: ['spring', 1], 22: ['summer', 4], 23: ['autumn', 7], 24: ['winter', 10],
  33: ['quarter1', 1], 34: ['quarter2', 4], 35: ['quarter3', 7], 36: ['quarter4', 10],
  40: ['half1', 1], 41: ['half2', 7],
};

/** Reads an EDTF value; undefined where it names no point on a calendar. */
export function momentOf(value: string | null): Moment | undefined {
  if (value === null) return undefined;
  const [first = '', last] = value.split('/');
  const match = DATE.exec(first);
  if (!match) return undefined;
  const label = written(match);
  const end = last === undefined ? null : DATE.exec(last);
  return {
    order: orderOf(match, first),
    label: end && last !== first ? `${label} – ${written(end)}` : label,
  };
}

// An unknown year sorts after every known one: it can't be placed among them.
function orderOf([, year = '', month = '']: RegExpExecArray, value: string): string {
  const part = PARTS[month];
  return (part ? `${year}-${String(part[1]).padStart(2, '0')}` : value).replaceAll('X', '~');
}

function written([, year = '', month, day, hour, minute]: RegExpExecArray): string {
  const known = (part: string | undefined): part is string => part !== undefined && !part.includes('X');
  const time = known(hour) && known(minute) ? `, ${hour}:${minute}` : '';
  const part = PARTS[month ?? ''];
  const dayMonth = part
    ? t(part[0])
    : known(month)
      ? known(day)
        ? `${Number(day)}/${Number(month)}`
        : monthName(Number(month))
      : '';
  if (!known(year)) return dayMonth === '' ? t('anyYear') : `${dayMonth}${time} (${t('anyYear')})`;
  if (dayMonth === '') return year;
  // "3/11/2026", "tháng 6/2026" and "quý I/2026", but "mùa hè 2026" and "June 2026".
  const slash = known(day) || (language() === 'vi' && (part?.[0].startsWith('quarter') ?? true));
  return `${dayMonth}${slash ? '/' : ' '}${year}${time}`;
}

const monthName = (month: number): string =>
  language() === 'vi'
    ? `tháng ${month}`
    : new Date(2000, month - 1, 1).toLocaleString('en', { month: 'long' });
