import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { dist, filesOf, read, sha256, sha384 } from './files.mjs';

/** A zip of the site, the checksums of all in it, and what a host needs to pin the widget. */
export function archive() {
  const files = filesOf(dist);
  const sums = files.map((file) => `${sha256(read(file))}  ${file}\n`).join('');
  writeFileSync(join(dist, 'SHA256SUMS'), sums);
  // One fixed date, so that two builds give the same bytes.
  const mtime = new Date(2026, 0, 1);
  const entries = [...files, 'SHA256SUMS'].map((file) => [`ai-lam-gi/${file}`, [new Uint8Array(read(file)), { mtime, level: 9 }]]);
  const zip = zipSync(Object.fromEntries(entries));
  writeFileSync(join(dist, 'ai-lam-gi.zip'), zip);
  writeFileSync(join(dist, 'ai-lam-gi.zip.sha256'), `${sha256(zip)}  ai-lam-gi.zip\n`);
  const widget = read('ai-lam-gi.js');
  console.log(`widget loader ${brotliCompressSync(widget).length} B brotli, integrity="sha384-${sha384(widget)}"`);
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const first = files.filter((file) => page.includes(file) || /assets\/(worker|ailamgi|style).*\.(js|wasm|model|css)$|woff2$/.test(file));
  const bytes = first.reduce((sum, file) => sum + (/woff2$/.test(file) ? read(file).length : brotliCompressSync(read(file)).length), 0);
  console.log(`first visit ${(bytes / 1024).toFixed(0)} KB brotli: ${first.length} files`);
}
