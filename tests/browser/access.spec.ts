import type { Page } from '@playwright/test';
import { violations, withAxe } from './axe.ts';
import { expect, readArticle, SAMPLE, test } from './site.ts';

const VIEWS = ['cards', 'timeline', 'graph', 'table', 'words'];

/** Settings as a returning reader has them. */
const prefer = (page: Page, language: string, theme: string): Promise<unknown> =>
  page.addInitScript((settings) => localStorage.setItem('ailamgi-settings', JSON.stringify(settings)), { language, theme });

for (const language of ['vi', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe-core finds nothing in any view: ${language}, ${theme}`, async ({ page, site }) => {
      await withAxe(page);
      await prefer(page, language, theme);
      await page.goto(site.origin);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await violations(page, 'start');
      await page.locator('.start .primary').click();
      await expect(page.getByRole('alert')).toBeVisible();
      await violations(page, 'start with a notice');

      await readArticle(page, SAMPLE);
      for (const view of VIEWS) {
        await page.locator(`[role=tab][data-view=${view}]`).click();
        await violations(page, view);
      }
      await page.locator('[role=tab][data-view=cards]').click();
      await page.locator('.suggestions button').first().click();
      await expect(page.locator('.answer .asked')).toBeVisible();
      for (const summary of await page.locator('.card summary').all()) await summary.click();
      await page.locator('.card .deed').first().click();
      await expect(page.locator('.pinned')).toBeVisible();
      await violations(page, 'cards unfolded, an answer, a deed pinned');
      await page.keyboard.press('Escape');
      await page.locator('.legend .chip').first().click();
      await violations(page, 'a type switched off');
      await page.locator('.legend .chip').first().click();

      const nav = page.locator('.masthead nav button');
      for (const dialog of ['take-away', 'history', 'history kept', 'about'] as const) {
        if (dialog === 'take-away') await page.locator('.take-away').click();
        else await nav.nth(dialog === 'about' ? 2 : 1).click();
        await expect(page.locator('dialog')).toBeVisible();
        if (dialog === 'history kept') {
          await page.getByRole('checkbox').check();
          await expect(page.locator('.kept li')).toHaveCount(1);
        }
        await violations(page, dialog);
        await page.keyboard.press('Escape');
      }

      // A phone shows the article as a view of its own, and rows of the table as cards.
      await page.setViewportSize({ width: 390, height: 844 });
      for (const view of ['article', 'table']) {
        await page.locator(`[role=tab][data-view=${view}]`).click();
        await violations(page, `${view} on a phone`);
      }
    });

    test(`axe-core finds nothing while it waits, nor in what went wrong: ${language}, ${theme}`, async ({ page, site, context }) => {
      await withAxe(page);
      await prefer(page, language, theme);
      let answer: (fulfilled: { status: number }) => void = () => undefined;
      const answered = new Promise<{ status: number }>((resolve) => (answer = resolve));
      await context.route('**/*.model', async (route) => route.fulfill(await answered));
      await page.goto(site.origin);
      await page.locator('#article-text').fill('https://example.invalid/bai-bao.html');
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('dialog')).toBeVisible();
      await violations(page, 'an address');
      await page.keyboard.press('Escape');
      await page.locator('input[type=file]').setInputFiles(['một', 'hai'].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(SAMPLE) })));
      await expect(page.locator('.waiting progress')).toBeVisible();
      await expect(page.locator('.queue li')).toHaveCount(2);
      await violations(page, 'waiting');
      answer({ status: 404 });
      await expect(page.locator('.waiting[role=alert]')).toBeVisible();
      await violations(page, 'failed');
    });
  }
}

test('nothing sticks out at 320, 390 and 640 pixels, the last as a desktop at 200 %', async ({ page, site }) => {
  for (const [width, language] of [[320, 'vi'], [390, 'en'], [640, 'vi']] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.origin);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    const wide = async (where: string): Promise<void> =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${where} at ${width}`).toBeLessThanOrEqual(width);
    await wide('start');
    await readArticle(page, SAMPLE);
    for (const view of ['article', ...VIEWS]) {
      await page.locator(`[role=tab][data-view=${view}]`).click();
      await wide(view);
    }
    await page.locator('.take-away').click();
    const box = (await page.locator('dialog').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  }
});

test('reduced motion is honoured', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(site.origin);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('smooth');
});

/** Presses Tab until what is wanted has the focus, as a reader without a mouse does. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), wanted)) return;
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

test('everything by keyboard alone, from the first Tab to a saved file', async ({ page, site }) => {
  await page.goto(site.origin);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await tabTo(page, '#article-text');
  await page.keyboard.insertText(SAMPLE);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.card').first()).toBeVisible();
  await expect(page.locator('article .block').last()).toBeAttached();

  // Tabs: arrows choose, and come round.
  await tabTo(page, '[role=tab][aria-selected=true]');
  for (const view of ['timeline', 'graph', 'table', 'words', 'cards']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.locator(`[role=tab][data-view=${view}]`)).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator(`[role=tab][data-view=${view}]`)).toBeFocused();
  }

  // The legend, then the article: one stop of Tab, arrows from name to name, Enter pins, Escape lets go.
  await tabTo(page, '.legend .chip');
  await page.keyboard.press('Space');
  await expect(page.locator('.legend .chip').first()).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Space');
  await tabTo(page, 'article a.mention');
  await expect(page.locator('article a.mention').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('article a.mention').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.pinned')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.pinned')).toHaveCount(0);

  // A question.
  await tabTo(page, '#question');
  await page.keyboard.insertText('Bà Lan đã làm gì?');
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer .asked')).toHaveText('Bà Lan đã làm gì?');

  // A deed leads to its place.
  await tabTo(page, '.card .deed');
  await page.keyboard.press('Enter');
  await expect(page.locator('.pinned')).toBeVisible();
  await page.keyboard.press('Escape');

  // Nodes of the graph.
  await page.keyboard.press('Shift+Tab');
  await page.locator('[role=tab][data-view=graph]').press('Enter');
  await tabTo(page, '.graph .node');
  await page.keyboard.press('Enter');
  await expect(page.locator('.graph .node.lit').first()).toBeVisible();
  await page.keyboard.press('Escape');

  // Taking away: the dialog keeps the focus, Escape gives it back.
  await page.locator('.take-away').press('Enter');
  await tabTo(page, '.formats button[aria-label="Tải về .csv (CSV)"]');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toBeHidden();
  await expect(page.locator('.take-away')).toBeFocused();
});
