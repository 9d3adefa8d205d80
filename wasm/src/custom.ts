/** The package's entry for pages that start the worker in their own way: bundled, from a Blob, under Trusted Types. */
import type { Analyzer } from './analyzer.ts';
import { linkTo } from './browser_link.ts';
import type { Sources } from './protocol.ts';
import { WorkerAnalyzer } from './worker_analyzer.ts';

/** Starts the worker at once; what can't be loaded is reported by the first call. */
export function createAnalyzerWith(start: () => Worker, sources: Sources): Analyzer {
  const analyzer = new WorkerAnalyzer(() => linkTo(start()), sources);
  analyzer.warm();
  return analyzer;
}

export type * from './analyzer.ts';
export type * from './outcome.ts';
export type * from './protocol.ts';
export type * from './types.ts';
