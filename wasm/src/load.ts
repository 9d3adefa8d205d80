import { Engine, type CoreFactory } from './engine.ts';
import type { Sources } from './protocol.ts';

/** Loads module and model side by side and opens an engine with them. */
export async function loadEngine(createCore: CoreFactory, sources: Sources): Promise<Engine> {
  const model = bytesOf(sources.model);
  // A core that fails first must not leave the model's failure unheard.
  model.catch(() => undefined);
  const core = await new Promise<Awaited<ReturnType<CoreFactory>>>((resolve, reject) => {
    createCore({
      instantiateWasm: (
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) => {
        instantiate(sources.wasm, imports).then((made) => done(made.instance, made.module), reject);
        return {};
      },
      print: () => undefined,
      printErr: () => undefined,
    }).then(resolve, reject);
  });
  return Engine.open(core, new Uint8Array(await model));
}

async function instantiate(
  source: string | ArrayBuffer,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
  if (typeof source !== 'string') return WebAssembly.instantiate(source, imports);
  const response = await fetched(source);
  // Compiling while it arrives needs the right media type, which not every host sends.
  if (response.headers.get('content-type')?.startsWith('application/wasm'))
    return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

const bytesOf = async (source: string | ArrayBuffer): Promise<ArrayBuffer> =>
  typeof source === 'string' ? (await fetched(source)).arrayBuffer() : source;

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}
