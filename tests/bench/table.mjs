// One table out of the runners' results: node tests/bench/table.mjs build/bench
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const folder = process.argv[2];
const lines = (name) => {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((l) => l.startsWith('{')).map((l) => JSON.parse(l)) : [];
};
// Google Benchmark writes a share of nothing as NaN, which JSON has no word for.
const native = JSON.parse(readFileSync(join(folder, 'native.json'), 'utf8').replace(/: -?(NaN|Infinity)\b/g, ': null'));
const node = lines('node.jsonl');
const chromium = lines('chromium.jsonl');
const peers = lines('peers.jsonl');

const nanoseconds = { ns: 1, us: 1e3, ms: 1e6, s: 1e9 };
// Medians where a benchmark was repeated.
const runs = native.benchmarks.filter((b) => b.aggregate_name === 'median' || b.run_type === 'iteration');
// Where a benchmark has its own number of repetitions, its name ends in that.
const nameOf = (b) => b.run_name.replace(/\/repeats:\d+$/, '');
const byName = new Map();
for (const b of runs) if (b.aggregate_name === 'median' || !byName.has(nameOf(b))) byName.set(nameOf(b), b);
const milliseconds = (b) => (b.cpu_time * nanoseconds[b.time_unit]) / 1e6;

const number = (x, digits = 0) => (x === undefined || Number.isNaN(x) ? '-' : x.toLocaleString('en', { maximumFractionDigits: digits }));
const table = (head, rows) => {
  const all = [head, ...rows.map((r) => r.map(String))];
  const widths = head.map((_, c) => Math.max(...all.map((r) => r[c].length)));
  const line = (r) => `| ${r.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join(' | ')} |`;
  console.log([line(head), `|${widths.map((w, c) => (c === 0 ? '-'.repeat(w + 2) : '-'.repeat(w + 1) + ':')).join('|')}|`, ...all.slice(1).map(line), ''].join('\n'));
};

/** Exponent of cost against length, by least squares on logarithms. */
function exponent(points) {
  const xs = points.map(([n]) => Math.log(n));
  const ys = points.map(([, t]) => Math.log(t));
  const mean = (v) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(xs), mean(ys)];
  return xs.reduce((s, x, i) => s + (x - mx) * (ys[i] - my), 0) / xs.reduce((s, x) => s + (x - mx) ** 2, 0);
}

const stages = ['text', 'words', 'syntax', 'names', 'values', 'identity', 'quotes', 'events', 'summary', 'json', 'whole'];
const lengths = [100, 1000, 10000, 100000, 700000];
const at = (stage, n) => byName.get(`${stage}/${n}`);
const find = (list, name, syllables) => list.find((r) => r.name === name && (syllables === undefined || r.syllables === syllables));

console.log(`${cpus()[0].model}, ${cpus().length} cores, load ${native.context.load_avg.map((l) => l.toFixed(1)).join(' ')}; ${native.context.date}`);
console.log(`calibration (50 million xorshift steps): native ${number(milliseconds(byName.get('calibration')))} ms, node ${number(find(node, 'calibration')?.cpu_ms)} ms, Chromium ${number(find(chromium, 'calibration')?.ms)} ms\n`);

table(
  ['native, processor time', ...lengths.map((n) => `${number(n)} syll.`), 'syllables/s', 'exponent', 'alloc./syll.', 'peak B/syll.'],
  stages.map((stage) => {
    const measured = lengths.filter((n) => at(stage, n));
    const big = at(stage, measured.includes(10000) ? 10000 : measured.at(-1));
    const grown = measured.filter((n) => n >= 1000).map((n) => [n, milliseconds(at(stage, n))]);
    return [
      stage,
      ...lengths.map((n) => (at(stage, n) ? `${number(milliseconds(at(stage, n)), 2)} ms` : '-')),
      number(big?.syllables_per_second),
      grown.length > 1 ? exponent(grown).toFixed(2) : '-',
      number(big?.allocations_per_syllable, 3),
      number(big?.bytes_per_syllable),
    ];
  }),
);

table(
  ['WebAssembly', 'wall ms', 'processor ms', 'syllables/s', 'of native'],
  [...node.filter((r) => r.name === 'core' || r.name === 'whole'), ...chromium.filter((r) => r.name === 'whole')].map((r) => {
    const ms = r.cpu_ms ?? r.ms;
    const same = r.name === 'core' ? at('whole', r.syllables) : undefined;
    return [`${r.runner} ${r.name} ${number(r.syllables)}`, number(r.ms, 2), number(r.cpu_ms, 2), number((r.syllables / ms) * 1000), same ? (ms / milliseconds(same)).toFixed(2) : ''];
  }),
);

const grown = node.filter((r) => r.name === 'core' && r.syllables >= 1000).map((r) => [r.syllables, r.cpu_ms]);
const ratio = (n) => find(node, 'core', n) && at('whole', n) && find(node, 'core', n).cpu_ms / milliseconds(at('whole', n));
const memory = (text) => {
  const bytes = chromium.find((r) => r.name === 'memory' && r.text === text)?.bytes;
  return bytes === undefined ? undefined : bytes / 1e6;
};
const article = find(chromium, 'whole', 500)?.ms;
const long = find(chromium, 'whole', 100000);
table(
  ['bar', 'measured', 'must', 'goal'],
  [
    ['whole analysis in Chromium, syllables/s (100,000)', number(long && (long.syllables / long.ms) * 1000), '30,000', '150,000'],
    ['a 500-word article in Chromium, warm, ms', number(article, 1), '25', '5'],
    ['navigation to first analysis shown, cold, ms', number(find(chromium, 'cold')?.ms), '800', '250'],
    ['WebAssembly / native time (10,000)', number(ratio(10000), 2), '2.0', '1.3'],
    ['memory in the worker, 500 words, MB', number(memory('500 words'), 1), '48', '24'],
    ['memory in the worker, 1 MB of text, MB', number(memory('1 MB'), 1), '160', '80'],
    ['exponent, 1,000 to 700,000 syllables, node', grown.length > 1 ? exponent(grown).toFixed(3) : '-', '1.1', '1.02'],
  ],
);

const cold = find(chromium, 'cold');
if (cold?.parts) table(['cold visit', 'ms since navigation'], Object.entries(cold.parts).map(([name, ms]) => [name === 'cpu' ? '(processor time)' : name, number(ms)]));

if (peers.length > 0) {
  table(
    ['peer, in node', 'words', 'processor ms', 'words/s'],
    peers.filter((r) => r.name !== 'calibration').map((r) =>
      r.error ? [r.name, '-', r.error, '-'] : [r.name, number(r.syllables), number(r.cpu_ms, 1), number((r.syllables / r.cpu_ms) * 1000)],
    ),
  );
}
