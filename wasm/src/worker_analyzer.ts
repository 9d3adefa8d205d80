import type { AnalyzeOptions, Analyzer, CallOptions, Progress } from './analyzer.ts';
import { cancelled, closed, failure, success, workerDied, type Failure, type Outcome } from './outcome.ts';
import { Joiner } from './parts.ts';
import type { Reply, Request, Sources, WorkerLink } from './protocol.ts';
import { Texts } from './texts.ts';
import type { Analysis, Answer } from './types.ts';

interface Job {
  request: Request & { kind: 'analyze' | 'ask' };
  joiner: Joiner;
  progress: (progress: Progress) => void;
  settle: (outcome: Outcome<never> | Outcome<Analysis> | Outcome<Answer>) => void;
}

/**
 * An analyzer whose work is done by a worker. A worker that is busy hears nothing, so a running job is cancelled by
 * ending it; the next job starts a new one. A worker that dies fails its job and is replaced likewise.
 */
export class WorkerAnalyzer implements Analyzer {
  readonly #spawn: () => WorkerLink;
  readonly #sources: Sources;
  readonly #texts = new Texts();
  readonly #queue: Job[] = [];
  #link: WorkerLink | undefined;
  #ready = false;
  #running: Job | undefined;
  #closed = false;
  #nextId = 1;

  constructor(spawn: () => WorkerLink, sources: Sources) {
    this.#spawn = spawn;
    this.#sources = sources;
  }

  /** Starts the worker ahead of the first call. */
  warm(): void {
    if (this.#closed || this.#link !== undefined) return;
    let link: WorkerLink;
    try {
      link = this.#spawn();
    } catch (reason) {
      this.#fail(workerDied(reason));
      return;
    }
    this.#link = link;
    // A worker that was ended may still have replies under way.
    link.onreply = (reply) => this.#link === link && this.#receive(reply);
    link.ondeath = (reason) => this.#link === link && this.#lose(workerDied(reason));
    link.post({ kind: 'start', sources: this.#sources });
  }

  async analyze(text: string, options: AnalyzeOptions = {}): Promise<Outcome<Analysis>> {
    const { signal, onProgress, ...rest } = options;
    const request = { kind: 'analyze', id: this.#nextId++, text, options: rest } as const;
    const outcome = await this.#enqueue<Analysis>(request, signal, onProgress);
    this.#texts.remember(outcome, text);
    return outcome;
  }

  async ask(about: Analysis | string, question: string, options: CallOptions = {}): Promise<Outcome<Answer>> {
    const { signal, ...rest } = options;
    const text = this.#texts.of(about);
    if (!text.ok) return text;
    const request = { kind: 'ask', id: this.#nextId++, text: text.value, question, options: rest } as const;
    return this.#enqueue<Answer>(request, signal);
  }

  close(): void {
    this.#closed = true;
    this.#drop();
    for (const job of this.#queue.splice(0)) job.settle(failure(closed()));
    this.#running?.settle(failure(closed()));
    this.#running = undefined;
  }

  #enqueue<T extends Analysis | Answer>(
    request: Job['request'],
    signal?: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): Promise<Outcome<T>> {
    if (this.#closed) return Promise.resolve(failure(closed()));
    if (signal?.aborted) return Promise.resolve(failure(cancelled()));
    return new Promise((resolve) => {
      const abort = (): void => this.#cancel(job);
      const job: Job = {
        request,
        joiner: new Joiner(),
        progress: onProgress ?? (() => undefined),
        settle: (outcome) => {
          signal?.removeEventListener('abort', abort);
          resolve(outcome as Outcome<T>);
        },
      };
      signal?.addEventListener('abort', abort);
      this.#queue.push(job);
      job.progress({ stage: this.#ready ? 'waiting' : 'loading' });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running !== undefined || this.#queue.length === 0) return;
    this.warm();
    if (!this.#ready || this.#link === undefined) return;
    const job = this.#queue.shift()!;
    this.#running = job;
    job.progress({ stage: 'analyzing', done: 0 });
    this.#link.post(job.request);
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'ready') {
      this.#ready = true;
      return this.#next();
    }
    if (reply.kind === 'unloadable') return this.#lose(reply.error);
    const job = this.#running;
    if (job === undefined || job.request.id !== reply.id) return;
    if (reply.kind === 'progress') return job.progress({ stage: 'analyzing', done: reply.done });
    if (reply.kind === 'part') {
      job.joiner.add(reply.part);
      return job.progress({ stage: 'receiving', done: job.joiner.progress });
    }
    this.#running = undefined;
    if (reply.kind === 'analyzed') job.settle(success(job.joiner.finish()));
    else if (reply.kind === 'answered') job.settle(success(reply.answer));
    else job.settle(failure(reply.error));
    this.#next();
  }

  #cancel(job: Job): void {
    const at = this.#queue.indexOf(job);
    if (at >= 0) this.#queue.splice(at, 1);
    else if (this.#running === job) {
      this.#running = undefined;
      this.#drop();
    } else return;
    job.settle(failure(cancelled()));
    this.#next();
  }

  #lose(error: Failure): void {
    this.#drop();
    this.#fail(error);
    this.#next();
  }

  // A job is failed at each loss, so that a worker that never comes up empties the queue instead of respawning for ever.
  #fail(error: Failure): void {
    const job = this.#running ?? this.#queue.shift();
    this.#running = undefined;
    job?.settle(failure(error));
  }

  #drop(): void {
    this.#link?.end();
    this.#link = undefined;
    this.#ready = false;
  }
}
