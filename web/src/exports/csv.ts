import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { wordsOf } from '../model/sentence_of_event.ts';

export type Separator = ',' | ';' | '\t';

/** Every event as a table that spreadsheets open as it is: UTF-8 with a byte order mark, lines ended by CR LF. */
export function csvOf(index: ArticleIndex, separator: Separator): string {
  const rows = index.analysis.events.map((event) => {
    const { who, did, what, when, where, source } = wordsOf(index, event);
    return [
      who, event.negated ? t('negated') : '', did, what, when, event.when?.value ?? '', where, source, t(event.mode),
    ];
  });
  const head = [
    t('who'), t('negated'), t('action'), t('what'), t('when'), 'ISO 8601', t('where'), t('source'), t('kind'),
  ];
  return `\uFEFF${[head, ...rows].map((row) => row.map((cell) => cellOf(cell, separator)).join(separator)).join('\r\n')}\r\n`;
}

/** A spreadsheet takes a cell that starts like this for a formula and would run it. */
const FORMULA = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

export function cellOf(value: string, separator: Separator): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
