/** Gives the Chromium runner the analyzer as the page has it: bundled, with a worker of its own. */
import { createAnalyzerWith } from 'ailamgi/custom';
import { runtime } from '../../../web/src/runtime.ts';

Object.assign(globalThis, { createAnalyzer: () => createAnalyzerWith(runtime.startWorker, runtime.sources()) });
