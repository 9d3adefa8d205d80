import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, web } from './files.mjs';

const SHIPPED = ['lit', 'lit-element', 'lit-html', '@lit/reactive-element', 'd3-force', 'd3-dispatch', 'd3-quadtree', 'd3-timer', '@mozilla/readability', '@fontsource/be-vietnam-pro'];

/** The licences of everything that the site ships, in one file. */
export function licences() {
  const root = join(web, '..');
  const parts = SHIPPED.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`;
  });
  for (const own of ['NOTICE', 'LICENSE']) {
    if (existsSync(join(root, own))) parts.unshift(`${own}\n\n${readFileSync(join(root, own), 'utf8').trim()}`);
  }
  writeFileSync(join(dist, 'licences.txt'), `\uFEFF${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}
