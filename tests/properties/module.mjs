// The WebAssembly module by itself, without worker or package, for checks in node.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export async function openModule(folder) {
  const { default: createModule } = await import(pathToFileURL(resolve(folder, 'ailamgi.mjs')).href);
  const wasm = await createModule({ wasmBinary: readFileSync(join(folder, 'ailamgi.wasm')) });
  const put = (bytes) => {
    const at = wasm._malloc(bytes.length || 1);
    wasm.HEAPU8.set(bytes, at);
    return at;
  };
  const model = readFileSync(join(folder, 'ailamgi.model'));
  const handle = wasm._ailamgi_load(put(model), model.length);
  if (handle === 0) throw new Error(wasm.UTF8ToString(wasm._ailamgi_error()));
  const units = (text) => Buffer.from(text, 'utf16le');
  const answer = (at) => wasm.UTF8ToString(at, wasm._ailamgi_length(handle));
  return {
    /** Bytes of the module's memory. */
    get memory() {
      return wasm.HEAPU8.length;
    },
    /** The address of a fresh allocation, freed again: it rises when something is never given back. */
    probe(bytes) {
      const at = wasm._malloc(bytes);
      wasm._free(at);
      return at;
    },
    analyze(text) {
      const at = put(units(text));
      const json = answer(wasm._ailamgi_analyze(handle, at, text.length, 0));
      wasm._free(at);
      return json;
    },
    ask(text, question) {
      const at = put(units(text));
      const asked = put(units(question));
      const json = answer(wasm._ailamgi_ask(handle, at, text.length, asked, question.length, 0));
      wasm._free(at);
      wasm._free(asked);
      return json;
    },
  };
}
