// Fifty analyzers, each with a thread and a module of its own, work at once and all finish: node parallel.mjs PACKAGE texts.jsonl
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, texts] = process.argv.slice(2);
const { createAnalyzer } = await import(pathToFileURL(join(resolve(folder), 'node.js')).href);
const all = readFileSync(texts, 'utf8').trim().split('\n').map((line) => JSON.parse(line).text);
const analyzers = await Promise.all(Array.from({ length: 50 }, () => createAnalyzer()));
const outcomes = await Promise.all(analyzers.map((analyzer, n) => analyzer.analyze(all[n % all.length])));
for (const analyzer of analyzers) analyzer.close();
const failed = outcomes.filter((outcome) => !outcome.ok && outcome.error.code !== 'empty');
console.log(`${outcomes.length} analyses at once, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
