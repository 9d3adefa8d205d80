import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const web = fileURLToPath(new URL('..', import.meta.url));
export const dist = join(web, 'dist');

/** Every file of a folder, as paths with "/", in one order on every machine. */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

export const read = (path) => readFileSync(join(dist, path));
export const sha256 = (bytes, encoding = 'hex') => createHash('sha256').update(bytes).digest(encoding);
export const sha384 = (bytes) => createHash('sha384').update(bytes).digest('base64');
