import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { serve } from '../../web/scripts/serve.mjs';

test('the npm package runs in a browser without a bundler', async ({ page }) => {
  const server = await serve(0, 'wasm');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  try {
    await page.route('**/page.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' }));
    await page.goto(`${origin}/page.html`);
    const names = await page.evaluate(async (entry) => {
      const { createAnalyzer } = (await import(entry)) as typeof import('../../wasm/src/browser.ts');
      const analyzer = await createAnalyzer();
      const outcome = await analyzer.analyze('Bà Trần Mai Lan phủ nhận thông tin này.');
      analyzer.close();
      return outcome.ok ? outcome.value.entities.map(({ name }) => name) : outcome.error.message.en;
    }, `${origin}/dist/browser.js`);
    expect(names).toEqual(['Trần Mai Lan']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
