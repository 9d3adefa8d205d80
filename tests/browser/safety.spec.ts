import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { cellOf } from '../../web/src/exports/csv.ts';
import { serve } from '../../web/scripts/serve.mjs';
import { copyOfSite, expect, readArticle, SAMPLE, test } from './site.ts';
import { ELSEWHERE, FORMULAS, payloads } from './payloads.ts';

/** What stands in the built page: the script that starts the worker early, and the page's own. */
const OWN_SCRIPTS = 2;

const ALL = payloads();
const chunks = (size: number): string[][] =>
  Array.from({ length: Math.ceil(ALL.length / size) }, (_, at) => ALL.slice(at * size, (at + 1) * size));

/** In every frame, whatever calls alert leaves a trace in the top one. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.alert = () => {
      try {
        Object.assign(window.top!, { ran: true });
      } catch {
        parent.postMessage('ran', '*');
      }
    };
    addEventListener('message', (event) => event.data === 'ran' && Object.assign(window, { ran: true }));
  });
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => page.evaluate(() => Object.assign(window, { ran: true }))));
}

async function expectNothing(page: Page, requests: string[], origin: string): Promise<void> {
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
}

const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('.queue .busy, progress') === null, undefined, { timeout: 120_000 });

test.describe('the payloads themselves', () => {
  test.use({ strict: false, bypassCSP: true });
  test('run and fetch where nothing stops them', async ({ page, site }) => {
    await watch(page);
    await page.goto(`${site.origin}/licences.txt`);
    await page.evaluate((all) => {
      for (const payload of all) document.body.append(Object.assign(document.createElement('div'), { innerHTML: payload }));
    }, ALL.filter((payload) => !payload.includes('refresh')));
    await expect.poll(() => page.evaluate(() => 'ran' in window)).toBe(true);
    await expect.poll(() => site.requests.filter((url) => url.startsWith(ELSEWHERE)).length).toBeGreaterThan(5);
  });
});

// Once as the page ships, and once with its policy switched off: each layer must hold alone.
for (const bypassCSP of [false, true]) {
  test.describe(bypassCSP ? 'hostile input without the policy' : 'hostile input', () => {
    // Chromium reports what the policy would stop even of documents that never run anything, so the console is not silent.
    test.use({ strict: false, bypassCSP });
    test.beforeEach(async ({ page, site }) => {
      test.setTimeout(240_000);
      expect(ALL.length).toBeGreaterThanOrEqual(500);
      await watch(page);
      await page.goto(site.origin);
    });

    test('pasted as text, in every view', async ({ page, site }) => {
      await readArticle(page, `${SAMPLE}\n\n${ALL.map((payload) => `Ông Nguyễn Văn An nói: “${payload}”.`).join('\n\n')}`);
      for (const view of ['timeline', 'graph', 'table', 'words', 'cards']) {
        await page.locator(`[role=tab][data-view=${view}]`).click();
        await page.waitForTimeout(200);
      }
      expect(await page.locator('script, iframe, object, embed').count()).toBe(OWN_SCRIPTS);
      await expectNothing(page, site.requests, site.origin);
    });

    test('pasted as HTML, one by one', async ({ page, site }) => {
      await page.evaluate(async (all) => {
        const field = document.querySelector('textarea')!;
        for (const payload of all) {
          const data = new DataTransfer();
          data.setData('text/html', `<p>Ông An mua nhà.</p>${payload}`);
          data.setData('text/plain', payload);
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
          await new Promise((resolve) => setTimeout(resolve));
        }
      }, ALL);
      expect(await page.locator('script, iframe, object, embed').count()).toBe(OWN_SCRIPTS);
      await expectNothing(page, site.requests, site.origin);
    });

    test('dropped as text, as HTML and as files', async ({ page, site }) => {
      for (const part of chunks(100)) {
        await page.evaluate((all) => {
          const data = new DataTransfer();
          data.setData('text/html', all.map((payload) => `<p>Ông An mua ${payload}.</p>`).join('\n'));
          data.setData('text/plain', all.join('\n\n'));
          dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
        }, part);
      }
      // Names of files are told when they can't be read, five at a time.
      await page.evaluate(async (all) => {
        for (let at = 0; at < all.length; at += 5) {
          const data = new DataTransfer();
          for (const name of all.slice(at, at + 5)) data.items.add(new File(['%PDF-1.7'], name));
          dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        const data = new DataTransfer();
        for (const [n, payload] of all.entries())
          if (n % 20 === 0) data.items.add(new File([payload], `${payload}.html`, { type: 'text/html' }));
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
      }, ALL);
      await settled(page);
      await expectNothing(page, site.requests, site.origin);
    });

    test('in a link', async ({ page, site }) => {
      for (const part of chunks(120)) {
        await page.evaluate((text) => (location.hash = `#t=${encodeURIComponent(text)}`), part.join('\n\n'));
        await page.waitForFunction(() => location.hash === '');
      }
      for (const payload of ALL.filter((_, n) => n % 40 === 0)) {
        await page.evaluate((text) => (location.hash = `#a=${text}`), payload);
        await page.waitForFunction(() => location.hash === '');
      }
      await settled(page);
      await expectNothing(page, site.requests, site.origin);
    });

    test('as a question', async ({ page, site }) => {
      await readArticle(page, SAMPLE);
      await page.evaluate(async (all) => {
        const input = document.querySelector<HTMLInputElement>('#question')!;
        for (const payload of all) {
          const question = `${payload} Bà Lan làm gì?`.replace(/\s+/g, ' ').slice(0, 300);
          input.value = question;
          input.form!.requestSubmit();
          for (let n = 0; n < 400 && document.querySelector('.answer .asked')?.textContent !== question; n++)
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }, ALL);
      await expect(page.locator('.answer .asked')).toContainText(ELSEWHERE);
      await expectNothing(page, site.requests, site.origin);
    });

    test('kept in the history', async ({ page, site }) => {
      await page.evaluate(async (all) => {
        localStorage.setItem('ailamgi-history-on', 'yes');
        const opening = indexedDB.open('ailamgi-history', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
        await new Promise((resolve) => (opening.onsuccess = resolve));
        const writing = opening.result.transaction('articles', 'readwrite');
        for (const text of all) writing.objectStore('articles').put({ title: text, text, when: 1 });
        await new Promise((resolve) => (writing.oncomplete = resolve));
        opening.result.close();
      }, ALL);
      await page.locator('.masthead nav button[title="Lịch sử"]').click();
      await expect(page.locator('.kept li')).toHaveCount(ALL.length);
      await page.locator('.kept button').first().click();
      await settled(page);
      await expectNothing(page, site.requests, site.origin);
    });
  });
}

test.describe('the widget', () => {
  test.use({ strict: false });
  // The host has no policy of its own, so that markup would run if the widget made any.
  test('runs nothing of what is in its article or its attributes', async ({ page, site }) => {
    test.setTimeout(240_000);
    await watch(page);
    const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const article = ALL.map((payload) => `<p>Ông Nguyễn Văn An nói: “${escaped(payload)}”.</p>`).join('');
    const host = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${site.origin}/ai-lam-gi.js"></script><article id="a">${article}</article><ai-lam-gi for="a" mark open></ai-lam-gi>`,
      );
    }).listen(0);
    try {
      const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
      await page.goto(origin);
      await expect(page.locator('ai-lam-gi .panel .card').first()).toBeVisible({ timeout: 60_000 });
      await page.evaluate(async (all) => {
        for (const payload of all) {
          const widget = document.createElement('ai-lam-gi');
          for (const name of ['for', 'lang', 'theme', 'mark', 'open']) widget.setAttribute(name, payload);
          document.body.append(widget);
          await new Promise((resolve) => setTimeout(resolve, 2));
          widget.remove();
        }
      }, ALL);
      await expectNothing(page, site.requests.filter((url) => !url.startsWith(site.origin)), origin);
    } finally {
      host.close();
      host.closeAllConnections();
    }
  });
});

test('refuses broken, huge and exploding links', async ({ page, site }) => {
  const packed = await page.evaluate(async () => {
    const pack = async (make: BlobPart): Promise<string> => {
      const stream = new Blob([make]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    };
    return {
      bomb: await pack(new Uint8Array(40 * 1024 * 1024)),
      long: await pack(JSON.stringify({ text: 'á'.repeat(6 * 1024 * 1024) })),
      other: await pack(JSON.stringify({ texts: 'x', __proto__: null })),
      bytes: await pack(new Uint8Array([0xff, 0xfe, 0x80])),
    };
  });
  const all = [packed.bomb, packed.long, packed.other, packed.bytes, '%%%', 'AAAA', ''].map((rest) => `#a=${rest}`);
  for (const hash of [...all, '#t=%E0%A4%A']) {
    await page.goto('about:blank');
    await page.goto(`${site.origin}/${hash}`);
    await expect(page.locator('.notice')).toBeVisible();
    expect(await page.locator('article').count()).toBe(0);
  }
  // Ten million characters, as a page would have to set them: browsers themselves refuse a longer address.
  await page.goto(site.origin);
  await page.evaluate(() => (location.hash = `#t=${'a'.repeat(10 * 1024 * 1024)}`)).catch(() => undefined);
  await page.waitForTimeout(500);
  expect(await page.locator('article').count()).toBe(0);
});

// What the policy must stop, each tried alone; true is what was stopped.
async function tryToBreak(page: Page, elsewhere: string): Promise<Record<string, boolean>> {
  return page.evaluate(async (elsewhere) => {
    const tried: Record<string, boolean> = {};
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
    const throws = async (name: string, attempt: () => unknown): Promise<void> => {
      try {
        await attempt();
        tried[name] = false;
      } catch {
        tried[name] = true;
      }
    };
    const reported = async (name: string, attempt: () => unknown): Promise<void> => {
      const before = violations.length;
      try {
        await attempt();
      } catch {
        // Stopped at once.
      }
      for (let n = 0; n < 40 && violations.length === before; n++) await new Promise((resolve) => setTimeout(resolve, 25));
      tried[name] = violations.length > before;
    };
    const add = (tag: string, attributes: Record<string, string>): void => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
    };
    const text = '<b>x</b>';
    // The driver's own evaluation may use eval; what a timer runs may not.
    const later = (attempt: () => unknown): Promise<unknown> =>
      new Promise((resolve, reject) =>
        setTimeout(() => {
          try {
            resolve(attempt());
          } catch (reason) {
            reject(reason);
          }
        }),
      );
    await throws('innerHTML', () => (document.createElement('p').innerHTML = text));
    await throws('outerHTML', () => (document.body.appendChild(document.createElement('p')).outerHTML = text));
    await throws('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', text));
    await throws('document.write', () => document.write(text));
    await throws('DOMParser', () => new DOMParser().parseFromString(text, 'text/html'));
    await throws('createContextualFragment', () => document.createRange().createContextualFragment(text));
    await throws('srcdoc', () => (document.createElement('iframe').srcdoc = text));
    await throws('script.src', () => (document.createElement('script').src = 'data:text/javascript,1'));
    await throws('script.text', () => (document.createElement('script').text = '1'));
    await throws('onclick attribute', () => document.createElement('p').setAttribute('onclick', 'alert(1)'));
    await throws('worker of a string', () => new Worker('worker.js'));
    const types = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
    await throws('another Trusted Types policy', () => types.createPolicy('evil', { createHTML: (html: string) => html }));
    await throws('the default Trusted Types policy', () => types.createPolicy('default', { createHTML: (html: string) => html }));
    await throws('the same Trusted Types policy again', () => types.createPolicy('ailamgi-inert', { createHTML: (html: string) => html }));
    await throws('eval', () => later(() => (0, eval)('1')));
    await throws('new Function', () => later(() => new Function('return 1')()));
    await throws('setTimeout of a string', () => later(() => setTimeout('1' as never)));
    await throws('fetch', () => fetch(`${elsewhere}/`));
    await throws('import', () => import(/* @vite-ignore */ `${elsewhere}/x.js`));
    await reported('XMLHttpRequest', () => {
      const request = new XMLHttpRequest();
      request.open('GET', elsewhere);
      request.send();
    });
    await reported('WebSocket', () => new WebSocket(elsewhere.replace('http', 'ws')));
    await reported('EventSource', () => new EventSource(elsewhere));
    await reported('sendBeacon', () => navigator.sendBeacon(elsewhere, 'x'));
    await reported('image', () => add('img', { src: `${elsewhere}/x.png` }));
    await reported('style', () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{color:red}' })));
    await reported('style attribute', () => add('p', { style: 'color:red' }));
    await reported('stylesheet', () => add('link', { rel: 'stylesheet', href: `${elsewhere}/x.css` }));
    await reported('font', () => {
      const face = new FontFace('x', `url(${elsewhere}/x.woff2)`);
      return face.load();
    });
    await reported('frame', () => add('iframe', { src: `${elsewhere}/` }));
    await reported('object', () => add('object', { data: `${elsewhere}/x` }));
    await reported('media', () => add('audio', { src: `${elsewhere}/x.mp3` }));
    await reported('manifest or base', () => document.head.append(Object.assign(document.createElement('base'), { href: elsewhere })));
    await reported('form', () => {
      const form = Object.assign(document.createElement('form'), { action: elsewhere, method: 'post' });
      document.body.append(form);
      form.submit();
    });
    await reported('script: address', () => {
      const link = Object.assign(document.createElement('a'), { href: 'javascript:alert(1)' });
      document.body.append(link);
      link.click();
    });
    return tried;
  }, elsewhere);
}

