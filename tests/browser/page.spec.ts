import { expect, readArticle, SAMPLE, test } from './site.ts';

test('reads a pasted article, and again without a network', async ({ page, site, context }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  await expect(page.locator('.card .actor').first()).toBeVisible();
  await expect(page.locator('article a.mention').first()).toBeVisible();
  expect(await page.locator('article').innerText()).toContain('Gió Sớm');
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await readArticle(page, SAMPLE);
});

test('shows every view, and lights what is pointed at', async ({ page, site }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  for (const [view, content] of [
    ['timeline', '.timeline li'],
    ['graph', '.graph .node, .empty'],
    ['table', 'tbody tr'],
    ['words', '.parse .word'],
    ['cards', '.card'],
  ]) {
    await page.locator(`[role=tab][data-view=${view}]`).click();
    await expect(page.locator(content!).first()).toBeVisible();
  }
  await page.locator('.card .actor').first().hover();
  await expect(page.locator('article .mention.lit').first()).toBeVisible();
  await page.locator('.card .deed').first().click();
  await expect(page.locator('.pinned')).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.has('part-did'))).toBe(true);
});

test('sorts and filters the table, and answers a question', async ({ page, site }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  await page.locator('.ask .chip').first().click();
  await expect(page.locator('.answer .asked')).toBeVisible();
  await page.locator('[role=tab][data-view=table]').click();
  await page.locator('th button').first().click();
  await expect(page.locator('th').first()).toHaveAttribute('aria-sort', 'ascending');
  const all = await page.locator('tbody tr').count();
  await page.locator('.filters input').fill('Gió Sớm');
  await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(all);
});

/** Some ten seconds of one core, which may have much else to do. */
const READING = 600_000;

test('keeps answering while 2 MB are read and drawn', async ({ page, site, browser }) => {
  test.setTimeout(READING);
  await page.goto(site.origin);
  const long = Array.from({ length: Math.ceil(2_000_000 / SAMPLE.length) }, () => SAMPLE).join('\n\n');
  await page.evaluate((text) => void Object.assign(window, { long: text }), long);
  await page.waitForTimeout(1000);
  await browser.startTracing(page, { categories: ['toplevel'] });
  // All inside the page: the driver's own looking would count as the page's work.
  await page.evaluate(async () => {
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const data = new DataTransfer();
    data.setData('text/plain', (window as unknown as { long: string }).long);
    document
      .querySelector('#article-text')!
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    await pause(200);
    document.querySelector<HTMLButtonElement>('.start .primary')!.click();
    while (!document.querySelector('article:not([aria-busy]) .block')) await pause(250);
    await pause(500);
  });
  const tasks = tasksOf(String(await browser.stopTracing()));
  const worst = Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
  const wall = Math.max(...tasks.map(({ dur }) => dur)) / 1000;
  console.log(`longest task while reading 2 MB: ${worst.toFixed(0)} ms, by the clock on the wall ${wall.toFixed(0)} ms`);
  expect(tasks.length).toBeGreaterThan(100);
  expect(worst).toBeLessThan(100);
});

interface Task {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds from begin to end, and of them those spent on the processor: what other programs take does not count. */
  dur: number;
  tdur: number;
  args: { name?: string };
}

/** The tasks of the page's own thread. */
function tasksOf(trace: string): Task[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: Task[] };
  const threads = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents.filter(({ name, ph, pid, tid, tdur }) => name.endsWith('RunTask') && ph === 'X' && tdur > 0 && threads.has(`${pid} ${tid}`));
}

test('cancels and goes on', async ({ page, site }) => {
  await page.goto(site.origin);
  await page.locator('input[type=file]').setInputFiles([
    { name: 'một.txt', mimeType: 'text/plain', buffer: Buffer.from(SAMPLE) },
    { name: 'hai.txt', mimeType: 'text/plain', buffer: Buffer.from(`Bài hai\n\n${SAMPLE}`) },
  ]);
  await expect(page.locator('.queue li')).toHaveCount(2);
  await page.locator('.queue li').nth(1).getByRole('button').last().click();
  await expect(page.locator('.queue li')).toHaveCount(0);
  await expect(page.locator('.card').first()).toBeVisible();
});

test('a long paste shows how far it is, to eyes and to screen readers, and can be taken back', async ({ page, site }) => {
  test.setTimeout(READING);
  await page.goto(site.origin);
  const long = Array.from({ length: 300 }, () => SAMPLE).join('\n\n');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.querySelector('#article-text')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    const seen: number[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('.waiting progress');
      if (bar && bar.position >= 0 && bar.value !== seen.at(-1)) seen.push(bar.value);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, long);
  await page.locator('.start .primary').click();
  await page.waitForFunction(() => (window as unknown as { seen: number[] }).seen.length > 3);
  const browser = await page.context().newCDPSession(page);
  const { nodes } = (await browser.send('Accessibility.getFullAXTree')) as { nodes: { role?: { value: string }; name?: { value: string }; value?: { value: number } }[] };
  const bar = nodes.find(({ role }) => role?.value === 'progressbar');
  expect(bar?.name?.value).toBe('Đã đọc được');
  expect(Number(bar?.value?.value)).toBeGreaterThan(0);
  // Cancelled, the text is not lost; taken up again, it is read to the end.
  await page.locator('.waiting').getByRole('button', { name: 'Hủy' }).click();
  await expect(page.locator('.start .long')).toBeVisible();
  await expect(page.locator('.queue li')).toHaveCount(0);
  await page.evaluate(() => void ((window as unknown as { seen: number[] }).seen.length = 0));
  await page.locator('.start .primary').click();
  await expect(page.locator('.card').first()).toBeVisible({ timeout: READING });
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  // How many are drawn, and how late the last one, depends on the machine: no great leap is seen on any.
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(Math.max(...[...seen, 1].map((share, i) => share - (seen[i - 1] ?? 0)))).toBeLessThan(0.4);
});

