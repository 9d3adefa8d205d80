import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';
import { violations, withAxe } from './axe.ts';

const ARTICLE = `<article id="a"><h1>Hải Vân Foods mua lại chuỗi cà phê Gió Sớm</h1><p>Bà Trần Mai Lan phủ nhận thông tin này. Mây Trắng không bình luận về thương vụ.</p></article>`;

/** A page of somebody else's, on an origin of its own, under the policy that the README gives. */
async function visit(page: Page, origin: string, body: string, workers = 'worker-src blob:'): Promise<Server> {
  const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src data:; ${workers}`;
  const host = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    response.end(
      `<!doctype html><html lang="vi"><title>Báo</title><link rel="icon" href="data:,"><script type="module" src="${origin}/ai-lam-gi.js"></script>${body}`,
    );
  }).listen(0);
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  return host;
}

const end = (host: Server): void => {
  host.closeAllConnections();
  host.close();
};

const heavy = (requests: string[]): string[] => requests.filter((url) => /\.(wasm|model)$/.test(url));

test('the example news page opens the widget, marks its article and shows places in it', async ({ page, site }) => {
  await withAxe(page);
  await page.goto(`${site.origin}/example/`);
  const before = await page.locator('#article').innerHTML();
  await page.locator('ai-lam-gi button').first().click();
  await expect(page.locator('ai-lam-gi .card').first()).toBeVisible();
  await expect(page.locator('ai-lam-gi .summary li').first()).toBeVisible();
  await expect(page.locator('ai-lam-gi .flag', { hasText: 'Dự định' }).or(page.locator('ai-lam-gi .card b', { hasText: 'phủ nhận' })).first()).toBeVisible();
  await page.locator('ai-lam-gi .card button').first().click();
  expect(await page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.endsWith('-lit')))).toBe(true);
  expect(await page.locator('#article').innerHTML()).toBe(before);
  await violations(page, 'example');
});

for (const lang of ['vi', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe-core finds nothing in the widget and its open panel: ${lang}, ${theme}`, async ({ page, site }) => {
      await withAxe(page);
      await page.goto(`${site.origin}/example/`);
      await page.waitForFunction(() => customElements.get('ai-lam-gi'));
      await page.locator('ai-lam-gi').evaluate((widget, [lang, theme]) => {
        widget.setAttribute('lang', lang!);
        widget.setAttribute('theme', theme!);
      }, [lang, theme]);
      await violations(page, 'closed');
      await page.locator('ai-lam-gi button').first().click();
      await expect(page.locator('ai-lam-gi .panel')).toHaveAttribute('data-theme', theme);
      await expect(page.locator('ai-lam-gi .foot')).toContainText(lang === 'vi' ? 'trên máy của bạn' : 'on your own machine');
      await page.locator('ai-lam-gi .card button').first().click();
      await violations(page, 'open');
      await page.locator('ai-lam-gi').evaluate((widget) => widget.setAttribute('for', 'nothing'));
      await expect(page.locator('ai-lam-gi .word')).toBeVisible();
      await violations(page, 'nothing to read');
    });
  }
}

