// What somebody would pick instead, in node: node tests/bench/run_peers.mjs
// The packages are installed by toolchain/bench.sh under build/bench/peers and are no part of the project. vntk works on
// Vietnamese; wink-nlp and compromise on English, for scale.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { calibration, root, say, textOf, time } from './measure.mjs';

const require = createRequire(new URL('build/bench/peers/', root));
const runner = 'peers';
const words = (text) => text.split(/\s+/).filter(Boolean).length;

const vietnamese = textOf(10000);
const short = textOf(1000); // enough of what takes seconds
const english = readFileSync(new URL('tests/bench/english.txt', root), 'utf8').repeat(60);

async function measure(name, text, work) {
  try {
    const run = work();
    say({ runner, name, syllables: words(text), ...(await time(() => run(text))) });
  } catch (reason) {
    say({ runner, name, error: String(reason).split('\n')[0] });
  }
}
const paragraphs = (text) => text.split(/\n+/).filter(Boolean);

say({ runner, name: 'calibration', ...(await time(calibration)) });
await measure('Intl.Segmenter: syllables', vietnamese, () => {
  const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });
  return (text) => paragraphs(text).map((p) => [...segmenter.segment(p)]).length;
});
await measure('vntk: words', short, () => {
  const tokenizer = require('vntk').wordTokenizer();
  return (text) => paragraphs(text).map((p) => tokenizer.tag(p)).length;
});
await measure('vntk: parts of speech', short, () => {
  const tagger = require('vntk').posTag();
  return (text) => paragraphs(text).map((p) => tagger.tag(p)).length;
});
await measure('vntk: names', short, () => {
  const tagger = require('vntk').ner();
  return (text) => paragraphs(text).map((p) => tagger.tag(p)).length;
});
await measure('wink-nlp: words, tags, entities (English)', english, () => {
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
  return (text) => nlp.readDoc(text).entities().length();
});
await measure('compromise: people, places (English)', english, () => {
  const nlp = require('compromise');
  return (text) => {
    const doc = nlp(text);
    return doc.people().length + doc.places().length;
  };
});
