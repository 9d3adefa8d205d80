import { cpSync, mkdtempSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { serve } from '../../web/scripts/serve.mjs';
import { SAMPLE } from '../../web/src/sample.ts';

export { expect, SAMPLE };

interface Site {
  origin: string;
  /** Every request of the test, by address. */
  requests: string[];
}

/** The built site on an origin of its own. A test fails on any console error or warning, and on any foreign request. */
export const test = base.extend<{ site: Site; strict: boolean }>({
  strict: [true, { option: true }],
  site: async ({ page, context, strict }, use) => {
    const server: Server = await serve(0);
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const requests: string[] = [];
    const complaints: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use({ origin, requests });
    server.closeAllConnections();
    server.close();
    if (strict) {
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(origin))).toEqual([]);
    }
  },
});

export async function readArticle(page: Page, text: string): Promise<void> {
  await page.locator('#article-text').fill(text);
  await page.keyboard.press('Control+Enter');
  await page.locator('article[aria-label] .block').first().waitFor({ state: 'attached' });
  await page.locator('.card').first().waitFor();
}

/** The built page in a folder of its own, for tests that change its files. */
export function copyOfSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ailamgi-site-'));
  cpSync('web/dist', folder, { recursive: true, filter: (path) => !/\.zip$|offline\.html$|widget$/.test(path) });
  return folder;
}
