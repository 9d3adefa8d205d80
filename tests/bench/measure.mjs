// What the runners share: texts, clocks, and lines of results {runner, name, syllables, …} as JSON on standard output.
import { readFileSync } from 'node:fs';

export const root = new URL('../../', import.meta.url);
/** Lengths in syllables; a runner's first argument leaves out longer ones. */
export const lengths = [100, 500, 1000, 10000, 100000, 700000].filter((n) => n <= Number(process.argv[2] ?? 1e6));
export const textOf = (syllables) => readFileSync(new URL(`build/bench/texts/${syllables}.txt`, root), 'utf8');

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};

/** The same loop as the native calibration: 50 million steps of a xorshift generator. */
export function calibration() {
  let x = 2463534242 | 0;
  for (let i = 0; i < 50000000; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
  }
  return x;
}

/** Median processor and wall time of `runs` calls, in ms, after one that is not counted. */
export async function time(work, runs = 5) {
  await work();
  const wall = [];
  const cpu = [];
  for (let i = 0; i < runs; i++) {
    const used = process.cpuUsage();
    const start = performance.now();
    await work();
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  return { ms: median(wall), cpu_ms: median(cpu) };
}

export const say = (result) => console.log(JSON.stringify(result));
