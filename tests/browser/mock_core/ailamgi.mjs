// A stand-in for the core while the page is being worked on: finds the sample's names and deeds by looking them up.
// AILAMGI_CORE=tests/browser/mock_core npm run dev
const NAMES = [
  ['PER', 'Trần Mai Lan', 'Mai Lan'], ['PER', 'Đỗ Quang Huy', 'ông Huy'], ['PER', 'Lê Thu Hà', 'Bà Hà'],
  ['ORG', 'Tập đoàn Hải Vân'], ['ORG', 'Công ty Gió Sớm'], ['ORG', 'Ngân hàng Đông Phong'], ['ORG', 'Công ty Mây Trắng'],
  ['ORG', 'Báo Bến Sông'], ['LOC', 'Đà Nẵng'], ['LOC', 'Huế'], ['LOC', 'Hà Nội'], ['LOC', 'Cần Thơ'],
];
const DEEDS = [
  ['Tập đoàn Hải Vân', 'ký', 'thỏa thuận mua lại Công ty Gió Sớm', { when: '14/10/2026', value: '2026-10-14', to: 'Công ty Gió Sớm' }],
  ['Tập đoàn Hải Vân', 'mua lại', 'Công ty Gió Sớm', { to: 'Công ty Gió Sớm' }],
  ['Đỗ Quang Huy', 'rời', 'ghế Giám đốc điều hành', { mode: 'plan', when: '1/1/2027', value: '2027-01-01' }],
  ['Đỗ Quang Huy', 'thành lập', 'công ty', { when: 'năm 2014', value: '2014', where: 'Huế' }],
  ['Tập đoàn Hải Vân', 'mở thêm', '50 cửa hàng', { mode: 'maybe', source: 'Báo Bến Sông', where: 'Hà Nội' }],
  ['Trần Mai Lan', 'phủ nhận', 'thông tin này', {}],
  ['Ngân hàng Đông Phong', 'cho', 'Tập đoàn Hải Vân vay 200 tỷ đồng', { to: 'Tập đoàn Hải Vân' }],
  ['Ngân hàng Đông Phong', 'yêu cầu', 'thế chấp cửa hàng', { negated: true, source: 'Lê Thu Hà' }],
  ['Lê Thu Hà', 'gặp', 'ông Huy', { when: '12/6/2026', value: '2026-06-12', where: 'Huế', to: 'Đỗ Quang Huy' }],
  ['Công ty Mây Trắng', 'bình luận', 'về thương vụ', { negated: true }],
  ['Công ty Mây Trắng', 'đề nghị mua', '30% cổ phần của Công ty Gió Sớm', { to: 'Công ty Gió Sớm' }],
];

