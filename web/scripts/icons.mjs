// Draws public/icon.svg as the PNG files that phones ask for: node scripts/icons.mjs (needs Chromium). Run it when the icon changes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { web } from './files.mjs';

const executablePath = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const svg = readFileSync(join(web, 'public/icon.svg'), 'utf8');
// A maskable icon is cut to the system's own shape, so its ground goes to the edges.
const SHAPES = [['icon-192.png', 192, svg], ['icon-512.png', 512, svg], ['icon-maskable-512.png', 512, svg.replace(/ rx="\d+"/, '')], ['apple-touch-icon.png', 180, svg.replace(/ rx="\d+"/, '')]];

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const [name, size, drawing] of SHAPES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await page.screenshot({ path: join(web, 'public', name), omitBackground: true });
}
await browser.close();
