import type { AnalyzeOptions, Analyzer, CallOptions } from './analyzer.ts';
import type { CoreFactory, Engine } from './engine.ts';
import { loadEngine } from './load.ts';
import { cancelled, closed, failure, loadFailed, workerDied, type Outcome } from './outcome.ts';
import type { Sources } from './protocol.ts';
import { Texts } from './texts.ts';
import type { Analysis, Answer } from './types.ts';

/**
 * An analyzer on the calling thread, for places where no worker may be started. A short article takes some milliseconds;
 * a call that has begun can be cancelled by whoever is told of its progress, and by nobody else.
 */
export class InlineAnalyzer implements Analyzer {
  readonly #load: () => Promise<Engine>;
  readonly #texts = new Texts();
  #engine: Promise<Engine> | undefined;
  #closed = false;

  constructor(createCore: CoreFactory, sources: Sources) {
    this.#load = () => loadEngine(createCore, sources);
  }

  async analyze(text: string, options: AnalyzeOptions = {}): Promise<Outcome<Analysis>> {
    const { signal, onProgress, ...rest } = options;
    onProgress?.({ stage: 'loading' });
    const outcome = await this.#run(signal, (engine) => {
      onProgress?.({ stage: 'analyzing', done: 0 });
      return engine.analyze(text, rest, (percent) => {
        onProgress?.({ stage: 'analyzing', done: percent / 100 });
        return !signal?.aborted;
      });
    });
    this.#texts.remember(outcome, text);
    return outcome;
  }

  async ask(about: Analysis | string, question: string, options: CallOptions = {}): Promise<Outcome<Answer>> {
    const { signal, ...rest } = options;
    const text = this.#texts.of(about);
    if (!text.ok) return text;
    return this.#run(signal, (engine) => engine.ask(text.value, question, rest));
  }

  close(): void {
    this.#closed = true;
    void this.#engine?.then((engine) => engine.close(), () => undefined);
    this.#engine = undefined;
  }

  async #run<T>(signal: AbortSignal | undefined, call: (engine: Engine) => Outcome<T>): Promise<Outcome<T>> {
    if (this.#closed) return failure(closed());
    let engine: Engine;
    try {
      engine = await (this.#engine ??= this.#load());
    } catch (reason) {
      this.#engine = undefined;
      return failure(loadFailed(reason));
    }
    if (this.#closed) return failure(closed());
    if (signal?.aborted) return failure(cancelled());
    try {
      return call(engine);
    } catch (reason) {
      // After a trap the module's memory can't be trusted; the next call loads it anew.
      this.#engine = undefined;
      return failure(workerDied(reason));
    }
  }
}
