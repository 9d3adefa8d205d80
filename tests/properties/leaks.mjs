// A thousand analyses and questions on one module leave its memory as the first round did: node leaks.mjs FOLDER texts.jsonl
import { readFileSync } from 'node:fs';
import { openModule } from './module.mjs';

const [folder, texts] = process.argv.slice(2);
const all = readFileSync(texts, 'utf8').trim().split('\n').map((line) => JSON.parse(line).text);
const round = all.slice(0, 50);
const module = await openModule(folder);
const state = () => `${module.memory} bytes, next large block at ${module.probe(1 << 20)}`;
let after;
for (let n = 0; n < 1000; n++) {
  const text = round[n % round.length];
  module.analyze(text);
  if (n % 7 === 0) module.ask(text, 'Ông An đã làm gì?');
  if ((n + 1) % round.length !== 0) continue;
  const now = state();
  // What is kept for the next text grows to its full size in the first two rounds.
  if (n + 1 === 2 * round.length) after = now;
  if (after !== undefined && now !== after) {
    console.log(`after ${n + 1} analyses: ${now}; after ${2 * round.length}: ${after}`);
    process.exit(1);
  }
}
console.log(`1000 analyses, then as after the first 100: ${after}`);
