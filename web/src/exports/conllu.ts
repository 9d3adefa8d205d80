import type { ArticleIndex } from '../model/article_index.ts';

/** Words, parts of speech and dependencies in the format of Universal Dependencies. */
export function conlluOf(index: ArticleIndex): string {
  const { sentences, tokens } = index.analysis;
  const lines: string[] = [];
  let at = 0;
  sentences.forEach((sentence, number) => {
    while (at < tokens.length && tokens[at]!.start < sentence.start) at++;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < sentence.end) at++;
    if (at === first) return;
    lines.push(`# sent_id = ${number + 1}`, `# text = ${oneLine(index.slice(sentence))}`);
    for (let id = first; id < at; id++) {
      const token = tokens[id]!;
      const form = oneLine(index.slice(token));
      const head = token.head < first || token.head >= at ? 0 : token.head - first + 1;
      const tight = id + 1 < at && tokens[id + 1]!.start === token.end ? 'SpaceAfter=No' : '_';
      lines.push([id - first + 1, form, '_', token.pos, '_', '_', head, head === 0 ? 'root' : token.relation, '_', tight].join('\t'));
    }
    lines.push('');
  });
  return `${lines.join('\n')}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