test.describe('policy', () => {
  test.use({ strict: false });
  for (const [name, address] of [
    ['page', ''],
    ['single file', pathToFileURL('web/dist/ailamgi-offline.html').href],
  ] as const) {
    test(`of the ${name} stops everything that it should`, async ({ page, site }) => {
      await watch(page);
      // Really there, so that what is not stopped arrives.
      const arrived: string[] = [];
      const other = createServer((request, response) => {
        arrived.push(request.url ?? '');
        response.end();
      }).listen(0);
      other.on('upgrade', (request, socket) => {
        arrived.push(request.url ?? '');
        socket.destroy();
      });
      try {
        const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
        await page.goto(address === '' ? site.origin : address);
        await page.locator('textarea').waitFor();
        const tried = await tryToBreak(page, elsewhere);
        expect(Object.keys(tried).filter((attempt) => !tried[attempt])).toEqual([]);
        expect(Object.keys(tried).length).toBeGreaterThan(30);
        expect(arrived).toEqual([]);
        expect(await page.evaluate(() => 'ran' in window)).toBe(false);
      } finally {
        other.close();
        other.closeAllConnections();
      }
    });
  }
});

test('a table for spreadsheets holds no formula', () => {
  for (const separator of [',', ';', '\t'] as const) {
    for (const formula of FORMULAS) {
      const cell = cellOf(formula, separator).replace(/^"/, '');
      expect(cell.startsWith("'"), JSON.stringify(formula)).toBe(true);
    }
    expect(cellOf(`a${separator}=1`, separator)).toBe(`"a${separator}=1"`);
    expect(cellOf('a\r\n=1', separator)).toBe('"a\r\n=1"');
  }
});

test.describe('files taken away', () => {
  test.use({ strict: false });
  test('carry no script', async ({ page, site }) => {
    await watch(page);
    await page.goto(site.origin);
    const hostile = ['<script>alert(1)</script>', '"onload="alert(1)', ']]><svg onload=alert(1)>', '&lt;script&gt;'];
    const text = hostile.map((name) => `Hôm 20/11/2023, Công ty A${name} mua lại hãng Sao ${name} Mai tại Hà Nội.`).join('\n\n');
    await readArticle(page, `${SAMPLE}\n\n${text}`);
    await page.locator('.take-away').click();
    const save = page.locator('dialog button').filter({ hasText: '.svg' });
    const count = await save.count();
    expect(count).toBe(2);
    for (let n = 0; n < count; n++) {
      const [download] = await Promise.all([page.waitForEvent('download'), save.nth(n).click()]);
      const svg = await readFile(await download.path(), 'utf8');
      expect(svg).not.toMatch(/<script|<foreignObject|<a\b|<image|\shref=|javascript:/i);
      expect(svg.replace(/>[^<]*</g, '><')).not.toMatch(/\son\w+=/i);
    }
    for (const ending of ['.csv', '.md', '.json', '.conllu']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('dialog button').filter({ hasText: ending }).first().click(),
      ]);
      const content = await readFile(await download.path(), 'utf8');
      if (ending === '.md') expect(content).not.toMatch(/(^|[^\\])<script/);
      if (ending === '.json') JSON.parse(content);
    }
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
});

test('keeps nothing unless it is asked to', async ({ page, site, context }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  const stored = await page.evaluate(async () => {
    const bodies: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = (await cache.match(request))!;
        if (/json|text|html/.test(response.headers.get('content-type') ?? '')) bodies.push(await response.text());
      }
    }
    return {
      local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name), bodies,
    };
  });
  expect({ ...stored, bodies: [] }).toEqual({ local: [], session: [], cookie: '', databases: [], bodies: [] });
  expect(await context.cookies()).toEqual([]);
});

