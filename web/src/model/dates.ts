import { language, t } from '../i18n/index.ts';

/** A normalised time as the timeline needs it: where it stands in order, and how it reads. */
export interface Moment {
  order: string;
  label: string;
}

const DATE = /^(\d{4}|X{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX)(?:T(\d{2}):(\d{2}))?)?)?/;

/** Reads an EDTF value; undefined where it names no point on a calendar. */
export function momentOf(value: string | null): Moment | undefined {
  if (value === null) return undefined;
  const [first = '', last] = value.split('/');
  const match = DATE.exec(first);
  if (!match) return undefined;
  const label = written(match);
  const end = last === undefined ? null : DATE.exec(last);
  return {
    // An unknown year sorts after every known one: it can't be placed among them.
    order: first.replaceAll('X', '~'),
    label: end && last !== first ? `${label} – ${written(end)}` : label,
  };
}

function written([, year = '', month, day, hour, minute]: RegExpExecArray): string {
  const known = (part: string | undefined): part is string => part !== undefined && !part.includes('X');
  const time = known(hour) && known(minute) ? `, ${hour}:${minute}` : '';
  const dayMonth = known(month) ? (known(day) ? `${Number(day)}/${Number(month)}` : monthName(Number(month))) : '';
  if (!known(year)) return dayMonth === '' ? t('anyYear') : dayMonth + time;
  if (dayMonth === '') return year;
  return `${dayMonth}${known(day) || language() === 'vi' ? '/' : ' '}${year}${time}`;
}

const monthName = (month: number): string =>
  language() === 'vi'
    ? `tháng ${month}`
    : new Date(2000, month - 1, 1).toLocaleString('en', { month: 'long' });
