import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { dist, sha256, web } from './files.mjs';

/** One file that works when opened from a disk: code by hash, analyzer and model inside as data. */
export async function buildOffline() {
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(web, 'vite.config.ts'));
  const core = process.env.AILAMGI_CORE ?? join(web, '../build/wasm');
  const page = await bundle(config, join(web, 'src/main_offline.ts'), 'es', 'runtime_offline.ts');
  const worker = await bundle(config, join(web, '../wasm/src/worker.ts'), 'iife');
  const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');
  const data = (id, bytes) => `<script type="application/octet-stream" id="${id}">${packed(bytes)}</script>`;
  // "</script" inside the code would end the element early.
  const code = page.code.replaceAll('</script', '<\\/script');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(code, 'base64')}' 'wasm-unsafe-eval' blob:`,
    `style-src 'sha256-${sha256(page.css, 'base64')}'`,
    'img-src data: blob:', 'font-src data:', 'worker-src blob:', "base-uri 'none'", "form-action 'none'",
    "require-trusted-types-for 'script'", 'trusted-types lit-html ailamgi-inert ailamgi-scripts',
  ].join('; ');
  writeFileSync(
    join(dist, 'ailamgi-offline.html'),
    `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>Ai làm gì?</title>
<link rel="icon" href="data:,"><style>${page.css}</style></head><body><page-shell></page-shell>
${data('ailamgi-wasm', readFileSync(join(core, 'ailamgi.wasm')))}
${data('ailamgi-model', readFileSync(join(core, 'ailamgi.model')))}
${data('ailamgi-worker', Buffer.from(worker.code))}
<script type="module">${code}</script></body></html>
`,
  );
}

async function bundle(config, entry, format, runtime) {
  const alias = config.resolve.alias.map((rule) =>
    runtime && String(rule.find).includes('runtime') ? { ...rule, replacement: join(web, 'src', runtime) } : rule,
  );
  const { output } = await build({
    ...config,
    root: web,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias },
    build: {
      ...config.build,
      write: false,
      // Everything that the code or the style names, fonts above all, goes into the one file.
      assetsInlineLimit: 1e9,
      rollupOptions: { input: entry, output: { format, codeSplitting: false } },
    },
  });
  const css = output.filter((file) => file.fileName.endsWith('.css')).map((file) => String(file.source)).join('');
  return { code: output.find((file) => file.type === 'chunk' && file.isEntry).code, css };
}
