import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../../web/scripts/serve.mjs';

const TEXT = 'Bà Trần Mai Lan phủ nhận thông tin này.';

const originOf = (server: Server): string => `http://localhost:${(server.address() as AddressInfo).port}`;
const end = (server: Server): void => {
  server.closeAllConnections();
  server.close();
};

test('the npm package runs in a browser without a bundler', async ({ page }) => {
  const server = await serve(0, 'wasm');
  try {
    await page.route('**/page.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' }));
    await page.goto(`${originOf(server)}/page.html`);
    const names = await page.evaluate(
      async ([entry, text]) => {
        const { createAnalyzer } = (await import(entry!)) as typeof import('../../wasm/src/browser.ts');
        const analyzer = await createAnalyzer();
        const outcome = await analyzer.analyze(text!);
        analyzer.close();
        return outcome.ok ? outcome.value.entities.map(({ name }) => name) : outcome.error.message.en;
      },
      [`${originOf(server)}/dist/browser.js`, TEXT],
    );
    expect(names).toEqual(['Trần Mai Lan']);
  } finally {
    end(server);
  }
});

test('the npm package, as it is packed, goes through a bundler with its worker, module and model', async ({ page }) => {
  const home = mkdtempSync(join(tmpdir(), 'ailamgi-bundled-'));
  const installed = join(home, 'node_modules/ailamgi');
  mkdirSync(installed, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--offline', '--no-update-notifier', '--pack-destination', home], { cwd: 'wasm', stdio: 'ignore' });
  execFileSync('tar', ['-xzf', join(home, readdirSync(home).find((name) => name.endsWith('.tgz'))!), '--strip-components=1', '-C', installed]);
  writeFileSync(join(home, 'index.html'), '<!doctype html><title>x</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>');
  writeFileSync(
    join(home, 'main.js'),
    `import { createAnalyzer } from 'ailamgi';
     const analyzer = await createAnalyzer();
     const { value } = await analyzer.analyze(${JSON.stringify(TEXT)});
     document.body.textContent = value.entities.map(({ name }) => name).join();`,
  );
  await build({ root: home, configFile: false, logLevel: 'error', build: { target: 'es2022' }, worker: { format: 'es' } });
  const server = await serve(0, join(home, 'dist'));
  try {
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    await page.goto(originOf(server));
    await expect(page.locator('body')).toHaveText('Trần Mai Lan');
    expect(complaints).toEqual([]);
  } finally {
    end(server);
    rmSync(home, { recursive: true });
  }
});
