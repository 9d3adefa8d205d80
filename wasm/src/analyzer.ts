import type { Outcome } from './outcome.ts';
import type { Analysis, Answer } from './types.ts';

export type Stage = 'waiting' | 'loading' | 'analyzing' | 'receiving';

export interface Progress {
  stage: Stage;
  /** How much of the stage is done, 0..1; known of "analyzing" and "receiving". */
  done?: number;
}

export interface CallOptions {
  /** Aborting ends the call with the failure "cancelled"; a running analysis is stopped at once. */
  signal?: AbortSignal;
}

export interface AnalyzeOptions extends CallOptions {
  /** Date of publication, ISO 8601: dates such as "hôm qua" are counted from it. */
  date?: string;
  onProgress?: (progress: Progress) => void;
}

/** Analyzes articles, one at a time, in the order in which they were given. */
export interface Analyzer {
  analyze(text: string, options?: AnalyzeOptions): Promise<Outcome<Analysis>>;
  /** Answers a question about an article: an analysis made here, or the article's text. */
  ask(about: Analysis | string, question: string, options?: CallOptions): Promise<Outcome<Answer>>;
  /** Ends the worker; calls still under way end with the failure "closed". */
  close(): void;
}
