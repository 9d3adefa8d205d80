/** The package's entry in a browser: an analyzer with a worker of its own. */
import type { Analyzer } from './analyzer.ts';
import { createAnalyzerWith } from './custom.ts';

export interface BrowserOptions {
  /** Address or bytes of ailamgi.wasm; by default the file beside this one. */
  wasm?: string | URL | ArrayBuffer;
  /** Address or bytes of ailamgi.model; by default the file beside this one. */
  model?: string | URL | ArrayBuffer;
  /** Starts the worker, where the default (a module worker beside this file) can't be used. */
  worker?: () => Worker;
}

/** Never fails: what can't be loaded is reported by the first call. */
export async function createAnalyzer(options: BrowserOptions = {}): Promise<Analyzer> {
  const start =
    options.worker ?? (() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }));
  return createAnalyzerWith(start, {
    wasm: plain(options.wasm ?? new URL('./ailamgi.wasm', import.meta.url)),
    model: plain(options.model ?? new URL('./ailamgi.model', import.meta.url)),
  });
}

const plain = (source: string | URL | ArrayBuffer): string | ArrayBuffer =>
  source instanceof URL ? source.href : source;

export type * from './analyzer.ts';
export type * from './outcome.ts';
export type * from './types.ts';
