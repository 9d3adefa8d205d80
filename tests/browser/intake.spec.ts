import { expect, readArticle, SAMPLE, test } from './site.ts';
import type { Page } from '@playwright/test';

const file = (name: string, content: string | Buffer, mimeType = '') => ({ name, mimeType, buffer: Buffer.from(content) });

const openFiles = (page: Page, files: ReturnType<typeof file>[]) => page.locator('.start input[type=file]').setInputFiles(files);

/** Pastes into the page as a browser does, with what the clipboard holds in each format. */
const paste = (page: Page, formats: Record<string, string>, into = '#article-text') =>
  page.locator(into).evaluate((field, formats) => {
    const data = new DataTransfer();
    for (const [type, content] of Object.entries(formats)) data.setData(type, content);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, formats);

const PAGE = `<!doctype html><html><head><title>Bà Lan mở quán - Báo Bến Sông</title><style>p{color:red}</style></head><body>
<nav><a href="/">Trang chủ</a> <a href="/kinh-te">Kinh tế</a></nav><div class="ad">Quảng cáo: mua một tặng một</div>
<article><h1>Bà Lan mở quán</h1>${SAMPLE.split('\n\n').slice(1).map((block) => `<p style="margin:0">${block}</p>`).join('')}</article>
<footer>Bản quyền của Báo Bến Sông</footer><script>document.title = 'x'</script></body></html>`;

test.beforeEach(async ({ page, site }) => page.goto(site.origin));

test('rich text and a page’s source are reduced to the article', async ({ page }) => {
  await paste(page, { 'text/html': PAGE, 'text/plain': 'chữ trơn' });
  const field = page.locator('#article-text');
  await expect(field).toHaveValue(/Trần Mai Lan, Chủ tịch Tập đoàn Hải Vân/);
  expect(await field.inputValue()).not.toMatch(/Trang chủ|document\.title|color:red|</);
  await readArticle(page, PAGE);
  await expect(page.locator('article')).toContainText('Trần Mai Lan');
  expect(await page.locator('article').innerText()).not.toMatch(/<p>|document\.title/);
});

test('a paste anywhere opens the article', async ({ page }) => {
  await paste(page, { 'text/plain': SAMPLE }, 'h1');
  await expect(page.locator('.card').first()).toBeVisible();
});

test('files of every kind, several at once, one after the other', async ({ page }) => {
  await openFiles(page, [
    file('một.txt', SAMPLE),
    file('hai.html', PAGE, 'text/html'),
    file('ba.md', `# Ông Nhân **đóng** phà\n\n${SAMPLE.slice(70)}\n\n- Xem [bài khác](https://example.invalid)\n`),
    file('bốn.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Bài bốn\n\n${SAMPLE}`, 'utf16le')])),
  ]);
  await expect(page.locator('.queue li.done')).toHaveCount(4);
  const titles = await page.locator('.queue .open').allInnerTexts();
  expect(titles[0]).toMatch(/^Tập đoàn Hải Vân mua lại/);
  expect(titles[2]).toBe('Ông Nhân đóng phà');
  await page.locator('.queue .open').nth(2).click();
  await expect(page.locator('article')).toContainText('Xem bài khác');
  await expect(page.locator('article')).not.toContainText('example.invalid');
  await page.locator('.queue .open').nth(3).click();
  await expect(page.locator('article')).toContainText('Bài bốn');
});

test('a file dropped on the page', async ({ page }) => {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'bài.txt', { type: 'text/plain' }));
    dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true }));
  }, SAMPLE);
  await expect(page.locator('.drop')).toBeVisible();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'bài.txt', { type: 'text/plain' }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  }, SAMPLE);
  await expect(page.locator('.card').first()).toBeVisible();
  await expect(page.locator('.drop')).toHaveCount(0);
});

