import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dist, web } from './files.mjs';

const root = join(web, '..');
// The build fails when it takes in any other package (vite.config.ts).
const SHIPPED = JSON.parse(readFileSync(join(web, 'scripts/shipped.json'), 'utf8'));

/** The licences of everything that the site ships, in one file. */
export function licences() {
  const text = (path) => readFileSync(path, 'utf8').trim();
  const own = ['NOTICE', 'LICENSE', 'LICENSE-MODEL'].map((name) => `${name}\n\n${text(join(root, name))}`);
  // Whichever of the two builds there is: both are made from the one tarball whose checksum is pinned.
  const icu = ['wasm', 'native'].map((target) => join(root, 'build/icu', target, 'LICENSE')).find((path) => existsSync(path));
  const compiled = [
    ...(icu ? [`ICU (Unicode-DFS-2016)\n\n${text(icu)}`] : []),
    ...readdirSync(join(root, 'toolchain/licences')).sort().map((name) => `${basename(name, '.txt')}, in the WebAssembly module\n\n${text(join(root, 'toolchain/licences', name))}`),
  ];
  const packages = SHIPPED.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} ships without its licence`);
    return `${name} ${version} (${license})\n\n${text(join(folder, file))}`;
  });
  writeFileSync(join(dist, 'licences.txt'), `\uFEFF${[...own, ...compiled, ...packages].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}
