import type { Failure } from './outcome.ts';
import type { Part } from './parts.ts';
import type { Answer } from './types.ts';

/** Where the worker finds what it runs: addresses to fetch, or the bytes themselves. */
export interface Sources {
  wasm: string | ArrayBuffer;
  model: string | ArrayBuffer;
}

/** What the analyzer asks of its worker. One request is under way at a time. */
export type Request =
  | { kind: 'start'; sources: Sources }
  | { kind: 'analyze'; id: number; text: string; options: object }
  | { kind: 'ask'; id: number; text: string; question: string; options: object };

/** What the worker replies. */
export type Reply =
  | { kind: 'ready' }
  | { kind: 'unloadable'; error: Failure }
  | { kind: 'progress'; id: number; done: number }
  | { kind: 'part'; id: number; part: Part }
  | { kind: 'analyzed'; id: number }
  | { kind: 'answered'; id: number; answer: Answer }
  | { kind: 'failed'; id: number; error: Failure };

/** A worker of any runtime, seen from the side that commands it. */
export interface WorkerLink {
  post(request: Request): void;
  end(): void;
  onreply: (reply: Reply) => void;
  ondeath: (reason: unknown) => void;
}
