import type { Analyzer } from 'ailamgi/custom';
import { createAnalyzerWith } from 'ailamgi/custom';
import { runtime } from '#runtime';

let analyzer: Analyzer | undefined;

/** The page's one analyzer, started by whoever needs it first. */
export function theAnalyzer(): Analyzer {
  return (analyzer ??= createAnalyzerWith(runtime.startWorker, runtime.sources()));
}

/** Starts worker, module and model once the page has been painted and has nothing better to do. */
export function warmWhenIdle(): void {
  const idle = globalThis.requestIdleCallback ?? ((call: () => void) => setTimeout(call, 50));
  requestAnimationFrame(() => idle(() => theAnalyzer(), { timeout: 500 }));
}
