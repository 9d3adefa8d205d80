import { t } from '../i18n/index.ts';
import { ArticleIndex, firstLine } from '../model/article_index.ts';
import { theAnalyzer } from './analyzer.ts';
import { keep } from './history.ts';
import { store, type OpenArticle, type View } from './store.ts';

/** Longer texts are refused before they are copied anywhere. */
export const MAX_UNITS = 4 * 1024 * 1024;

const TOLD_EVERY_MS = 100;

let nextId = 1;

/** Puts an article into the queue and shows it; it is analyzed when its turn comes. */
export function open(text: string, view?: View): void {
  if (text.trim() === '') return store.set({ notice: t('empty') });
  if (text.length > MAX_UNITS) return store.set({ notice: t('tooLong', { count: MAX_UNITS }) });
  const article: OpenArticle = {
    id: nextId++,
    text,
    title: firstLine(text) || t('untitled'),
    progress: { stage: 'waiting' },
    failure: undefined,
    index: undefined,
    abort: new AbortController(),
  };
  store.set({
    articles: [...store.state.articles, article],
    current: article.id,
    notice: '',
    ...(view ? { view } : {}),
  });
  void run(article);
}

export function openAll(texts: string[]): void {
  const first = nextId;
  for (const text of texts) open(text);
  if (texts.length > 1 && store.state.articles.some((article) => article.id === first)) store.set({ current: first });
}

export function retry(article: OpenArticle): void {
  article.failure = undefined;
  article.progress = { stage: 'waiting' };
  article.abort = new AbortController();
  store.touch();
  void run(article);
}

export function remove(article: OpenArticle): void {
  article.abort.abort();
  const articles = store.state.articles.filter((other) => other !== article);
  const current = store.state.current === article.id ? articles.at(-1)?.id : store.state.current;
  store.set({ articles, current });
}

/** Takes an article back to where texts come in, so that what was pasted can be mended. */
export function edit(article: OpenArticle): void {
  remove(article);
  store.set({ current: undefined, draft: article.text });
}

async function run(article: OpenArticle): Promise<void> {
  let told = 0;
  const outcome = await theAnalyzer().analyze(article.text, {
    signal: article.abort.signal,
    onProgress: (progress) => {
      const news = progress.stage !== article.progress?.stage || performance.now() - told > TOLD_EVERY_MS;
      article.progress = progress;
      if (!news) return;
      told = performance.now();
      store.touch();
    },
  });
  article.progress = undefined;
  if (outcome.ok) {
    article.index = new ArticleIndex(article.text, outcome.value);
    article.title = article.index.title || article.title;
    void keep(article.title, article.text);
  } else {
    article.failure = outcome.error;
  }
  store.touch();
}