test('keeps a history only when asked, and wipes it', async ({ page, site }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await page.getByRole('button', { name: 'Lịch sử' }).click();
  await page.getByRole('checkbox').check();
  await expect(page.locator('.kept li')).toHaveCount(1);
  await page.reload();
  await page.getByRole('button', { name: 'Lịch sử' }).click();
  await page.locator('.kept button').click();
  await expect(page.locator('.card').first()).toBeVisible();
  await page.getByRole('button', { name: 'Lịch sử' }).click();
  await page.getByRole('button', { name: 'Xóa hết' }).click();
  await expect(page.locator('.kept li')).toHaveCount(0);
  await page.getByRole('checkbox').uncheck();
  await expect(page.locator('dialog')).toContainText('Lịch sử đang tắt');
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('is of use before the analyzer is there, and says what it waits for', async ({ page, site, context }) => {
  let arrive: () => void = () => undefined;
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await context.route('**/*.model', async (route) => {
    await there;
    await route.continue();
  });
  await page.goto(site.origin);
  await expect(page.locator('.diagram').first()).toBeVisible();
  await page.locator('#article-text').fill(SAMPLE);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.waiting [role=status]')).toHaveText('Đang nạp bộ phân tích…');
  await expect(page.locator('.waiting progress')).toBeVisible();
  arrive();
  await expect(page.locator('.card').first()).toBeVisible();
});

test('lights a person’s mentions, deeds and quotes together, from wherever they are pointed at', async ({ page, site }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  const lan = Number(await page.locator('.card .actor', { hasText: 'Trần Mai Lan' }).getAttribute('data-entity'));
  const lit = async (): Promise<void> => {
    for (const what of [`article .mention[data-entity="${lan}"]`, '.card .deed', '.card .said', 'article .quote', 'article .verb'])
      await expect(page.locator(`${what}.lit:visible`).first(), what).toBeVisible();
    await expect(page.locator(`article .mention.lit:not([data-entity="${lan}"])`)).toHaveCount(0);
  };
  await page.locator(`article .mention.name[data-entity="${lan}"]`).first().hover();
  await lit();
  await page.locator('.legend').hover();
  await expect(page.locator('.lit')).toHaveCount(0);
  await page.locator('.card .actor', { hasText: 'Trần Mai Lan' }).hover();
  await lit();
  // Pinned, it stays when the pointer goes.
  await page.locator('.card .actor', { hasText: 'Trần Mai Lan' }).click();
  await page.locator('.legend').hover();
  await lit();
  await page.locator('[role=tab][data-view=graph]').click();
  await page.keyboard.press('Escape');
  await page.locator('.graph .node').first().hover();
  await expect(page.locator('article .mention.lit').first()).toBeVisible();
});

test('turns marks off and on by type, and tells types apart without colour', async ({ page, site }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  const mention = page.locator('article .mention.PER.name').first();
  await expect(mention).toHaveCSS('text-decoration-line', 'underline');
  await page.locator('.legend .chip', { hasText: 'Người' }).click();
  await expect(mention).toHaveCSS('text-decoration-line', 'none');
  await page.locator('.legend .chip', { hasText: 'Người' }).click();
  await expect(mention).toHaveCSS('text-decoration-line', 'underline');
  const styles = await page.evaluate(() =>
    ['PER', 'ORG', 'LOC', 'TIME'].map((type) => getComputedStyle(document.querySelector(`article .${type}`)!).textDecorationStyle),
  );
  expect(new Set(styles).size).toBe(4);
});

test('shows what is denied, planned and said by somebody, and filters by it', async ({ page, site }) => {
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  await expect(page.locator('.card .deed', { hasText: 'bình luận' }).locator('.flag.no')).toHaveText('Không');
  await expect(page.locator('.card .deed', { hasText: 'ghế Giám đốc' }).locator('.flag.plan')).toHaveText('Dự định');
  await expect(page.locator('.card .src', { hasText: 'theo ' }).first()).toBeVisible();
  await page.locator('[role=tab][data-view=table]').click();
  const all = await page.locator('tbody tr').count();
  await page.locator('.filters select').first().selectOption({ label: 'Dự định' });
  await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(all);
  for (const row of await page.locator('tbody tr').all()) await expect(row.locator('.flag.plan')).toBeVisible();
  await page.locator('.filters select').first().selectOption({ label: 'Mọi tính chất' });
  // By date, not by the letters of its words; what has none comes last.
  await page.locator('th button', { hasText: 'Khi nào' }).click();
  const when = (await page.locator('td.when').allInnerTexts()).map((text) => text.trim());
  expect(when[0]).toContain('2014');
  expect(when.at(-1)).toBe('');
});

test('the back button goes through what was looked at, and loses nothing', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(site.origin);
  await page.mouse.wheel(0, 400);
  await readArticle(page, SAMPLE);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.locator('#main')).toBeFocused();
  await page.locator('[role=tab][data-view=table]').click();
  await page.locator('td .link').first().click();
  await expect(page.locator('.reader')).toHaveAttribute('data-view', 'article');
  await expect(page.locator('[role=tab][data-view=article]')).toBeInViewport({ ratio: 1 });
  await page.goBack();
  await expect(page.locator('.reader')).toHaveAttribute('data-view', 'table');
  await page.goBack();
  await expect(page.locator('#article-text')).toBeVisible();
  await expect(page.locator('.queue li')).toHaveCount(1);
  await page.goForward();
  await expect(page.locator('tbody tr').first()).toBeVisible();
});
