import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './site.ts';

const ARTICLE = `<article id="a"><h1>Hải Vân Foods mua lại chuỗi cà phê Gió Sớm</h1><p>Bà Trần Mai Lan phủ nhận thông tin này. Mây Trắng không bình luận về thương vụ.</p></article>`;

test('the example page opens the widget', async ({ page, site }) => {
  await page.goto(`${site.origin}/example/`);
  await page.locator('ai-lam-gi button').first().click();
  await expect(page.locator('ai-lam-gi .panel')).toBeVisible();
});

test.describe('on another origin', () => {
  test.use({ strict: false });
  for (const [name, extra] of [
    ['with a worker', 'worker-src blob:'],
    ['without any worker', "worker-src 'none'"],
  ]) {
    test(`under a strict policy, ${name}`, async ({ page, site }) => {
      const policy = `default-src 'none'; script-src ${site.origin} 'wasm-unsafe-eval'; connect-src ${site.origin}; ${extra}`;
      const host = createServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
        response.end(
          `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${site.origin}/ai-lam-gi.js"></script>${ARTICLE}<ai-lam-gi for="a" mark></ai-lam-gi>`,
        );
      }).listen(0);
      try {
        await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
        const before = await page.locator('#a').innerHTML();
        await page.locator('ai-lam-gi button').first().click();
        await expect(page.locator('ai-lam-gi .panel .card').first()).toBeVisible();
        expect(await page.locator('#a').innerHTML()).toBe(before);
        expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
        await page.evaluate(() => document.querySelector('ai-lam-gi')!.remove());
        expect(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([0, 0]);
      } finally {
        host.close();
        host.closeAllConnections();
      }
    });
  }
});
