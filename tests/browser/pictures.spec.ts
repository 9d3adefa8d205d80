import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pack } from '../../wasm/src/packed_tokens.ts';
import type { Analysis } from '../../wasm/src/types.ts';
import { expect, SAMPLE, test } from './site.ts';

/**
 * Pictures of every view, compared with those kept in pictures/ (draw them anew with --update-snapshots and look at
 * each). A kept analysis stands in for the analyzer: what is compared is the drawing, not the model.
 */
const analysis = JSON.parse(readFileSync(new URL('./pictures/analysis.json', import.meta.url), 'utf8')) as Analysis;

// The driver hides the caret by a style of its own, which the page's policy stops and reports.
test.use({ serviceWorkers: 'block', strict: false });

async function keptAnalyzer(page: Page): Promise<void> {
  const { tokens, ...frame } = analysis;
  const packed = pack(tokens);
  const columns = Object.entries(packed)
    .filter(([name]) => name !== 'names')
    .map(([name, column]) => `${name}: new ${(column as Int32Array).constructor.name}([${[...(column as Int32Array)]}])`);
  const part = `{ kind: 'frame', frame: ${JSON.stringify(frame)}, total: 0, tokens: { ${columns.join(', ')}, names: ${JSON.stringify(packed.names)} } }`;
  await page.route('**/assets/worker-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `addEventListener('message', ({ data: { kind, id } }) => {
        if (kind === 'start') return postMessage({ kind: 'ready' });
        postMessage({ kind: 'part', id, part: ${part} });
        postMessage({ kind: 'analyzed', id });
      });`,
    }),
  );
}

for (const [width, height] of [[390, 844], [1280, 800]] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${width} pixels, ${theme}`, async ({ page, site }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await keptAnalyzer(page);
      await page.goto(site.origin);
      await page.evaluate(() => document.fonts.ready);
      const compare = async (view: string): Promise<void> => {
        await page.mouse.move(0, 0);
        await expect(page).toHaveScreenshot(`${view}-${width}-${theme}.png`, { maxDiffPixelRatio: 0.02, threshold: 0.3, caret: 'hide' });
      };
      if (theme === 'light') await compare('start');
      await page.locator('#article-text').fill(SAMPLE);
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('.card').first()).toBeVisible();
      await expect(page.locator('article[aria-busy]')).toHaveCount(0);
      // Dark differs by its colours alone, which two views show; each view's layout is compared in light.
      for (const view of theme === 'dark' ? ['cards', 'graph'] : ['article', 'cards', 'timeline', 'graph', 'table', 'words']) {
        if (view === 'article' && width > 1000) continue;
        await page.locator(`[role=tab][data-view=${view}]`).click();
        await compare(view);
      }
    });
  }
}
