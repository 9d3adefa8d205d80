/** The package's entry in node: an analyzer with a worker thread of its own. */
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Analyzer } from './analyzer.ts';
import type { Reply, WorkerLink } from './protocol.ts';
import { WorkerAnalyzer } from './worker_analyzer.ts';

export interface NodeOptions {
  /** File or bytes of ailamgi.wasm; by default the package's own. */
  wasm?: string | URL | Uint8Array;
  /** File or bytes of ailamgi.model; by default the package's own. */
  model?: string | URL | Uint8Array;
}

/** Rejects when a file can't be read. The thread does not keep the process alive by itself. */
export async function createAnalyzer(options: NodeOptions = {}): Promise<Analyzer> {
  const [wasm, model] = await Promise.all([
    bytesOf(options.wasm ?? new URL('./ailamgi.wasm', import.meta.url)),
    bytesOf(options.model ?? new URL('./ailamgi.model', import.meta.url)),
  ]);
  return new WorkerAnalyzer(startThread, { wasm, model });
}

async function bytesOf(source: string | URL | Uint8Array): Promise<ArrayBuffer> {
  const bytes = source instanceof Uint8Array ? source : await readFile(source);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function startThread(): WorkerLink {
  // Flags for the program, such as --input-type, would stop the thread from starting.
  const worker = new Worker(new URL('./node_worker.js', import.meta.url), { execArgv: [] });
  let waiting = 0;
  const link: WorkerLink = {
    post: (request) => {
      waiting++;
      worker.ref();
      worker.postMessage(request);
    },
    end: () => void worker.terminate(),
    onreply: () => undefined,
    ondeath: () => undefined,
  };
  worker.on('message', (reply: Reply) => {
    if (reply.kind !== 'part' && reply.kind !== 'progress' && --waiting === 0) worker.unref();
    link.onreply(reply);
  });
  worker.on('error', (reason) => link.ondeath(reason));
  worker.on('exit', (code) => link.ondeath(`exit ${code}`));
  return link;
}

export type * from './analyzer.ts';
export type * from './outcome.ts';
export type * from './types.ts';
