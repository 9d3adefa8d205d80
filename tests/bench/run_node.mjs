// The WebAssembly module in node: node tests/bench/run_node.mjs
// `core` is the module's own time, as a JSON string, to hold against native; `whole` is what a program gets, parsed.
import { readFileSync } from 'node:fs';
import { calibration, lengths, root, say, textOf, time } from './measure.mjs';

const { default: createCore } = await import(new URL('wasm/dist/ailamgi.mjs', root));
const { Engine } = await import(new URL('wasm/dist/engine.js', root));
const wasmBinary = readFileSync(new URL('wasm/dist/ailamgi.wasm', root));
const model = readFileSync(new URL('wasm/dist/ailamgi.model', root));
const runner = 'node';

say({ runner, name: 'calibration', ...(await time(calibration)) });

const core = await createCore({ wasmBinary });
const modelAt = core._malloc(model.length);
core.HEAPU8.set(model, modelAt);
const handle = core._ailamgi_load(modelAt, model.length);
const empty = core._malloc(1);
core.HEAPU8[empty] = 0;

function analyzeTo(text) {
  const at = core._malloc(text.length * 2);
  for (let i = 0; i < text.length; i++) core.HEAPU16[(at >>> 1) + i] = text.charCodeAt(i);
  core._ailamgi_analyze(handle, at, text.length, empty);
  core._free(at);
}

// V8 compiles twice, the second time better and in its own time: that must be over.
const warm = textOf(1000);
for (let i = 0; i < 30; i++) analyzeTo(i % 2 ? warm : `${warm} `);
await new Promise((done) => setTimeout(done, 1000));
for (const syllables of lengths) {
  const text = textOf(syllables);
  // The core keeps the last text's analysis, so two that differ take turns.
  const texts = [text, `${text} `];
  let turn = 0;
  say({ runner, name: 'core', syllables, ...(await time(() => analyzeTo(texts[turn++ % 2]))) });
}

for (const [name, text] of [
  ['500 words', textOf(500)],
  ['1 MB', textOf(700000).slice(0, 780000)],
]) {
  const engine = Engine.open(await createCore({ wasmBinary }), model);
  engine.analyze(text);
  say({ runner, name: 'memory', text: name, bytes: engine.memory });
}

const engine = Engine.open(await createCore({ wasmBinary }), model);
for (let i = 0; i < 30; i++) engine.analyze(i % 2 ? warm : `${warm} `);
for (const syllables of lengths.filter((n) => n <= 100000)) {
  const text = textOf(syllables);
  const texts = [text, `${text} `];
  let turn = 0;
  say({ runner, name: 'whole', syllables, ...(await time(() => engine.analyze(texts[turn++ % 2]))) });
}
