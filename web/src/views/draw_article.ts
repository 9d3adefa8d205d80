import type { Segment } from 'ailamgi/types';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import type { Placed } from '../model/placed.ts';

interface Mark {
  start: number;
  end: number;
  classes: string;
  data: Record<string, number>;
  label: string;
}

const LONGEST_BLOCK = 4000;
/** Parts out of sight are not laid out. */
const BLOCKS_A_PART = 24;
const SLICE_MS = 8;
const MARKS_A_TURN = 10_000;

/**
 * Draws the article into `host` block by block, giving the browser a turn every few milliseconds. Returns the text
 * nodes in order of the text; stops early when `signal` aborts.
 */
export async function drawArticle(host: HTMLElement, index: ArticleIndex, signal: AbortSignal): Promise<Placed[]> {
  const placed: Placed[] = [];
  const marks = await marksOf(index);
  if (signal.aborted) return placed;
  let at = 0;
  let turn = performance.now();
  let links = 0;
  let blocks = 0;
  let part: HTMLElement = host;
  for (const block of blocksOf(index)) {
    if (performance.now() - turn > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return placed;
      turn = performance.now();
    }
    while (at < marks.length && marks[at]!.end <= block.start) at++;
    const element = document.createElement(block.kind === 'title' ? 'h1' : 'p');
    element.className = `block ${block.kind}`;
    if (block.language !== 'und' && block.language !== '') element.lang = block.language;
    if (block.kind === 'boilerplate') element.title = t('boilerplate');
    drawBlock(element, block, index.text, marks, at, placed, () => links++ === 0);
    if (blocks++ % BLOCKS_A_PART === 0) {
      part = document.createElement('div');
      part.className = 'part';
      host.append(part);
    }
    part.append(element);
  }
  return placed;
}

/** Segments, the overlong ones cut at ends of words so that no block is dear to lay out. */
function* blocksOf({ analysis, text }: ArticleIndex): Generator<Segment> {
  let token = 0;
  for (const segment of analysis.segments) {
    let start = segment.start;
    while (segment.end - start > LONGEST_BLOCK) {
      const limit = start + LONGEST_BLOCK;
      while (token < analysis.tokens.length && analysis.tokens[token]!.end <= limit) token++;
      const end = analysis.tokens[token - 1]?.end ?? limit;
      const cut = end > start ? end : limit;
      yield { ...segment, start, end: cut };
      start = cut;
    }
    if (text.slice(start, segment.end).trim() !== '') yield { ...segment, start };
  }
}

async function marksOf({ analysis }: ArticleIndex): Promise<Mark[]> {
  const marks: Mark[] = [];
  analysis.quotes.forEach((quote, id) =>
    marks.push({ start: quote.start, end: quote.end, classes: 'quote', data: { quote: id }, label: '' }),
  );
  for (const event of analysis.events)
    marks.push({ ...span(event.did), classes: 'verb', data: { event: event.id }, label: '' });
  for (const value of analysis.values)
    marks.push({ ...span(value), classes: `value ${value.type}`, data: {}, label: value.value ?? '' });
  let breath = MARKS_A_TURN;
  for (const entity of analysis.entities) {
    if (marks.length > breath) {
      await new Promise((resolve) => setTimeout(resolve));
      breath = marks.length + MARKS_A_TURN;
    }
    for (const mention of entity.mentions)
      marks.push({
        ...span(mention),
        classes: `mention ${entity.type} ${mention.kind}`,
        data: { entity: entity.id },
        label: entity.name,
      });
  }
  await new Promise((resolve) => setTimeout(resolve));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

const span = ({ start, end }: { start: number; end: number }): { start: number; end: number } => ({ start, end });

function drawBlock(
  block: HTMLElement,
  { start, end }: Segment,
  text: string,
  marks: Mark[],
  from: number,
  placed: Placed[],
  isFirstLink: () => boolean,
): void {
  const open: { element: HTMLElement; end: number }[] = [{ element: block, end }];
  let written = start;
  const write = (to: number): void => {
    if (to <= written) return;
    const node = document.createTextNode(text.slice(written, to));
    open.at(-1)!.element.append(node);
    placed.push({ start: written, node });
    written = to;
  };
  const close = (to: number): void => {
    while (open.length > 1 && open.at(-1)!.end <= to) {
      write(open.at(-1)!.end);
      open.pop();
    }
  };
  let at = from;
  for (; at < marks.length && marks[at]!.start < end; at++) {
    const mark = marks[at]!;
    const markStart = Math.max(mark.start, start);
    close(markStart);
    // A mark that crosses the end of what is around it ends there.
    const markEnd = Math.min(mark.end, open.at(-1)!.end);
    if (markEnd <= markStart) continue;
    write(markStart);
    const element = elementFor(mark, isFirstLink);
    open.at(-1)!.element.append(element);
    open.push({ element, end: markEnd });
  }
  close(end);
  write(end);
}

function elementFor(mark: Mark, isFirstLink: () => boolean): HTMLElement {
  const entity = mark.data['entity'];
  const element = document.createElement(entity === undefined ? 'span' : 'a');
  element.className = mark.classes;
  for (const [name, id] of Object.entries(mark.data)) element.dataset[name] = String(id);
  if (mark.label !== '') element.title = mark.label;
  if (element instanceof HTMLAnchorElement) {
    element.href = `#actor-${entity}`;
    element.tabIndex = isFirstLink() ? 0 : -1;
  }
  return element;
}
