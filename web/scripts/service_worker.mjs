import { join } from 'node:path';
import { build } from 'vite';
import { dist, filesOf, read, sha256, web } from './files.mjs';

/** What a second visit needs without a network; the widget's files are for other sites. */
const kept = (file) => !/^(widget\/|ai-lam-gi\.js|custom-elements\.json|example\/|licences\.txt|sw\.js)/.test(file);

export async function buildServiceWorker() {
  const files = filesOf(dist).filter(kept);
  const version = sha256(files.map((file) => `${file} ${sha256(read(file))}`).join('\n')).slice(0, 16);
  await build({
    root: web,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __FILES__: JSON.stringify(['./', ...files.filter((file) => file !== 'index.html').map((file) => `./${file}`)]),
      __VERSION__: JSON.stringify(version),
    },
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(web, 'src/sw.ts'), formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
    },
  });
}
