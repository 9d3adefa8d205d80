import { en } from './en.ts';
import { vi, type Key } from './vi.ts';

export type Language = 'vi' | 'en';
export type { Key } from './vi.ts';

const TABLES = { vi, en };
let current: Language = 'vi';

export const setLanguage = (language: Language): void => void (current = language);
export const language = (): Language => current;

export const isKey = (name: string): name is Key => Object.hasOwn(vi, name);

/** The interface's words for `key`, with `{name}` places filled in. */
export function t(key: Key, fill: Record<string, string | number> = {}): string {
  return TABLES[current][key].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = fill[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? grouped(value) : value;
  });
}

// The browser's own formatter takes tens of milliseconds when it is first used.
const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, current === 'vi' ? '.' : ',');
