// Makes wasm/dist: the compiled TypeScript beside the module and the model that the C++ build wrote.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const core = process.env.AILAMGI_CORE ?? join(here, '../build/wasm');
const dist = join(here, 'dist');

const missing = ['ailamgi.mjs', 'ailamgi.wasm', 'ailamgi.model'].filter((name) => !existsSync(join(core, name)));
if (missing.length > 0) {
  console.error(`${missing.join(', ')} not found in ${core}: build them first with`);
  console.error('  cmake --preset wasm && cmake --build --preset wasm');
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
const compiled = spawnSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', here], { stdio: 'inherit' });
if (compiled.status !== 0) process.exit(1);
// Browsers know no "#core": with the file's own name the package also runs unbundled, from any static host.
for (const name of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
  const code = readFileSync(join(dist, name), 'utf8');
  if (code.includes("'#core'")) writeFileSync(join(dist, name), code.replaceAll("'#core'", "'./ailamgi.mjs'"));
}
for (const name of ['ailamgi.mjs', 'ailamgi.wasm', 'ailamgi.model']) copyFileSync(join(core, name), join(dist, name));
