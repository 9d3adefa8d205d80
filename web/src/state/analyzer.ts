import type { Analyzer } from 'ailamgi/custom';
import { createAnalyzerWith } from 'ailamgi/custom';
import { runtime } from '#runtime';

let analyzer: Analyzer | undefined;

/** The page's one analyzer, started by whoever needs it first. */
export function theAnalyzer(): Analyzer {
  return (analyzer ??= createAnalyzerWith(runtime.startWorker, runtime.sources()));
}
