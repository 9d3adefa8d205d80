/** Where the built page finds the analyzer: files beside it. */
import model from '#model?url';
import wasm from '#wasm?url';
import workerUrl from 'ailamgi/worker?worker&url';
import { scriptAddress } from './trusted.ts';

const absolute = (address: string): string => new URL(address, document.baseURI).href;

/** What early.ts left. */
const early = (globalThis as { ailamgiEarly?: { worker: Worker; isDead: boolean } }).ailamgiEarly;
let isTaken = false;

export const runtime = {
  /** The first time, the worker that early.ts has started: it is loading already, and answers what it is told again. */
  startWorker: (): Worker => {
    if (early && !early.isDead && !isTaken) {
      isTaken = true;
      return early.worker;
    }
    return new Worker(scriptAddress(absolute(workerUrl)), { type: 'module' });
  },
  sources: () => ({ wasm: absolute(wasm), model: absolute(model) }),
};
