/**
 * Runs before everything else, from within the page's head: starts the worker and tells it what to fetch, so that both go
 * on while the page's own script and style are still on their way. The element it stands in names the files.
 */
interface EarlyPolicy {
  createScriptURL(address: string): string;
}

{
  const { worker: file, wasm, model } = document.currentScript!.dataset as Record<'worker' | 'wasm' | 'model', string>;
  const absolute = (path: string): string => new URL(path, document.baseURI).href;
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: EarlyPolicy): EarlyPolicy } }).trustedTypes;
  const policy = factory?.createPolicy('ailamgi-early', {
    createScriptURL: (address) => {
      if (address !== absolute(file)) throw new TypeError('not the worker');
      return address;
    },
  });
  try {
    const address = absolute(file);
    const worker = new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module' });
    const early = { worker, isDead: false };
    worker.onerror = (event) => {
      event.preventDefault();
      early.isDead = true;
    };
    worker.postMessage({ kind: 'start', sources: { wasm: absolute(wasm), model: absolute(model) } });
    Object.assign(globalThis, { ailamgiEarly: early });
  } catch {
    // The page starts one itself, and says what is wrong.
  }
}
