// Analyses texts with the WebAssembly module and compares, byte for byte, with what the command printed:
//   node same_bytes.mjs FOLDER_OF_THE_MODULE texts.jsonl analyses.jsonl
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openModule } from './module.mjs';

const [folder, texts, analyses] = process.argv.slice(2);
const module = await openModule(folder);
const expected = readFileSync(analyses, 'utf8').split('\n');
let count = 0;
let wrong = 0;
for await (const line of createInterface({ input: createReadStream(texts) })) {
  const { id, text } = JSON.parse(line);
  const got = module.analyze(text).replace('{', `{"id":${id},`);
  if (got !== expected[count++] && ++wrong <= 10) console.log(`text ${id}: native and WebAssembly differ`);
}
console.log(`${count} analyses, ${wrong} differ`);
process.exit(wrong === 0 && count > 0 ? 0 : 1);
