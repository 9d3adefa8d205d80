// Analyses texts of just the greatest length with the WebAssembly module, whose memory must bear any such text, and one unit
// more, which must be refused: node limit.mjs FOLDER [SHAPE…]
import { readFileSync } from 'node:fs';
import { openModule } from './module.mjs';

const [folder, ...wanted] = process.argv.slice(2);
const header = readFileSync(new URL('../../core/analyzer.h', import.meta.url), 'utf8');
const longest = Number(/max_text_units = size_t\{(\d+)\} \* 1024 \* 1024/.exec(header)[1]) * 1024 * 1024;
// What makes the most of something: sentences, words, names, quotations, deeds, values, output for each unit.
const shapes = {
  sentences: 'Ở! ',
  paragraphs: 'Ở!\n',
  words: 'ở ',
  dialogue: '- Ở!\n',
  names: 'Ở Huế, Lan, Mỹ, Hà. ',
  entities: Array.from({ length: 200_000 }, (_, n) => `Bà Lê Thị ${String.fromCharCode(65 + (n % 26))}${n} ở đó. `).join(''),
  quotations: '“Ở” ',
  marks: 'Ở " " " " " " " " " " " " ',
  deeds: 'Lan đi, Lan ở, Lan ăn, Lan ngủ. ',
  sayings: 'Lan nói: “Ở đi”. ',
  values: '1% là 2% là 3/4 là 5/6 là 7 USD. ',
  // Decomposed, so that every offset leads back through a table.
  decomposed: 'e\u0302\u0301 ',
  article: 'Hôm 20/11, ông Nguyễn Văn An, giám đốc hãng Sao Mai, nói với VnA: “Chúng tôi không bán nhà ở Hà Nội”. ',
};
const fit = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

let failed = 0;
for (const [name, unit] of Object.entries(shapes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const module = await openModule(folder);
  const start = process.cpuUsage();
  let said;
  try {
    const json = module.analyze(fit(unit, longest));
    said = `${(json.length / 2 ** 20).toFixed(0)} MB of JSON`;
    if (!json.startsWith('{"version"') || !json.endsWith('}')) failed++;
  } catch (reason) {
    said = `died: ${reason}`;
    failed++;
  }
  const { user } = process.cpuUsage(start);
  console.log(`${name}: ${said}, ${(module.memory / 2 ** 20).toFixed(0)} MB of memory, ${(user / 1e6).toFixed(1)} s`);
}
const module = await openModule(folder);
const before = module.memory;
const refused = JSON.parse(module.analyze(fit('a ', longest + 1)));
console.log(`one unit more: ${refused.error?.code}`);
if (refused.error?.code !== 'too_long' || module.memory - before > 16 * 2 ** 20) failed++;
process.exit(failed === 0 ? 0 : 1);