test.describe('a worker that dies', () => {
  test.use({ strict: false });
  test('is replaced, and the text is kept', async ({ page, site }) => {
    await page.addInitScript(() => {
      const watched = { started: 0, isDeadly: false };
      Object.assign(window, { watched });
      window.Worker = class extends Worker {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          watched.started++;
        }
        override postMessage(message: { kind: string }): void {
          super.postMessage(message);
          if (message.kind !== 'analyze' || !watched.isDeadly) return;
          watched.isDeadly = false;
          // As a browser tells of a trap, or of memory that has run out.
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'unreachable' })));
        }
      };
    });
    const watched = (): Promise<{ started: number }> => page.evaluate(() => (window as unknown as { watched: { started: number } }).watched);
    await page.goto(site.origin);
    await readArticle(page, SAMPLE);
    await page.locator('.brand').click();
    const long = `${SAMPLE}\n\n`.repeat(60).slice(0, 50_000);
    await page.evaluate(() => void ((window as unknown as { watched: { isDeadly: boolean } }).watched.isDeadly = true));
    await page.locator('#article-text').fill(long);
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.waiting[role=alert]')).toBeVisible();
    await page.locator('.waiting .primary').click();
    await page.locator('.card').first().waitFor();
    expect((await watched()).started).toBe(2);
    expect(await page.locator('article').innerText()).toContain(long.trim().slice(-40).trim());
  });

  test('for good is told, and a later one does the work', async ({ page }) => {
    const folder = copyOfSite();
    const wasm = join(folder, 'assets', readdirSync(join(folder, 'assets')).find((name) => name.endsWith('.wasm'))!);
    const whole = readFileSync(wasm);
    writeFileSync(wasm, 'no module');
    const server = await serve(0, folder, { 'cache-control': 'no-store' });
    try {
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
      await page.locator('#article-text').fill(SAMPLE);
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('.waiting[role=alert]')).toBeVisible();
      writeFileSync(wasm, whole);
      await page.locator('.waiting .primary').click();
      await page.locator('.card').first().waitFor();
    } finally {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    }
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
