import { Readability } from '@mozilla/readability';
import { parseInert } from '../trusted.ts';

const NEVER_TEXT = 'script,style,noscript,template,iframe,object,embed,svg,math,canvas,nav,form,button,select';
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL'.split(' '),
);

/** Reduces somebody's markup to the text of its article. The markup is never put into the page. */
export function articleOfHtml(html: string): string {
  const page = parseInert(withoutStyle(html));
  for (const element of page.querySelectorAll(NEVER_TEXT)) element.remove();
  takeMarkupInertly(page.body);
  const whole = textOf(page.body);
  let parsed: ReturnType<Readability<Element>['parse']> = null;
  try {
    parsed = new Readability<Element>(page, { serializer: (element) => element as Element, maxElemsToParse: 60_000 }).parse();
  } catch {
    // A page that Readability can't take is read whole.
  }
  const body = parsed?.content ? textOf(parsed.content) : '';
  // Of a short paste Readability may keep nothing; then everything in it is the article.
  if (body.length < whole.length / 4 && whole.length < 20_000) return whole;
  const title = parsed?.title?.trim() ?? '';
  return title !== '' && !body.startsWith(title) ? `${title}\n\n${body}` : body || whole;
}

/** Nothing of it would be applied, but Chromium reports each style to the console as stopped by the page's policy. */
const withoutStyle = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style'));

/** Readability puts a page's markup back before it tries again; under Trusted Types that must go through the policy. */
function takeMarkupInertly(body: HTMLElement): void {
  const { get } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')!;
  Object.defineProperty(body, 'innerHTML', {
    get: () => get!.call(body) as string,
    set: (html: string) => body.replaceChildren(...parseInert(withoutStyle(html)).body.childNodes),
  });
}

/** The words of an element, a blank line between blocks. */
export function textOf(root: Element): string {
  const blocks: string[] = [];
  let line = '';
  const end = (): void => {
    const words = line.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (words !== '') blocks.push(words);
    line = '';
  };
  // A stack of its own: markup may nest deeper than calls can.
  const stack: (Node | 'end')[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node === 'end') end();
    else if (node.nodeType === Node.TEXT_NODE) line += node.nodeValue ?? '';
    else if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.nodeName === 'BR') end();
      if (BLOCKS.has(node.nodeName)) {
        end();
        stack.push('end');
      }
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
    }
  }
  end();
  return blocks.join('\n\n');
}
