/** Where the single-file page finds the analyzer: inside itself, compressed. */
import { scriptAddress } from './trusted.ts';

const bytes = (id: string): Promise<ArrayBuffer> => {
  const binary = atob(document.getElementById(id)!.textContent!.trim());
  const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

const ready = Promise.all([bytes('ailamgi-wasm'), bytes('ailamgi-model'), bytes('ailamgi-worker')]);

export const unpacked = ready.then(([wasm, model, worker]) => {
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  found = { wasm, model, address };
});

let found: { wasm: ArrayBuffer; model: ArrayBuffer; address: string } | undefined;

export const runtime = {
  startWorker: (): Worker => new Worker(scriptAddress(found!.address)),
  sources: () => ({ wasm: found!.wasm, model: found!.model }),
};
