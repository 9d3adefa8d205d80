import type { Language } from '../i18n/index.ts';
import { store, type Theme } from './store.ts';

const KEY = 'ailamgi-settings';

interface Settings {
  language?: Language;
  theme?: Theme;
}

/** Takes up what the reader chose before, else what the system prefers. */
export function restoreSettings(): void {
  const saved = read();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  store.set({
    language: saved.language ?? 'vi',
    theme: saved.theme ?? (dark ? 'dark' : 'light'),
  });
  apply();
  store.listen(apply);
}

/** Nothing is stored before the reader chooses something. */
export function choose(settings: Settings): void {
  store.set(settings);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), ...settings }));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function read(): Settings {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Settings;
    return {
      ...(saved.language === 'vi' || saved.language === 'en' ? { language: saved.language } : {}),
      ...(saved.theme === 'light' || saved.theme === 'dark' ? { theme: saved.theme } : {}),
    };
  } catch {
    return {};
  }
}

function apply(): void {
  const { language, theme } = store.state;
  const root = document.documentElement;
  if (root.lang !== language) root.lang = language;
  if (root.dataset['theme'] !== theme) root.dataset['theme'] = theme;
}
