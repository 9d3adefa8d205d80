import type { Span } from 'ailamgi/types';
import { placedAt, type Placed } from '../model/placed.ts';

const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG BUTTON SELECT NAV AI-LAM-GI'.split(' '));
const BLOCKS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE DIV DL DT DD FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TR UL BR'.split(' '),
);

/** The text of an element of the host's page, and the way back from offsets to places in it. */
export class HostArticle {
  readonly text: string;
  readonly #placed: Placed[] = [];

  constructor(root: Element) {
    let text = '';
    const stack: (Node | 'end')[] = [root];
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (node === 'end') {
        if (text !== '' && !text.endsWith('\n\n')) text += '\n\n';
      } else if (node instanceof Text) {
        // One space for one space, so that offsets stay those of the node.
        const words = node.data.replace(/\s/g, ' ');
        if (words.trim() === '' && (text === '' || text.endsWith('\n'))) continue;
        this.#placed.push({ start: text.length, node });
        text += words;
      } else if (node instanceof Element && (node === root || !SKIPPED.has(node.nodeName.toUpperCase()))) {
        const block = BLOCKS.has(node.nodeName);
        if (block && text !== '' && !text.endsWith('\n\n')) text += '\n\n';
        if (block) stack.push('end');
        for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
      }
    }
    this.text = text;
  }

  rangeOf({ start, end }: Span): Range | undefined {
    const from = placedAt(this.#placed, start);
    const to = placedAt(this.#placed, Math.max(start, end - 1));
    if (!from || !to) return undefined;
    const range = new Range();
    try {
      range.setStart(from.node, start - from.start);
      range.setEnd(to.node, end - to.start);
    } catch {
      // The host has changed its text since.
      return undefined;
    }
    return range;
  }
}
