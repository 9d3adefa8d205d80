import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Analysis } from '../../wasm/src/types.ts';
import { expect, readArticle, SAMPLE, test } from './site.ts';

test.beforeEach(async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.origin);
  await readArticle(page, SAMPLE);
  await page.locator('.take-away').click();
});

const button = (page: Page, name: string) => page.locator('dialog').getByRole('button', { name, exact: true });

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await button(page, name).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function copied(page: Page, name: string): Promise<string> {
  await button(page, name).click();
  await expect(page.locator('.status')).toHaveText('Đã chép.');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('Markdown, copied and saved', async ({ page }) => {
  const { name, bytes } = await saved(page, 'Tải về .md (Markdown)');
  expect(name).toBe('tap-doan-hai-van-mua-lai-cong-ty-gio-som-voi-gia-480-ty-dong.md');
  const text = String(bytes);
  expect(text).toMatch(/^# Tập đoàn Hải Vân mua lại Công ty Gió Sớm/);
  expect(text).toContain('## Tóm tắt\n\n- ');
  expect(text).toMatch(/^### Trần Mai Lan$/m);
  expect(text).toMatch(/^- \*\*phủ nhận\*\* /m);
  expect((await copied(page, 'Chép Markdown')).replaceAll('\r\n', '\n')).toBe(text);
});

test('JSON whose offsets fit the text it carries', async ({ page }) => {
  const { bytes } = await saved(page, 'Tải về .json (JSON)');
  const { text, ...analysis } = JSON.parse(String(bytes)) as Analysis & { text: string };
  expect(text).toBe(SAMPLE);
  expect(analysis.version).toBe(1);
  for (const { mentions, name } of analysis.entities.filter(({ type }) => type === 'PER'))
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toContain(name);
});

test('CSV with a byte order mark, a row an event, in each separator', async ({ page }) => {
  for (const [choice, separator] of [['dấu phẩy', ','], ['dấu chấm phẩy', ';'], ['tab', '\t']] as const) {
    await page.locator('dialog select').selectOption({ label: choice });
    const { bytes } = await saved(page, 'Tải về .csv (CSV)');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = rowsOf(bytes.subarray(3).toString(), separator);
    expect(rows[0]).toEqual(['Ai', 'Không', 'Làm', 'Gì', 'Khi nào', 'ISO 8601', 'Ở đâu', 'Theo ai', 'Tính chất']);
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([9]));
    expect(rows.some((row) => row[0] === 'Trần Mai Lan' && row[2] === 'phủ nhận')).toBe(true);
  }
});

/** RFC 4180, as spreadsheets read it. */
function rowsOf(csv: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const character = csv[i]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (csv[i + 1] === '"') cell += csv[++i];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === separator) {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (character === '\r' && csv[i + 1] === '\n') {
      i++;
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
    } else cell += character;
  }
  return rows.slice(0, -1);
}

test('CoNLL-U with ten columns and one root a sentence', async ({ page }) => {
  const { name, bytes } = await saved(page, 'Tải về .conllu (CoNLL-U)');
  expect(name).toMatch(/\.conllu$/);
  const sentences = String(bytes).trimEnd().split('\n\n');
  expect(sentences.length).toBeGreaterThan(10);
  for (const sentence of sentences) {
    const lines = sentence.split('\n');
    expect(lines[0]).toMatch(/^# sent_id = \d+$/);
    expect(lines[1]).toMatch(/^# text = \S/);
    const words = lines.slice(2).map((line) => line.split('\t'));
    words.forEach((word, i) => {
      expect(word).toHaveLength(10);
      expect(word[0]).toBe(String(i + 1));
      expect(Number(word[6])).toBeLessThanOrEqual(words.length);
      expect(word[3]).toMatch(/^[A-Z]{1,5}$/);
    });
    expect(words.filter((word) => word[6] === '0' && word[7] === 'root').length, sentence).toBe(1);
    const spaced = words.map((word) => word[1] + (word[9] === 'SpaceAfter=No' ? '' : ' ')).join('').trim();
    expect(lines[1]).toBe(`# text = ${spaced}`);
  }
});

test('pictures of graph and timeline, as drawings and as pixels', async ({ page, context }) => {
  for (const [what, words] of [['Quan hệ', 'Gió Sớm'], ['Dòng thời gian', '14/10/2026']] as const) {
    const svg = String((await saved(page, `Tải về .svg (${what})`)).bytes);
    expect(svg).toContain(words);
    const alone = await context.newPage();
    await alone.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
    expect(await alone.evaluate(() => document.documentElement.nodeName)).toBe('svg');
    expect(await alone.locator('parsererror, script, foreignObject, image, a').count()).toBe(0);
    await alone.close();
    expect(svg).not.toMatch(/<script|\son\w+=|href=/);
    const png = (await saved(page, `Tải về .png (${what})`)).bytes;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const size = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
    expect(png.readUInt32BE(16)).toBe(2 * Math.round(Number(size[1])));
    expect(Math.abs(png.readUInt32BE(20) - 2 * Number(size[2]))).toBeLessThan(3);
    // A blank sheet packs to next to nothing.
    expect(png.length).toBeGreaterThan(8000);
  }
});

test('a link that carries article and view past every server', async ({ page, site }) => {
  await page.keyboard.press('Escape');
  await page.locator('[role=tab][data-view=table]').click();
  await page.locator('.take-away').click();
  const link = await copied(page, 'Chép liên kết chứa cả bài');
  expect(new URL(link).search).toBe('');
  expect(link).not.toContain('Trần');
  await page.goto('about:blank');
  site.requests.length = 0;
  await page.goto(link);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  expect(site.requests.filter((address) => address.includes('#a=') && address !== link)).toEqual([]);
});

test('a printable page: article and cards on white paper, nothing to press', async ({ page }) => {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Nền tối' }).click();
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.masthead nav', '.tabs', '.legend', '.ask', 'dialog']) await expect(page.locator(gone)).toBeHidden();
  await expect(page.locator('article .block').last()).toBeVisible();
  await expect(page.locator('.card').last()).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
  // The colours of the light theme, whatever the screen shows.
  await expect(page.locator('article .mention.PER.name').first()).toHaveCSS('color', 'rgb(31, 79, 209)');
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  expect((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(1);
});
