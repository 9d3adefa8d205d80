// A thousand analyses and questions on one module leave its memory as it was after the first half: node leaks.mjs FOLDER texts.jsonl
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
  if (n % 5 === 0) module.ask(text, 'Ông An đã làm gì?');
  if ((n + 1) % round.length !== 0) continue;
  const now = state();
  // Every round asks for the same blocks in the same order; where they lie settles within a few rounds.
  if (n + 1 === 500) after = now;
  if (after !== undefined && now !== after) {
    console.log(`after ${n + 1} analyses: ${now}; after 500: ${after}`);
    process.exit(1);
  }
}
console.log(`1000 analyses, then as after the first 500: ${after}`);
