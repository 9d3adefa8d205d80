import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { copyOfSite, expect, readArticle, SAMPLE, test } from './site.ts';
import { serve } from '../../web/scripts/serve.mjs';

const controlled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

test('can be installed, with the fonts it needs', async ({ page, site, context }) => {
  await page.goto(site.origin);
  const browser = await context.newCDPSession(page);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // The driver's windows are private ones.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const { errors } = await browser.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  await page.evaluate(() => document.fonts.ready);
  const fonts = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family, weight }) => `${family.replaceAll('"', '')} ${weight}`),
  );
  for (const weight of [400, 600, 800]) expect(fonts).toContain(`Be Vietnam Pro ${weight}`);
});

/** What the system does when another app shares something with the installed page. */
const share = (page: Page, title: string, text: string): Promise<void> =>
  page.evaluate((fields) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.enctype = 'multipart/form-data';
    form.action = './share';
    for (const [name, value] of fields) {
      const field = document.createElement('textarea');
      field.name = name!;
      field.value = value!;
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  }, [['title', title], ['text', text], ['url', '']]);

test('opens what another app shares, without telling a server', async ({ page, site }) => {
  await page.goto(site.origin);
  await controlled(page);
  site.requests.length = 0;
  await share(page, 'Tập đoàn Hải Vân mua lại Gió Sớm', SAMPLE);
  await expect(page.locator('.card').first()).toBeVisible();
  await expect(page.locator('article')).toContainText('Trần Mai Lan');
  expect(new URL(page.url()).hash).toBe('');
  // Once: a reload does not open it again.
  await page.reload();
  await expect(page.locator('#article-text')).toHaveValue('');
  // A browser shares a page's title and address, which is no article yet.
  await share(page, 'Hải Vân mua lại Gió Sớm', 'Hải Vân mua lại Gió Sớm https://example.invalid/hai-van.html');
  await expect(page.locator('dialog')).toContainText('Đây là một địa chỉ');
});

test('a new version is offered, not forced', async ({ page }) => {
  const folder = copyOfSite();
  const server = await serve(0, folder);
  const { port } = server.address() as { port: number };
  try {
    await page.goto(`http://localhost:${port}/`);
    await controlled(page);
    const first = await page.evaluate(() => navigator.serviceWorker.controller!.scriptURL);
    expect(first).toMatch(/\/sw\.js$/);
    await expect(page.locator('.update')).toHaveCount(0);
    appendFileSync(join(folder, 'sw.js'), '\n// a later version\n');
    await page.reload();
    // The browser looks for it some seconds after the page has loaded, then the new worker fetches the whole site.
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting, undefined, { timeout: 200_000 });
    await expect(page.locator('.update')).toContainText('Đã có bản mới.');
    await page.getByRole('button', { name: 'Để sau' }).click();
    await expect(page.locator('.update')).toHaveCount(0);
    await readArticle(page, SAMPLE);
    await page.reload();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Cập nhật' }).click();
    await reloaded;
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting === null);
    await expect(page.locator('.update')).toHaveCount(0);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test('the single file works from a disk, with every view and no network', async ({ page, context }) => {
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await context.setOffline(true);
  await page.goto(pathToFileURL('web/dist/ailamgi-offline.html').href);
  await readArticle(page, SAMPLE);
  for (const [view, content] of [['timeline', '.timeline li'], ['graph', '.graph .node'], ['table', 'tbody tr'], ['words', '.parse .word'], ['cards', '.card']]) {
    await page.locator(`[role=tab][data-view=${view}]`).click();
    await expect(page.locator(content!).first()).toBeVisible();
  }
  await page.locator('.suggestions button').first().click();
  await expect(page.locator('.answer .asked')).toBeVisible();
  // Nothing leads to files that a single file does not have.
  await page.getByRole('button', { name: 'Giới thiệu' }).click();
  expect(await page.locator('a[href]:not([href^="#"])').count()).toBe(0);
  expect(await page.evaluate(() => document.fonts.check('600 16px "Be Vietnam Pro"', 'ế'))).toBe(true);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('the zip holds the whole site, and its checksums are right', () => {
  const { unzipSync } = createRequire(import.meta.url)('fflate') as typeof import('fflate');
  const zip = readFileSync('web/dist/ai-lam-gi.zip');
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  expect(readFileSync('web/dist/ai-lam-gi.zip.sha256', 'utf8')).toBe(`${sha256(zip)}  ai-lam-gi.zip\n`);
  const files = unzipSync(zip);
  const sums = new TextDecoder().decode(files['ai-lam-gi/SHA256SUMS']!).trimEnd().split('\n').map((line) => line.split('  '));
  expect(sums.map(([, name]) => `ai-lam-gi/${name}`).sort()).toEqual(Object.keys(files).filter((name) => !name.endsWith('SHA256SUMS')).sort());
  for (const [sum, name] of sums) expect(sha256(files[`ai-lam-gi/${name}`]!), name).toBe(sum);
  for (const name of ['index.html', 'sw.js', 'ai-lam-gi.js', 'ailamgi-offline.html', 'example/index.html', 'licences.txt'])
    expect(files[`ai-lam-gi/${name}`], name).toBeDefined();
});
