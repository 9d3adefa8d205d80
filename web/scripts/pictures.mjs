// Takes the README's pictures, docs/page-*.png, from the built page with its own sample: node web/scripts/pictures.mjs
// (needs Chromium). Run it when the page or the model has changed what is to be seen, and look at both.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { web } from './files.mjs';
import { serve } from './serve.mjs';

const executablePath = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const PICTURES = [
  { name: 'page-1280', width: 1280, height: 800, view: 'cards', pointAt: '.card .actor' },
  { name: 'page-390', width: 390, height: 844, view: 'graph' },
];

const server = await serve(0);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, width, height, view, pointAt } of PICTURES) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width, height }, reducedMotion: 'reduce', colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.address().port}/`);
  await page.getByRole('button', { name: 'Đọc thử bài mẫu' }).click();
  await page.locator('.card').first().waitFor();
  await page.locator('article .block').last().waitFor({ state: 'attached' });
  await page.locator(`[role=tab][data-view=${view}]`).click();
  await page.evaluate(() => document.fonts.ready);
  if (pointAt) await page.locator(pointAt).first().hover();
  await page.screenshot({ path: join(web, '../docs', `${name}.png`) });
  await context.close();
}
await browser.close();
server.closeAllConnections();
server.close();
