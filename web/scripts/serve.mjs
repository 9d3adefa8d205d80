// Serves web/dist (or the folder named) for looking at it: node scripts/serve.mjs [PORT] [FOLDER]
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { dist, filesOf } from './files.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.zip': 'application/zip',
};
const PACKED = new Set(['.html', '.js', '.css', '.wasm', '.model', '.svg', '.txt', '.json']);

/** Each file is packed once: packing the model anew for every visit would take longer than all else that a visit does. */
const packings = new Map();

function gzipped(file) {
  const { mtimeMs, size } = statSync(file);
  const known = packings.get(file);
  if (known?.mtimeMs === mtimeMs && known.size === size) return known.bytes;
  const bytes = gzipSync(readFileSync(file), { level: 6 });
  packings.set(file, { mtimeMs, size, bytes });
  return bytes;
}

export function serve(port, folder = dist, headers = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/^(\.\.[/\\])+/, '');
    let file = join(folder, path);
    try {
      if (statSync(file).isDirectory()) file = join(file, 'index.html');
      statSync(file);
    } catch {
      response.writeHead(404).end('not found');
      return;
    }
    const extension = extname(file);
    const packed = PACKED.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': /-[\w-]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      // The widget and what it loads may be used by pages of other origins.
      'access-control-allow-origin': '*',
      ...(packed ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
      ...headers,
    });
    if (packed) response.end(gzipped(file));
    else pipeline(createReadStream(file), response, () => undefined);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [, , port = 4173, folder = dist] = process.argv;
  // Before the first visit, not in it: the model alone takes a quarter of a second.
  for (const file of filesOf(folder)) if (PACKED.has(extname(file))) gzipped(join(folder, file));
  const server = await serve(Number(port), folder);
  console.log(`http://localhost:${server.address().port}/`);
}