test('what is no text is named, what is text is read all the same', async ({ page }) => {
  await openFiles(page, [
    file('quét.pdf', '%PDF-1.7 …'),
    file('bài.docx', 'PK\u0003\u0004…'),
    file('ảnh.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
    file('bài.txt', SAMPLE),
  ]);
  const notice = page.getByRole('alert');
  for (const words of ['quét.pdf là PDF', 'bài.docx là tài liệu Office', 'ảnh.txt không phải văn bản']) await expect(notice).toContainText(words);
  await expect(page.locator('.card').first()).toBeVisible();
  await notice.getByRole('button', { name: 'Đóng thông báo' }).click();
  await expect(notice).toHaveCount(0);
});

test('old Vietnamese Windows files are read as they were written', async ({ page }) => {
  // "Bà Lan mở quán tại Huế" in windows-1258, where tone marks stand after their letter.
  const bytes = Buffer.from([0x42, 0xe0, 0x20, 0x4c, 0x61, 0x6e, 0x20, 0x6d, 0xf5, 0xd2, 0x20, 0x71, 0x75, 0xe1, 0x6e, 0x20, 0x74, 0x61, 0xf2, 0x69, 0x20, 0x48, 0x75, 0xea, 0xec, 0x2e]);
  await openFiles(page, [file('cũ.txt', bytes)]);
  await expect(page.locator('article .block').first()).toHaveText('Bà Lan mở quán tại Huế.');
});

test('an address is explained, with a bookmark that brings the article here', async ({ page, site }) => {
  await page.locator('#article-text').fill('https://example.invalid/bai-bao.html');
  await page.keyboard.press('Control+Enter');
  const dialog = page.locator('dialog');
  await expect(dialog).toContainText('Đây là một địa chỉ');
  await page.keyboard.press('Escape');
  await page.locator('#article-text').fill('Bà Lan mở quán ở Huế\nhttps://example.invalid/bai-bao.html');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Đây là một địa chỉ');
  const code = await dialog.locator('.bookmarklet').evaluate((link) => {
    const data = new DataTransfer();
    link.dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true }));
    return data.getData('text/plain');
  });
  expect(code).toMatch(/^javascript:/);
  // The bookmark on somebody's page: what it opens holds the article after the "#" alone.
  const host = await page.context().newPage();
  await host.setContent(`<title>Bài</title><nav>Trang chủ</nav><article><p>${SAMPLE}</p></article>`);
  const opened = await host.evaluate((code) => {
    let opened = '';
    Object.assign(window, { open: (address: string) => void (opened = address) });
    (0, eval)(code);
    return opened;
  }, decodeURIComponent(code.slice('javascript:'.length)));
  await host.close();
  const address = new URL(opened);
  expect([address.origin, address.search]).toEqual([site.origin, '']);
  await page.goto('about:blank');
  await page.goto(opened);
  await expect(page.locator('article')).toContainText('Trần Mai Lan');
  await expect(page.locator('article')).not.toContainText('Trang chủ');
});

test('nothing, too much and another language are told, and nothing is lost', async ({ page }) => {
  await page.locator('.start .primary').click();
  await expect(page.getByRole('alert')).toHaveText('Chưa có chữ nào để đọc.');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Ông An mua nhà. '.repeat(1_300_000));
    document.querySelector('#article-text')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('.start .long')).toContainText('20.800.000 ký tự');
  await page.locator('.start .primary').click();
  await expect(page.getByRole('alert')).toContainText('Văn bản dài quá');
  await expect(page.locator('.start .long')).toContainText('20.800.000 ký tự');
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await page.locator('#article-text').fill('The mayor opened a new bridge on Monday. She said the bridge had cost two million dollars.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.panel .notice')).toContainText('không phải tiếng Việt');
  await expect(page.locator('article')).toContainText('The mayor opened a new bridge');
});

test('what was typed is still there after a look at another article', async ({ page }) => {
  await page.locator('#article-text').fill('Ông An mua nhà ở Huế.');
  await page.getByRole('button', { name: 'Đọc thử bài mẫu' }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await page.getByRole('button', { name: 'Bài khác', exact: true }).click();
  await expect(page.locator('#article-text')).toHaveValue('Ông An mua nhà ở Huế.');
});

test('when the analyzer can’t be fetched the text is safe and can be tried again', async ({ page, site, context }) => {
  await context.route('**/*.model', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('about:blank');
  await page.goto(site.origin);
  await page.locator('#article-text').fill(SAMPLE);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Không tải được bộ phân tích');
  await page.getByRole('button', { name: 'Sửa văn bản' }).click();
  await expect(page.locator('#article-text')).toHaveValue(SAMPLE);
  await context.unroute('**/*.model');
  await page.keyboard.press('Tab');
  await page.locator('.start .primary').click();
  await expect(page.locator('.card').first()).toBeVisible();
});
