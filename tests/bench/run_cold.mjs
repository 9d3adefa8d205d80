// What a cold visit's time goes to: node tests/bench/run_cold.mjs [--visits N] [--fragment] [FOLDER ...]
// Medians in ms since navigation. Given several folders, each a built page (web/dist), it visits them in turn, so that
// whatever else the machine does falls on all of them alike; the article is that of run_chromium.mjs.
import { deflateRawSync } from 'node:zlib';
import { serve } from '../../web/scripts/serve.mjs';
import { addressOf, launch, stop } from './browser.mjs';
import { coldVisit } from './cold_visit.mjs';
import { calibration, median, textOf } from './measure.mjs';

const given = process.argv.slice(2);
const option = (name) => given.splice(given.indexOf(name), name === '--visits' ? 2 : 1);
const visits = given.includes('--visits') ? Number(option('--visits')[1]) : 7;
const text = textOf(500);
const fragment = given.includes('--fragment') ? option('--fragment') && `#a=${deflateRawSync(JSON.stringify({ text })).toString('base64url')}` : '';
const folders = given.length > 0 ? given : [undefined];

const browser = await launch();
const servers = [];
for (const folder of folders) servers.push(await serve(0, folder));
const results = folders.map(() => []);
const loops = [];
// The first round fills the caches of the server and of the system, and is not counted.
for (let i = 0; i <= visits; i++) {
  for (const [at, server] of servers.entries()) {
    const visit = await coldVisit(browser, addressOf(server), text, fragment);
    if (i > 0) results[at].push(visit);
  }
  const start = performance.now();
  calibration();
  loops.push(performance.now() - start);
}
await browser.close();
servers.forEach(stop);

const of = (visits, name) => median(visits.map((visit) => visit[name] ?? NaN));
const order = Object.keys(results[0][0]);
const names = [...new Set([...order, ...results.flatMap((visits) => Object.keys(visits[0]))])];
names.sort((a, b) => (a === 'cpu') - (b === 'cpu') || of(results[0], a) - of(results[0], b));
for (const name of names) console.log(name.padEnd(18), ...results.map((visits) => of(visits, name).toFixed(0).padStart(8)));
console.log('shown, each'.padEnd(18), ...results.map((visits) => visits.map(({ shown }) => shown.toFixed(0)).join(' ')).flatMap((line) => ['  ', line]));
console.log('calibration loop'.padEnd(18), median(loops).toFixed(0).padStart(8));
