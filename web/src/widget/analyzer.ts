import model from '#model?url';
import wasm from '#wasm?url';
import { createAnalyzerWith, type Analysis, type Analyzer, type Outcome } from 'ailamgi/custom';
import workerUrl from 'ailamgi/worker?worker&url';

const absolute = (address: string): string => new URL(address, import.meta.url).href;
const sources = { wasm: absolute(wasm), model: absolute(model) };

let analyzer: Analyzer | undefined;
let inline: Promise<Analyzer> | undefined;
let users = 0;

/** Counts an element in that uses the analyzer. */
export const use = (): void => void users++;

/** Counts it out; with the last one the worker ends and its memory is free. */
export function release(): void {
  if (--users > 0) return;
  analyzer?.close();
  void inline?.then((inline) => inline.close());
  analyzer = inline = undefined;
}

/**
 * Analyzes with the worker that all elements of the page share. Where the host's policy allows none, it is done on the
 * page's own thread: an article takes some milliseconds.
 */
export async function analyze(text: string, signal: AbortSignal): Promise<Outcome<Analysis>> {
  if (!inline) {
    analyzer ??= createAnalyzerWith(startWorker, sources);
    const outcome = await analyzer.analyze(text, { signal });
    if (outcome.ok || !['worker_died', 'load_failed'].includes(outcome.error.code)) return outcome;
  }
  inline ??= import('ailamgi/inline').then(({ createInlineAnalyzer }) => createInlineAnalyzer(sources));
  return (await inline).analyze(text, { signal });
}

/**
 * A worker can't be started from another origin's address, but a Blob may import it: while it runs, by `import()`, for
 * which `script-src` counts. What arrives before the import has been done waits.
 */
const FROM_ELSEWHERE = (address: string): string => `
const early = [];
onmessage = (event) => early.push(event.data);
import(${JSON.stringify(address)}).then(
  () => {
    onmessage = null;
    for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
  },
  (reason) => setTimeout(() => { throw reason; }),
);`;

function startWorker(): Worker {
  const address = absolute(workerUrl);
  if (new URL(address).origin === location.origin) return new Worker(address, { type: 'module' });
  const code = URL.createObjectURL(new Blob([FROM_ELSEWHERE(address)], { type: 'text/javascript' }));
  try {
    return new Worker(code, { type: 'module' });
  } finally {
    setTimeout(() => URL.revokeObjectURL(code), 60_000);
  }
}
