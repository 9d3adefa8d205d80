import type { Analysis, Segment } from 'ailamgi/types';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import type { Placed } from '../model/placed.ts';
import { Turns } from '../state/turns.ts';

interface Mark {
  start: number;
  end: number;
  classes: string;
  data: Record<string, number>;
  label: string;
}

const LONGEST_BLOCK = 4000;
/** A short article is on the screen with the frame that shows the rest, and laid out only once. */
const SHORT = 20_000;
const SHORT_MS = 24;
/** Parts out of sight are not laid out. */
const BLOCKS_A_PART = 24;

/**
 * Draws the article into `host` block by block, giving the browser a turn every few milliseconds. Returns the text
 * nodes in order of the text; stops early when `signal` aborts.
 */
export async function drawArticle(host: HTMLElement, index: ArticleIndex, signal: AbortSignal): Promise<Placed[]> {
  const placed: Placed[] = [];
  const turns = new Turns(index.text.length <= SHORT ? SHORT_MS : undefined);
  const marks = await marksOf(index, turns);
  let at = 0;
  let links = 0;
  let part = document.createElement('div');
  for (const block of blocksOf(index)) {
    if (turns.due) await turns.next();
    if (signal.aborted) return placed;
    while (at < marks.length && marks[at]!.end <= block.start) at++;
    const element = document.createElement(block.kind === 'title' ? 'h1' : 'p');
    element.className = `block ${block.kind}`;
    if (block.language !== 'und' && block.language !== '') element.lang = block.language;
    if (block.kind === 'boilerplate') element.title = t('boilerplate');
    drawBlock(element, block, index.text, marks, at, placed, () => links++ === 0);
    part.append(element);
    // A part joins the page whole: what is added to it there would be styled again each time.
    if (part.childElementCount < BLOCKS_A_PART) continue;
    host.append(asPart(part));
    part = document.createElement('div');
  }
  host.append(asPart(part));
  return placed;
}

function asPart(element: HTMLElement): HTMLElement {
  element.className = 'part';
  return element;
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

/** Marks that start within so many units of text are sorted together, so that no sorting takes long. */
const WINDOW = 16_384;

/** Everything to be marked, by start, what is around others first. */
async function marksOf({ analysis, text }: ArticleIndex, turns: Turns): Promise<Mark[]> {
  const windows: Mark[][] = Array.from({ length: Math.floor(text.length / WINDOW) + 1 }, () => []);
  for (const mark of eachMark(analysis)) {
    windows[Math.floor(mark.start / WINDOW)]?.push(mark);
    if (turns.due) await turns.next();
  }
  const marks: Mark[] = [];
  for (const window of windows) {
    for (const mark of window.sort((a, b) => a.start - b.start || b.end - a.end)) marks.push(mark);
    if (turns.due) await turns.next();
  }
  return marks;
}

function* eachMark({ quotes, events, values, entities }: Analysis): Generator<Mark> {
  for (const [id, { start, end }] of quotes.entries()) yield { start, end, classes: 'quote', data: { quote: id }, label: '' };
  for (const { id, did } of events) yield { start: did.start, end: did.end, classes: 'verb', data: { event: id }, label: '' };
  for (const { type, start, end, value } of values) yield { start, end, classes: `value ${type}`, data: {}, label: value ?? '' };
  for (const { id, type, name, mentions } of entities) {
    for (const { start, end, kind } of mentions)
      yield { start, end, classes: `mention ${type} ${kind}`, data: { entity: id }, label: name };
  }
}

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
