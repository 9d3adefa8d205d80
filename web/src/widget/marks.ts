import type { Analysis } from 'ailamgi/types';
import type { HostArticle } from './read_article.ts';

const TYPES = ['PER', 'ORG', 'LOC', 'MISC'] as const;
const COLOURS = { PER: '#1f4fd1', ORG: '#006b57', LOC: '#8a5200', MISC: '#555b66' };
const LINES = { PER: 'solid', ORG: 'double', LOC: 'dashed', MISC: 'wavy' };

/** Marks names in the host's article by the CSS Custom Highlight API: its elements stay untouched. */
export class Marks {
  readonly #sheet = new CSSStyleSheet();
  readonly #names: string[] = [];
  readonly #lit: string;

  constructor(id: number) {
    this.#lit = `ailamgi-${id}-lit`;
    const rules = TYPES.map(
      (type) =>
        `::highlight(ailamgi-${id}-${type}){text-decoration:underline ${LINES[type]} var(--ailamgi-${type.toLowerCase()},${COLOURS[type]}) 2px}`,
    );
    this.#sheet.replaceSync(`${rules.join('')}::highlight(${this.#lit}){background:#ffe27a;color:#14161b}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
    this.#names = TYPES.map((type) => `ailamgi-${id}-${type}`);
  }

  show(article: HostArticle, analysis: Analysis): void {
    if (!('highlights' in CSS)) return;
    TYPES.forEach((type, i) => {
      const ranges = analysis.entities
        .filter((entity) => entity.type === type)
        .flatMap((entity) => entity.mentions.filter((mention) => mention.kind === 'name'))
        .flatMap((mention) => article.rangeOf(mention) ?? []);
      if (ranges.length > 0) CSS.highlights.set(this.#names[i]!, new Highlight(...ranges));
    });
  }

  light(range: Range | undefined): void {
    if (!('highlights' in CSS)) return;
    if (range) CSS.highlights.set(this.#lit, new Highlight(range));
    else CSS.highlights.delete(this.#lit);
  }

  remove(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    if ('highlights' in CSS) for (const name of [...this.#names, this.#lit]) CSS.highlights.delete(name);
  }
}
