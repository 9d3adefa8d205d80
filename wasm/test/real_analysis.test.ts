import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SAMPLE } from '../../web/src/sample.ts';
import type { CoreFactory, CoreModule } from '../src/engine.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

describe.skipIf(!existsSync(join(dist, 'ailamgi.wasm')))('the built package', () => {
  it('gives analyses that are what types.ts says, field by field', { timeout: 60_000 }, async () => {
    const { createAnalyzer } = (await import(join(dist, 'node.js'))) as typeof import('../src/node.ts');
    const analyzer = await createAnalyzer();
    const outcome = await analyzer.analyze(SAMPLE);
    analyzer.close();
    if (!outcome.ok) throw new Error(outcome.error.message.en);
    const { value } = outcome;
    expect(value.version).toBe(1);
    expect(value.tokens.length).toBeGreaterThan(100);
    for (const token of value.tokens) expect(token.end).toBeLessThanOrEqual(SAMPLE.length);
    // As a literal, the analysis is checked for missing and for unknown fields alike.
    const folder = mkdtempSync(join(dist, '..', 'dist', 'typed-'));
    const file = join(folder, 'analysis.ts');
    const types = fileURLToPath(new URL('../src/types.ts', import.meta.url));
    writeFileSync(
      file,
      `import type { Analysis } from ${JSON.stringify(types)};\nexport const analysis: Analysis = ${JSON.stringify(value)};\n`,
    );
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    const run = (): string => {
      try {
        execFileSync(process.execPath, [tsc, '--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--module', 'esnext', '--moduleResolution', 'bundler', file]);
        return '';
      } catch (error) {
        return String((error as { stdout?: Buffer }).stdout).slice(0, 2000) || String(error);
      }
    };
    expect(run()).toBe('');
  });

  it('tells how far it is, in a worker and without one, where whoever is told may cancel', { timeout: 60_000 }, async () => {
    const { createAnalyzer } = (await import(join(dist, 'node.js'))) as typeof import('../src/node.ts');
    const { createInlineAnalyzer } = (await import(join(dist, 'inline.js'))) as typeof import('../src/inline.ts');
    const bytes = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(dist, name))).buffer;
    const long = SAMPLE.repeat(100);
    const inline = await createInlineAnalyzer({ wasm: bytes('ailamgi.wasm'), model: bytes('ailamgi.model') });
    for (const analyzer of [await createAnalyzer(), inline]) {
      const told: number[] = [];
      const outcome = await analyzer.analyze(long, {
        onProgress: ({ stage, done }) => void (stage === 'analyzing' && told.push(done ?? NaN)),
      });
      expect(outcome.ok).toBe(true);
      expect(told[0]).toBe(0);
      expect(told.length).toBeGreaterThan(3);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBeGreaterThan(0.5);
      expect(told.at(-1)).toBeLessThanOrEqual(1);
    }
    const abort = new AbortController();
    const stopped = await inline.analyze(`${long} Hết.`, {
      signal: abort.signal,
      onProgress: ({ done }) => void ((done ?? 0) > 0.3 && abort.abort()),
    });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await inline.analyze(SAMPLE)).ok).toBe(true);
  });

  it('cancels at once and goes on', { timeout: 60_000 }, async () => {
    const { createAnalyzer } = (await import(join(dist, 'node.js'))) as typeof import('../src/node.ts');
    const analyzer = await createAnalyzer();
    const abort = new AbortController();
    const running = analyzer.analyze(SAMPLE.repeat(50), { signal: abort.signal });
    setTimeout(() => abort.abort(), 5);
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await analyzer.analyze(SAMPLE)).ok).toBe(true);
    analyzer.close();
  });

  it('says when its memory has run out, and goes on with a module loaded anew', { timeout: 120_000 }, async () => {
    const { InlineAnalyzer } = (await import(join(dist, 'inline_analyzer.js'))) as typeof import('../src/inline_analyzer.ts');
    const { default: createCore } = (await import(join(dist, 'ailamgi.mjs'))) as { default: CoreFactory };
    const bytes = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(dist, name))).buffer;
    const modules: CoreModule[] = [];
    const analyzer = new InlineAnalyzer(
      async (settings) => {
        const made = await createCore(settings);
        modules.push(made);
        return made;
      },
      { wasm: bytes('ailamgi.wasm'), model: bytes('ailamgi.model') },
    );
    expect((await analyzer.analyze(SAMPLE)).ok).toBe(true);
    // A little is left of the gigabyte that the module may take.
    const module = modules[0]!;
    module._malloc(2 ** 30 - module.HEAPU8.length - 2 ** 22);
    expect(await analyzer.analyze(SAMPLE.repeat(200))).toMatchObject({ ok: false, error: { code: 'worker_died' } });
    expect((await analyzer.analyze(SAMPLE)).ok).toBe(true);
    expect(modules.length).toBe(2);
    analyzer.close();
  });
});
