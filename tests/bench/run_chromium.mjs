// The built page and package in Chromium: node tests/bench/run_chromium.mjs
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from '../../web/scripts/serve.mjs';
import { addressOf as at, launch, stop } from './browser.mjs';
import { coldVisit } from './cold_visit.mjs';
import { calibration, median, root, say, textOf } from './measure.mjs';

const runner = 'chromium';
const site = fileURLToPath(new URL('build/bench/site', root));
await build({
  configFile: fileURLToPath(new URL('web/vite.config.ts', root)),
  root: fileURLToPath(new URL('tests/bench/page', root)),
  logLevel: 'error',
  build: { outDir: site, emptyOutDir: true },
});
const browser = await launch('--enable-blink-features=ForceEagerMeasureMemory');

// Isolated from other origins, which Chromium asks for before it tells what a worker's memory is.
const bench = await serve(0, site, {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
});

async function benchPage() {
  const page = await (await browser.newContext()).newPage();
  await page.goto(at(bench));
  await page.waitForFunction(() => 'createAnalyzer' in globalThis);
  return page;
}

/** Median of `runs` analyses after three that are not counted, in the page's own time. */
const analyze = (page, text, runs) =>
  page.evaluate(
    async ([text, runs]) => {
      globalThis.analyzer ??= await globalThis.createAnalyzer();
      const times = [];
      for (let i = 0; i < runs + 3; i++) {
        const start = performance.now();
        const outcome = await globalThis.analyzer.analyze(i % 2 ? text : `${text} `);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome));
        times.push(performance.now() - start);
      }
      return times.slice(3).sort((a, b) => a - b)[runs >> 1];
    },
    [text, runs],
  );

{
  const page = await benchPage();
  const loop = await page.evaluate(`(${calibration}); (() => {
    const f = ${calibration}; f();
    return [1, 2, 3, 4, 5].map(() => { const s = performance.now(); f(); return performance.now() - s; });
  })()`);
  say({ runner, name: 'calibration', ms: median(loop) });
  await analyze(page, textOf(1000), 31); // until V8 has compiled for the second time
  for (const [syllables, runs] of [[500, 41], [1000, 21], [10000, 9], [100000, 5]]) {
    say({ runner, name: 'whole', syllables, ms: await analyze(page, textOf(syllables), runs) });
  }
  await page.context().close();
}

for (const [text, syllables, cut] of [['500 words', 500, Infinity], ['1 MB', 700000, 780000]]) {
  const page = await benchPage();
  await page.evaluate(async (text) => {
    globalThis.analyzer = await globalThis.createAnalyzer();
    await globalThis.analyzer.analyze(text);
  }, textOf(syllables).slice(0, cut));
  const parts = await page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).breakdown);
  const heap = parts
    .filter((part) => part.attribution.some((owner) => owner.scope === 'DedicatedWorkerGlobalScope'))
    .reduce((sum, part) => sum + part.bytes, 0);
  const module = await page.workers()[0].evaluate(() => globalThis.moduleMemory.buffer.byteLength);
  say({ runner, name: 'memory', text, bytes: heap + module, heap, module });
  await page.context().close();
}

const pages = await serve(0);
const visits = [];
// The first visit fills the server's own cache and is not counted.
for (let i = 0; i <= 7; i++) visits.push(await coldVisit(browser, at(pages), textOf(500)));
const counted = visits.slice(1);
const names = Object.keys(counted[0]);
say({
  runner,
  name: 'cold',
  ms: median(counted.map(({ shown }) => shown)),
  runs: counted.map(({ shown }) => Math.round(shown)),
  parts: Object.fromEntries(names.map((name) => [name, Math.round(median(counted.map((visit) => visit[name])))])),
});

await browser.close();
stop(bench);
stop(pages);
