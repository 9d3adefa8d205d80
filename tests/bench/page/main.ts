/** Gives the Chromium runner the analyzer as the page has it: bundled, with a worker of its own. */
import { createAnalyzerWith } from 'ailamgi/custom';
import { runtime } from '../../../web/src/runtime.ts';
import workerUrl from './worker.mjs?worker&url';

const startWorker = (): Worker => new Worker(workerUrl, { type: 'module' });
Object.assign(globalThis, { createAnalyzer: () => createAnalyzerWith(startWorker, runtime.sources()) });
