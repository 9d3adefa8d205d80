import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));

interface Locked {
  version?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
}
const locked = Object.entries((json('package-lock.json') as { packages: Record<string, Locked> }).packages)
  .filter(([path, { link }]) => path.includes('node_modules/') && !link);

it('pins every package by its hash, and by its exact version where we name it', () => {
  expect(locked.length).toBeGreaterThan(50);
  for (const [path, { integrity }] of locked) expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/);
  for (const folder of ['.', 'wasm', 'web']) {
    const own = json(`${folder}/package.json`) as Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>;
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

it('lists what ships in the bill of materials, each part with its licence and npm packages with their hash', { timeout: 60_000 }, () => {
  const bill = JSON.parse(execFileSync('python3', [at('toolchain/sbom')], { encoding: 'utf8' })) as {
    bomFormat: string;
    specVersion: string;
    components: { name: string; scope: string; purl?: string; licenses?: unknown[]; hashes?: unknown[] }[];
  };
  expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5']);
  const packages = bill.components.filter(({ purl }) => purl?.startsWith('pkg:npm/'));
  expect(packages.length).toBe(new Set(locked.map(([path, { version }]) => `${path.replace(/.*node_modules\//, '')} ${version}`)).size);
  for (const { name, hashes } of packages) expect(hashes, name).toHaveLength(1);
  for (const { name, scope, licenses } of bill.components) if (scope === 'required') expect(licenses, name).toHaveLength(1);
  const required = packages.filter(({ scope }) => scope === 'required').map(({ name }) => name);
  for (const name of json('web/scripts/shipped.json') as string[]) expect(required).toContain(name);
});

it('lets nothing into the build whose licence is not told', async () => {
  const { onlyShipped } = await import('../vite.config.ts');
  for (const id of ['/a/node_modules/lit/index.js', '/a/node_modules/@lit/reactive-element/x.js', '/a/web/src/main.ts']) onlyShipped.moduleParsed({ id });
  for (const id of ['/a/node_modules/left-pad/index.js', '/a/node_modules/lit/node_modules/@evil/lit/index.js?worker'])
    expect(() => onlyShipped.moduleParsed({ id })).toThrow('shipped.json');
});
