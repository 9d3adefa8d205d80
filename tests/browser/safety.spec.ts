import { pathToFileURL } from 'node:url';
import { expect, readArticle, SAMPLE, test } from './site.ts';
import { payloads } from './payloads.ts';

// Chromium reports what the policy would stop even of documents that never run anything, so the console is not silent.
test.describe('hostile pastes', () => {
  test.use({ strict: false });
  test('run nothing, as text or as HTML', async ({ page, site }) => {
  test.setTimeout(90_000);
  await page.addInitScript(() => Object.assign(window, { alert: () => Object.assign(window, { ran: true }) }));
  const all = payloads();
  expect(all.length).toBeGreaterThanOrEqual(500);
  await page.goto(site.origin);
  await readArticle(page, `${SAMPLE}\n\n${all.join('\n\n')}`);
  for (const view of ['timeline', 'graph', 'table', 'words', 'cards'])
    await page.locator(`[role=tab][data-view=${view}]`).click();
  await page.locator('#question').fill(all[0]!);
  await page.keyboard.press('Enter');
  await page.locator('.brand').click();
  for (let at = 0; at < all.length; at += 60) {
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', 'chữ');
      document.querySelector('textarea')!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, `<p>Ông An mua nhà.</p>${all.slice(at, at + 60).join('\n')}`);
  }
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(await page.locator('script, iframe, object, embed').count()).toBe(1);
  expect(site.requests.filter((url) => !url.startsWith(site.origin) && !/^(blob|data):/.test(url))).toEqual([]);
  });
});

test('refuses broken and exploding links', async ({ page, site }) => {
  const bomb = await page.evaluate(async () => {
    const stream = new Blob([new Uint8Array(40 * 1024 * 1024)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  });
  for (const hash of [`#a=${bomb}`, '#a=%%%', '#a=AAAA', '#t=%E0%A4%A']) {
    await page.goto('about:blank');
    await page.goto(`${site.origin}/${hash}`);
    await expect(page.locator('.notice')).toBeVisible();
  }
});

test.describe('policy', () => {
  test.use({ strict: false });
  test('stops inline code, eval, markup and foreign requests', async ({ page, site }) => {
    await page.goto(site.origin);
    const tried = await page.evaluate(async () => {
      const blocked = async (attempt: () => unknown): Promise<boolean> => {
        try {
          await attempt();
          return false;
        } catch {
          return true;
        }
      };
      const script = document.createElement('script');
      return [
        await blocked(() => (document.body.innerHTML = '<b>x</b>')),
        await blocked(() => (script.src = 'data:text/javascript,1')),
        // The driver's own evaluation may use eval; what a timer runs may not.
        await new Promise((resolve) => setTimeout(() => resolve(blocked(() => new Function('return 1')())))),
        await blocked(() => fetch('https://example.invalid/')),
        await blocked(() => new Worker('https://example.invalid/w.js')),
      ];
    });
    expect(tried).toEqual([true, true, true, true, true]);
  });
});

test('the single file works from a disk', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL('web/dist/ailamgi-offline.html').href);
  await readArticle(page, SAMPLE);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);
  expect(complaints).toEqual([]);
});
