import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, loadConfigFromFile } from 'vite';
import { dist, web } from './files.mjs';

/** The widget: one small file at a fixed address, the rest loaded from beside it. */
export async function buildWidget() {
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(web, 'vite.config.ts'));
  await build({
    ...config,
    root: web,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ...config.build,
      emptyOutDir: false,
      rollupOptions: {
        input: join(web, 'src/widget/loader.ts'),
        output: {
          entryFileNames: 'ai-lam-gi.js',
          chunkFileNames: 'widget/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
  copyFileSync(join(web, 'src/widget/custom-elements.json'), join(dist, 'custom-elements.json'));
}