function analyze(text) {
  if (text.includes('BREAK')) throw new Error('mock trap');
  const find = (words, from = 0) => {
    const start = text.indexOf(words, from);
    return start < 0 ? null : { start, end: start + words.length };
  };
  const segments = [...text.matchAll(/[^\n]+/g)].map((match, i) => ({
    kind: i === 0 ? 'title' : i === 1 ? 'lead' : /Ảnh:/.test(match[0]) ? 'caption' : match[0].length < 14 ? 'byline' : 'body',
    language: 'vi', start: match.index, end: match.index + match[0].length,
  }));
  const sentences = segments.flatMap((segment, id) =>
    [...text.slice(segment.start, segment.end).matchAll(/.*?(?:[.!?]”?(?=\s)|$)/g)].filter((m) => m[0].trim() !== '').map((match) => {
      const skip = match[0].length - match[0].trimStart().length;
      return { start: segment.start + match.index + skip, end: segment.start + match.index + match[0].length, segment: id };
    }));
  const tokens = [];
  for (const sentence of sentences) {
    const first = tokens.length;
    for (const match of text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{N}/%]+|[^\s\p{L}\p{N}]/gu)) {
      const id = tokens.length;
      tokens.push({
        start: sentence.start + match.index, end: sentence.start + match.index + match[0].length,
        pos: /[\p{L}]/u.test(match[0]) ? (/^\p{Lu}/u.test(match[0]) ? 'PROPN' : id % 3 ? 'NOUN' : 'VERB') : 'PUNCT',
        head: id === first ? -1 : id % 3 === 0 ? first : id - 1, relation: id === first ? 'root' : id % 2 ? 'obj' : 'nmod',
      });
    }
  }
  const entities = NAMES.map(([type, ...names]) => {
    const mentions = names.flatMap((name) => [...text.matchAll(new RegExp(name, 'g'))].map((m) => ({ start: m.index, end: m.index + name.length, kind: name === names[0] ? 'name' : 'nominal' })));
    return { type, name: names[0], aliases: names.slice(1), salience: Math.min(1, mentions.length / 8), roles: [], mentions };
  }).filter((entity) => entity.mentions.length > 0).map((entity, id) => ({ id, ...entity }));
  const idOf = (name) => entities.find((entity) => entity.name === name)?.id ?? null;
  const role = entities[idOf('Trần Mai Lan') ?? -1];
  if (role) role.roles = [{ title: 'Chủ tịch', organization: idOf('Tập đoàn Hải Vân') }];
  const part = (words, entity = words) => { const span = words && find(words); return span ? { ...span, entity: idOf(entity) } : null; };
  const events = DEEDS.flatMap(([who, did, what, more]) => {
    const object = find(what);
    const verb = find(`${did} `, Math.max(0, (object?.start ?? 0) - 30));
    if (!verb) return [];
    const when = more.when && find(more.when);
    return [{
      sentence: Math.max(0, sentences.findIndex((s) => s.start <= verb.start && verb.start < s.end)),
      who: { ...part(who), implicit: false }, did: { start: verb.start, end: verb.end - 1 },
      what: object && { ...object, entity: idOf(more.to) }, when: when ? { ...when, value: more.value } : null,
      where: part(more.where), source: part(more.source), negated: more.negated ?? false, mode: more.mode ?? 'fact',
      passive: false, salience: 0.5,
    }];
  }).map((event, id) => ({ id, ...event }));
  const quotes = [...text.matchAll(/“([^”]*)”/g)].map((match) => ({ start: match.index + 1, end: match.index + match[0].length - 1, speaker: idOf('Trần Mai Lan'), speaker_span: null, cue: null }));
  const values = ['14/10/2026', '1/1/2027', 'năm 2014', '12/6/2026'].flatMap((words) => { const span = find(words); return span ? [{ type: 'TIME', ...span, value: null }] : []; })
    .concat([...text.matchAll(/\d+ tỷ đồng/g)].map((m) => ({ type: 'MONEY', start: m.index, end: m.index + m[0].length, value: null })));
  const summary = events.slice(0, 3).map((event) => ({ event: event.id, text: `${text.slice(event.who.start, event.who.end)} ${text.slice(event.did.start, event.what.end)}.` }));
  return { version: 1, language: 'vi', segments, sentences, tokens, entities, values, quotes, events, summary };
}

export default async () => {
  const memory = new ArrayBuffer(256 << 20);
  const HEAPU8 = new Uint8Array(memory);
  const HEAPU16 = new Uint16Array(memory);
  let top = 8;
  let length = 0;
  const give = (result) => {
    const bytes = new TextEncoder().encode(JSON.stringify(result));
    const pointer = 32 << 20;
    HEAPU8.set(bytes, pointer);
    length = bytes.length;
    return pointer;
  };
  const read = (pointer, units) => { let text = ''; for (let i = 0; i < units; i += 8192) text += String.fromCharCode(...HEAPU16.subarray(pointer / 2 + i, pointer / 2 + Math.min(units, i + 8192))); return text; };
  return {
    HEAPU8, HEAPU16,
    _malloc: (bytes) => { const at = top; top += (bytes + 7) & ~7; return at; },
    _free: (pointer) => { top = Math.min(top, pointer); },
    _ailamgi_load: () => 1,
    _ailamgi_analyze: (_, pointer, units) => give(analyze(read(pointer, units))),
    _ailamgi_ask: (_, pointer, units, qpointer, qunits) => {
      const text = read(pointer, units);
      const event = analyze(text).events[0];
      return give({ question: read(qpointer, qunits), answered: !!event, answers: event ? [{ kind: 'event', event: 0, text: text.slice(event.did.start, event.what.end), start: event.did.start, end: event.what.end }] : [], message: { vi: 'Bài không nói.', en: 'The article does not say.' } });
    },
    _ailamgi_length: () => length, _ailamgi_free: () => {}, _ailamgi_error: () => 0,
  };
};
