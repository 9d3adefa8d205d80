import type { Failure, Progress, Span } from 'ailamgi/custom';
import { setLanguage, type Language } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';

export const VIEWS = ['article', 'cards', 'timeline', 'graph', 'table', 'words'] as const;
export type View = (typeof VIEWS)[number];
export type Theme = 'light' | 'dark';

export interface OpenArticle {
  readonly id: number;
  readonly text: string;
  title: string;
  progress: Progress | undefined;
  failure: Failure | undefined;
  index: ArticleIndex | undefined;
  abort: AbortController;
}

export interface State {
  language: Language;
  theme: Theme;
  view: View;
  articles: OpenArticle[];
  current: number | undefined;
  notice: string;
  /** What the field for texts holds when it is shown next. */
  draft: string;
  hiddenTypes: ReadonlySet<string>;
  dialog: 'take-away' | 'history' | 'about' | 'address' | undefined;
  updateReady: boolean;
}

type Listener = () => void;

/** All that the page shows, in one place; whoever shows it listens. */
class Store {
  #state: State = {
    language: 'vi',
    theme: 'light',
    view: 'cards',
    articles: [],
    current: undefined,
    notice: '',
    draft: '',
    hiddenTypes: new Set(),
    dialog: undefined,
    updateReady: false,
  };
  readonly #listeners = new Set<Listener>();

  get state(): Readonly<State> {
    return this.#state;
  }

  get article(): OpenArticle | undefined {
    return this.#state.articles.find((article) => article.id === this.#state.current);
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    setLanguage(this.#state.language);
    for (const listener of this.#listeners) listener();
  }

  /** Tells of a change inside an article. */
  touch(): void {
    this.set({ articles: [...this.#state.articles] });
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const store = new Store();

/** Asks whoever draws the article to bring a span into sight. */
export const reveal = (span: Span): void =>
  void document.dispatchEvent(new CustomEvent<Span>('ailamgi-reveal', { detail: span }));
