import type { CoreFactory, Engine } from './engine.ts';
import { loadEngine } from './load.ts';
import { loadFailed } from './outcome.ts';
import { cut } from './parts.ts';
import type { Reply, Request } from './protocol.ts';

/** Progress is told no oftener than this: a short article's costs nothing. */
const TOLD_EVERY_MS = 50;

/** The worker's side of the protocol: returns what to do with each request. */
export function serve(createCore: CoreFactory, reply: (reply: Reply) => void): (request: Request) => void {
  let engine: Engine | undefined;
  let loading: Promise<Engine> | undefined;

  // May be told more than once: whoever takes over a worker that loads already hears when it is ready.
  const start = async (request: Request & { kind: 'start' }): Promise<void> => {
    try {
      engine = await (loading ??= loadEngine(createCore, request.sources));
      reply({ kind: 'ready' });
    } catch (reason) {
      reply({ kind: 'unloadable', error: loadFailed(reason) });
    }
  };

  const analyze = (engine: Engine, { id, text, options }: Request & { kind: 'analyze' }): void => {
    let told = performance.now();
    const outcome = engine.analyze(text, options, (percent) => {
      const now = performance.now();
      if (now - told > TOLD_EVERY_MS) {
        told = now;
        reply({ kind: 'progress', id, done: percent / 100 });
      }
      return true;
    });
    if (!outcome.ok) return reply({ kind: 'failed', id, error: outcome.error });
    for (const part of cut(outcome.value)) reply({ kind: 'part', id, part });
    reply({ kind: 'analyzed', id });
  };

  const ask = (engine: Engine, { id, text, question, options }: Request & { kind: 'ask' }): void => {
    const outcome = engine.ask(text, question, options);
    reply(
      outcome.ok
        ? { kind: 'answered', id, answer: outcome.value }
        : { kind: 'failed', id, error: outcome.error },
    );
  };

  return (request) => {
    if (request.kind === 'start') return void start(request);
    // A trap leaves the module in no known state: thrown on, it ends this worker and the other side starts a new one.
    if (engine === undefined) throw new Error('asked before it was ready');
    if (request.kind === 'analyze') analyze(engine, request);
    else ask(engine, request);
  };
}
