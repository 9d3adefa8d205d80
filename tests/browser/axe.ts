import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Puts axe-core into every document that the page opens from now on. */
export const withAxe = (page: Page): Promise<unknown> => page.addInitScript({ path });

/** Fails with what axe-core finds wrong in the page as it stands. */
export async function violations(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
  });
  expect(found, where).toEqual([]);
}
