import { describe, expect, it } from 'vitest';
import { WorkerAnalyzer } from '../src/worker_analyzer.ts';
import type { Reply, Request, WorkerLink } from '../src/protocol.ts';
import type { Analysis } from '../src/types.ts';

const empty: Analysis = {
  version: 1, language: 'vi', segments: [], sentences: [], tokens: [], entities: [], values: [], quotes: [],
  events: [], summary: [],
};

/** A worker whose replies the test decides. */
class FakeWorker implements WorkerLink {
  readonly requests: Request[] = [];
  ended = false;
  onreply: (reply: Reply) => void = () => undefined;
  ondeath: (reason: unknown) => void = () => undefined;
  post(request: Request): void {
    this.requests.push(request);
  }
  end(): void {
    this.ended = true;
  }
  get last(): Request {
    return this.requests.at(-1)!;
  }
  finish(): void {
    const id = (this.last as { id: number }).id;
    this.onreply({ kind: 'part', id, part: { kind: 'frame', frame: { ...empty }, total: 0 } });
    this.onreply({ kind: 'analyzed', id });
  }
}

function setUp(): { analyzer: WorkerAnalyzer; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const analyzer = new WorkerAnalyzer(
    () => {
      workers.push(new FakeWorker());
      return workers.at(-1)!;
    },
    { wasm: 'w', model: 'm' },
  );
  return { analyzer, workers };
}

describe('WorkerAnalyzer', () => {
  it('sends one request at a time, in order', async () => {
    const { analyzer, workers } = setUp();
    const first = analyzer.analyze('một');
    const second = analyzer.analyze('hai');
    const [worker] = workers;
    worker!.onreply({ kind: 'ready' });
    expect(worker!.last).toMatchObject({ kind: 'analyze', text: 'một' });
    worker!.finish();
    expect((await first).ok).toBe(true);
    expect(worker!.last).toMatchObject({ text: 'hai' });
    worker!.finish();
    expect((await second).ok).toBe(true);
  });

  it('ends the worker to cancel what is running, and goes on with a new one', async () => {
    const { analyzer, workers } = setUp();
    const abort = new AbortController();
    const first = analyzer.analyze('một', { signal: abort.signal });
    const second = analyzer.analyze('hai');
    workers[0]!.onreply({ kind: 'ready' });
    abort.abort();
    expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(workers[0]!.ended).toBe(true);
    workers[1]!.onreply({ kind: 'ready' });
    workers[1]!.finish();
    expect((await second).ok).toBe(true);
  });

  it('drops a waiting call without touching the worker', async () => {
    const { analyzer, workers } = setUp();
    const abort = new AbortController();
    const first = analyzer.analyze('một');
    const second = analyzer.analyze('hai', { signal: abort.signal });
    workers[0]!.onreply({ kind: 'ready' });
    abort.abort();
    expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    workers[0]!.finish();
    expect((await first).ok).toBe(true);
    expect(workers).toHaveLength(1);
  });

  it('replaces a worker that dies and fails only the call that was running', async () => {
    const { analyzer, workers } = setUp();
    const first = analyzer.analyze('một');
    const second = analyzer.analyze('hai');
    workers[0]!.onreply({ kind: 'ready' });
    workers[0]!.ondeath('trap');
    expect(await first).toMatchObject({ ok: false, error: { code: 'worker_died' } });
    workers[1]!.onreply({ kind: 'ready' });
    workers[1]!.finish();
    expect((await second).ok).toBe(true);
  });

  it('fails every call when the worker never comes up, instead of spawning for ever', async () => {
    const { analyzer, workers } = setUp();
    const calls = [analyzer.analyze('một'), analyzer.analyze('hai')];
    workers[0]!.ondeath('404');
    workers[1]!.ondeath('404');
    for (const call of calls) expect(await call).toMatchObject({ ok: false, error: { code: 'worker_died' } });
    expect(workers).toHaveLength(2);
  });

  it('asks about an analysis by its text', async () => {
    const { analyzer, workers } = setUp();
    const analyzed = analyzer.analyze('một bài');
    workers[0]!.onreply({ kind: 'ready' });
    workers[0]!.finish();
    const outcome = await analyzed;
    if (!outcome.ok) throw new Error('not analyzed');
    void analyzer.ask(outcome.value, 'Ai?');
    expect(workers[0]!.last).toMatchObject({ kind: 'ask', text: 'một bài', question: 'Ai?' });
  });

  it('answers calls after closing with a failure', async () => {
    const { analyzer } = setUp();
    const waiting = analyzer.analyze('một');
    analyzer.close();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'closed' } });
    expect(await analyzer.analyze('hai')).toMatchObject({ ok: false, error: { code: 'closed' } });
  });
});
