import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, transformWithOxc, type IndexHtmlTransformContext } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const core = process.env['AILAMGI_CORE'] ?? at('../build/wasm');

export const alias = [
  { find: /^#core(?=\?|$)/, replacement: `${core}/ailamgi.mjs` },
  { find: /^#wasm(?=\?|$)/, replacement: `${core}/ailamgi.wasm` },
  { find: /^#model(?=\?|$)/, replacement: `${core}/ailamgi.model` },
  { find: /^#runtime(?=\?|$)/, replacement: at('./src/runtime.ts') },
  { find: /^ailamgi\/([a-z_]+)(\?.*)?$/, replacement: `${at('../wasm/src')}/$1.ts$2` },
];

/** The module is always given its bytes, so the address it would fetch them from must not become a second copy. */
export const quietCore = {
  name: 'quiet-core',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('/ailamgi.mjs')
      ? code.replace(/new URL\(\s*['"]ailamgi\.wasm['"]\s*,\s*import\.meta\.url\s*\)/g, '({href:"",toString:()=>""})').replaceAll('import.meta.url', '""')
      : undefined,
};

const shipped = JSON.parse(readFileSync(at('./scripts/shipped.json'), 'utf8')) as string[];

/** Nothing reaches a reader whose licence does not stand in licences.txt. */
export const onlyShipped = {
  name: 'only-shipped',
  moduleParsed: ({ id }: { id: string }): void => {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
    if (name !== undefined && !shipped.includes(name)) throw new Error(`${name} is not in web/scripts/shipped.json: ${id}`);
  },
};

/** Puts early.ts into the page's head, ahead of everything that is fetched, and allows it, and nothing else, by its hash. */
export const early = {
  name: 'early',
  transformIndexHtml: {
    order: 'post' as const,
    handler: async (html: string, { bundle }: IndexHtmlTransformContext): Promise<string> => {
      if (!bundle) return html;
      const file = (pattern: RegExp): string => `./${Object.keys(bundle).find((name) => pattern.test(name))!}`;
      const source = at('./src/early.ts');
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { sourcemap: false });
      const hash = createHash('sha256').update(code).digest('base64');
      const data = `data-worker="${file(/worker-[^/]*\.js$/)}" data-wasm="${file(/\.wasm$/)}" data-model="${file(/\.model$/)}"`;
      return html
        .replace("script-src 'self'", () => `script-src 'self' 'sha256-${hash}'`)
        .replace('trusted-types ', () => 'trusted-types ailamgi-early ')
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, (policy) => `${policy}\n    <script ${data}>${code}</script>`);
    },
  },
};

export default defineConfig({
  base: './',
  resolve: { alias },
  plugins: [quietCore, onlyShipped, early],
  worker: { format: 'es', plugins: () => [quietCore, onlyShipped] },
  assetsInclude: ['**/*.model'],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, cssCodeSplit: false },
  server: { fs: { allow: [at('..'), core] } },
});
