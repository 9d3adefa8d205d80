import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const wasm = fileURLToPath(new URL('..', import.meta.url));

interface Manifest {
  scripts: Record<string, string>;
  dependencies?: object;
  exports: Record<string, string | Record<string, unknown>>;
}

/** Every file that `exports` names, whatever the condition. */
const targets = (entry: unknown): string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry as object).flatMap(targets);

describe.skipIf(!existsSync(join(wasm, 'dist/ailamgi.wasm')))('the package as npm packs it', () => {
  let home: string;
  let installed: string;
  const run = (code: string): string => execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: home, encoding: 'utf8' });

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'ailamgi-pack-'));
    execFileSync('npm', ['pack', '--silent', '--offline', '--no-update-notifier', '--pack-destination', home], { cwd: wasm, stdio: 'ignore' });
    // Unpacked by hand: an installation would ask the registry.
    installed = join(home, 'node_modules/ailamgi');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', join(home, 'ailamgi-0.1.0.tgz'), '--strip-components=1', '-C', installed]);
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
  }, 180_000);
  afterAll(() => rmSync(home, { recursive: true }));

  const manifest = (): Manifest => JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;

  it('names only files that are in it, runs nothing when installed, needs nothing', () => {
    for (const target of targets(manifest().exports)) expect(existsSync(join(installed, target)), target).toBe(true);
    expect(Object.keys(manifest().scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
    expect(manifest().dependencies).toBeUndefined();
    expect(existsSync(join(installed, 'README.md'))).toBe(true);
    expect(existsSync(join(installed, 'src'))).toBe(false);
  });

  it('analyzes in node, by its name and by each entry', { timeout: 180_000 }, () => {
    const text = 'Bà Trần Mai Lan phủ nhận thông tin này. Ông Đỗ Quang Huy rời công ty.';
    const names = (entry: string): string =>
      run(`import { createAnalyzer } from '${entry}';
        const analyzer = await createAnalyzer();
        const { value } = await analyzer.analyze(${JSON.stringify(text)});
        console.log(value.entities.map(({ name }) => name).join(', '), '|', value.tokens.length > 5);
        analyzer.close();`);
    expect(names('ailamgi')).toContain('Trần Mai Lan, Đỗ Quang Huy | true');
    expect(names('ailamgi/node')).toContain('Trần Mai Lan');
    const inline = run(`import { readFileSync } from 'node:fs';
      import { createInlineAnalyzer } from 'ailamgi/inline';
      const bytes = (name) => { const { buffer, byteOffset, byteLength } = readFileSync(new URL(import.meta.resolve('ailamgi/' + name))); return buffer.slice(byteOffset, byteOffset + byteLength); };
      const analyzer = await createInlineAnalyzer({ wasm: bytes('ailamgi.wasm'), model: bytes('ailamgi.model') });
      const answer = await analyzer.ask(${JSON.stringify(text)}, 'Trần Mai Lan đã làm gì?');
      console.log(answer.ok, answer.value.answers.length);`);
    expect(inline).toMatch(/^true [1-9]/);
  });

  it('has types for each entry, for node and for bundlers', { timeout: 180_000 }, () => {
    writeFileSync(
      join(home, 'use.ts'),
      `import { createAnalyzer, type Analysis } from 'ailamgi';
       import { createInlineAnalyzer } from 'ailamgi/inline';
       import { createAnalyzerWith } from 'ailamgi/custom';
       import type { Event } from 'ailamgi/types';
       const analyzer = await createAnalyzer();
       const outcome = await analyzer.analyze('Ông An mua nhà.', { date: '2026-11-03' });
       if (outcome.ok) { const analysis: Analysis = outcome.value; const events: Event[] = analysis.events; console.log(events); }
       else console.error(outcome.error.message.vi);
       // @ts-expect-error a text, not a number
       await analyzer.analyze(1);
       export { createInlineAnalyzer, createAnalyzerWith };`,
    );
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    for (const [module, resolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
      execFileSync(process.execPath, [
        tsc, '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', '',
        '--module', module!, '--moduleResolution', resolution!, 'use.ts',
      ], { cwd: home, encoding: 'utf8' });
    }
  });
});