test.describe('on another origin', () => {
  test.use({ strict: false });
  for (const [name, workers] of [
    ['with a worker', 'worker-src blob:'],
    ['without any worker', "worker-src 'none'"],
  ]) {
    test(`under a strict policy, ${name}`, async ({ page, site }) => {
      const complaints: string[] = [];
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
      const host = await visit(page, site.origin, `${ARTICLE}<ai-lam-gi for="a" mark></ai-lam-gi>`, workers);
      try {
        const before = await page.locator('#a').innerHTML();
        await page.locator('ai-lam-gi button').first().click();
        await expect(page.locator('ai-lam-gi .panel .card').first()).toBeVisible();
        expect(await page.locator('#a').innerHTML()).toBe(before);
        expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
        await page.evaluate(() => document.querySelector('ai-lam-gi')!.remove());
        expect(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([0, 0]);
        await expect.poll(() => page.workers().length).toBe(0);
        const own = [site.origin, new URL(page.url()).origin];
        expect(site.requests.filter((url) => !/^(blob|data):/.test(url) && !own.some((origin) => url.startsWith(origin)))).toEqual([]);
        // Where no worker may start, the browser says so once before the widget goes on without.
        expect(complaints.filter((text) => !/worker/i.test(text))).toEqual([]);
        if (name === 'with a worker') expect(complaints).toEqual([]);
      } finally {
        end(host);
      }
    });
  }

  test('loads by the integrity value that the build prints, and not by another', async ({ page, site }) => {
    const digest = createHash('sha384').update(readFileSync('web/dist/ai-lam-gi.js')).digest('base64');
    for (const [value, loads] of [
      [digest, true],
      [`${digest.startsWith('A') ? 'B' : 'A'}${digest.slice(1)}`, false],
    ] as const) {
      const host = createServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(
          `<!doctype html><link rel="icon" href="data:,"><script type="module" crossorigin src="${site.origin}/ai-lam-gi.js" integrity="sha384-${value}"></script>`,
        );
      }).listen(0);
      try {
        await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}`);
        expect(await page.evaluate(() => customElements.get('ai-lam-gi') !== undefined)).toBe(loads);
      } finally {
        end(host);
      }
    }
  });

  test('starts nothing heavy before it is opened, nothing at all before it is seen', async ({ page, site }) => {
    const host = await visit(page, site.origin, `${ARTICLE}${'<p>Dòng khác.</p>'.repeat(200)}<ai-lam-gi for="a"></ai-lam-gi>`);
    try {
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      expect(site.requests.filter((url) => url.includes('/widget/'))).toEqual([]);
      await page.locator('ai-lam-gi').scrollIntoViewIfNeeded();
      await expect.poll(() => site.requests.filter((url) => url.includes('/widget/')).length).toBeGreaterThan(0);
      expect(heavy(site.requests)).toEqual([]);
      expect(page.workers()).toHaveLength(0);
      await page.locator('ai-lam-gi button').click();
      await expect(page.locator('ai-lam-gi .card').first()).toBeVisible();
      expect(heavy(site.requests)).toHaveLength(2);
    } finally {
      end(host);
    }
  });

  test('several share one worker; each in its own language, colours and article', async ({ page, site }) => {
    const host = await visit(
      page,
      site.origin,
      `${ARTICLE}<ai-lam-gi for="#a" open></ai-lam-gi><ai-lam-gi open lang="en" theme="dark"><p>Ông Đỗ Quang Huy từ chối lời đề nghị.</p></ai-lam-gi>`,
    );
    try {
      await expect(page.locator('ai-lam-gi').nth(0).locator('.card h3', { hasText: 'Trần Mai Lan' })).toBeVisible();
      await expect(page.locator('ai-lam-gi').nth(1).locator('.card h3', { hasText: 'Đỗ Quang Huy · Person' })).toBeVisible();
      expect(page.workers()).toHaveLength(1);
      expect(heavy(site.requests)).toHaveLength(2);
      await page.locator('ai-lam-gi').first().evaluate((element) => element.remove());
      expect(page.workers()).toHaveLength(1);
      await page.locator('ai-lam-gi').first().evaluate((element) => element.remove());
      await expect.poll(() => page.workers().length).toBe(0);
    } finally {
      end(host);
    }
  });

  test('does what its manifest says', async ({ page, site }) => {
    const { modules } = JSON.parse(readFileSync('web/dist/custom-elements.json', 'utf8')) as {
      modules: { declarations: Record<'attributes' | 'events' | 'cssParts' | 'cssProperties', { name: string }[]>[] }[];
    };
    const manifest = modules[0]!.declarations[0]!;
    const names = (list: { name: string }[]): string[] => list.map(({ name }) => name).sort();
    const host = await visit(page, site.origin, `${ARTICLE}<ai-lam-gi for="a"></ai-lam-gi><ai-lam-gi id="lost" for="nothing"></ai-lam-gi>`);
    try {
      await page.waitForFunction(() => customElements.get('ai-lam-gi'));
      expect(names(manifest.attributes)).toEqual(
        await page.evaluate(() => [...(customElements.get('ai-lam-gi') as unknown as { observedAttributes: string[] }).observedAttributes].sort()),
      );
      const told = page.evaluate(
        () =>
          new Promise((resolve) =>
            document.addEventListener('ailamgi-ready', (event) => {
              const { version, entities } = (event as CustomEvent<{ version: number; entities: { name: string }[] }>).detail;
              resolve([version, entities.some(({ name }) => name === 'Trần Mai Lan')]);
            }),
          ),
      );
      await page.locator('ai-lam-gi').first().evaluate((element: HTMLElement & { open: boolean }) => void (element.open = true));
      expect(await told).toEqual([1, true]);
      const element = page.locator('ai-lam-gi').first();
      for (const { name } of manifest.cssParts) await expect(element.locator(`[part~="${name}"]`).first(), name).toBeVisible();
      await element.evaluate((host: HTMLElement) => host.style.setProperty('--ailamgi-accent', 'rgb(1, 2, 3)'));
      await expect(element.locator('button').first()).toHaveCSS('background-color', 'rgb(1, 2, 3)');
      // An element whose article is not there says so instead of failing.
      await page.locator('#lost button').click();
      await expect(page.locator('#lost .panel')).toContainText('Không có gì để hiện ở đây.');
      await page.locator('#lost button').click();
      await expect(page.locator('#lost .panel')).toBeHidden();
    } finally {
      end(host);
    }
  });

  test('tells when an article can’t be analyzed', async ({ page, site }) => {
    const host = await visit(page, site.origin, `<article id="a"> </article><ai-lam-gi for="a"></ai-lam-gi>`);
    try {
      const told = page.evaluate(
        () => new Promise((resolve) => document.addEventListener('ailamgi-error', (event) => resolve((event as CustomEvent<{ code: string }>).detail.code))),
      );
      await page.locator('ai-lam-gi button').click();
      expect(await told).toBe('empty');
      await expect(page.locator('ai-lam-gi .panel')).not.toBeEmpty();
    } finally {
      end(host);
    }
  });
});
