/** Where the built page finds the analyzer: files beside it. */
import model from '#model?url';
import wasm from '#wasm?url';
import workerUrl from 'ailamgi/worker?worker&url';
import { scriptAddress } from './trusted.ts';

const absolute = (address: string): string => new URL(address, document.baseURI).href;

export const runtime = {
  startWorker: (): Worker => new Worker(scriptAddress(absolute(workerUrl)), { type: 'module' }),
  sources: () => ({ wasm: absolute(wasm), model: absolute(model) }),
};
