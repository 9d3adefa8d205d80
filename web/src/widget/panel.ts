import type { EntityId, Event, QuoteId, Span } from 'ailamgi/types';
import { setLanguage, t } from '../i18n/index.ts';
import { ArticleIndex, type ActorDigest } from '../model/article_index.ts';
import { roleText } from '../model/role_text.ts';
import { circumstancesOf, clauseOf } from '../model/sentence_of_event.ts';
import { shapeOf } from '../model/shape.ts';
import { analyze, release, use } from './analyzer.ts';
import { Marks } from './marks.ts';
import { HostArticle } from './read_article.ts';
import styles from './panel.css?inline';

const MOST_ACTORS = 8;
const MOST_DEEDS = 8;
const MOST_QUOTES = 3;
let panels = 0;

/** What opens under the button: summary, and what everybody did. Text goes in as text, never as markup. */
export class Panel {
  readonly #host: HTMLElement & { open: boolean };
  readonly #box = document.createElement('div');
  readonly #abort = new AbortController();
  readonly #sheet = new CSSStyleSheet();
  readonly #root: ShadowRoot;
  #marks: Marks | undefined;
  #article: HostArticle | undefined;
  #started = false;

  constructor(host: HTMLElement & { open: boolean }, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    this.#sheet.replaceSync(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    this.#box.part.add('panel');
    this.#box.className = 'panel';
    this.#box.setAttribute('role', 'region');
    this.#box.setAttribute('aria-label', 'Ai làm gì?');
    root.append(this.#box);
    use();
  }

  async show(): Promise<void> {
    this.#box.hidden = false;
    if (this.#started) return;
    this.#started = true;
    const language = this.#host.lang === 'en' ? 'en' : 'vi';
    setLanguage(language);
    this.#box.lang = language;
    this.#box.dataset['theme'] = themeOf(this.#host.getAttribute('theme'));
    const root = this.#source();
    if (!root) return this.#say(t('nothingHere'));
    this.#say(t('stageAnalyzing'));
    this.#article = new HostArticle(root);
    const outcome = await analyze(this.#article.text, this.#abort.signal);
    if (this.#abort.signal.aborted) return;
    setLanguage(language);
    if (!outcome.ok) {
      this.#say(outcome.error.message[language]);
      this.#tell('ailamgi-error', outcome.error);
      return;
    }
    const index = new ArticleIndex(this.#article.text, outcome.value);
    this.#draw(index);
    this.#marks = new Marks(++panels);
    if (this.#host.hasAttribute('mark')) this.#marks.show(this.#article, outcome.value);
    this.#tell('ailamgi-ready', outcome.value);
  }

  hide(): void {
    this.#box.hidden = true;
    this.#marks?.light(undefined);
  }

  /** Leaves host and page as they were. */
  remove(): void {
    this.#abort.abort();
    release();
    this.#marks?.remove();
    this.#box.remove();
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  #source(): Element | null {
    const wanted = this.#host.getAttribute('for');
    if (wanted === null) return this.#host.childNodes.length > 0 ? this.#host : null;
    try {
      return document.getElementById(wanted) ?? document.querySelector(wanted);
    } catch {
      return null;
    }
  }

  #draw(index: ArticleIndex): void {
    const summary = index.analysis.summary.map(({ event: id, text }) => {
      const event = index.event(id);
      return element('li', {}, event ? this.#deed(event, [text]) : text);
    });
    const cards = index.actors().slice(0, MOST_ACTORS).map((actor) => this.#card(index, actor));
    this.#box.replaceChildren(
      ...(summary.length > 0
        ? [element('div', { class: 'summary' }, element('h2', {}, t('summary')), element('ol', { part: 'summary', lang: 'vi' }, ...summary))]
        : []),
      cards.length > 0 ? element('div', { class: 'cards' }, ...cards) : element('p', { class: 'word' }, t('noActors')),
      element('p', { class: 'foot' }, t('promise')),
    );
  }

  #card(index: ArticleIndex, { entity, did, said, underwent }: ActorDigest): HTMLElement {
    const quotes = said.slice(0, MOST_QUOTES).map((id) => this.#quote(index, id));
    const deeds = [...did, ...underwent].slice(0, MOST_DEEDS).map((event) => element('li', {}, this.#deed(event, parts(index, event, entity.id))));
    const roles = entity.roles.map((role) => roleText(index, role)).join(' · ');
    return element(
      'section',
      { class: `card ${entity.type}`, part: 'card' },
      element('h3', {}, signOf(entity.type), element('span', { lang: 'vi' }, entity.name), element('small', {}, ` · ${t(entity.type)}`)),
      ...(roles === '' ? [] : [element('p', { class: 'roles', lang: 'vi' }, roles)]),
      element('ul', { lang: 'vi' }, ...deeds),
      ...quotes,
    );
  }

  #quote(index: ArticleIndex, id: QuoteId): HTMLElement {
    const quote = index.quote(id)!;
    const saying = index.sayingOf(id);
    const verb = saying ? [element('b', {}, index.slice(saying.did)), ' '] : [];
    return element('blockquote', { lang: 'vi' }, this.#button(quote, [...verb, `“${index.slice(quote)}”`]));
  }

  #deed(event: Event, content: (Node | string)[]): HTMLElement {
    return this.#button(event.did, content);
  }

  #button(span: Span, content: (Node | string)[]): HTMLElement {
    const button = element('button', { type: 'button', part: 'deed' }, ...content);
    button.addEventListener('click', () => {
      const range = this.#article?.rangeOf(span);
      this.#marks?.light(range);
      range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    });
    return button;
  }

  #say(text: string): void {
    this.#box.replaceChildren(element('p', { class: 'word', role: 'status' }, text));
  }

  #tell(name: string, detail: unknown): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** What `theme` asks for; "auto" follows the system. */
const themeOf = (theme: string | null): string =>
  theme === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : (theme ?? 'light');

function signOf(type: string): SVGElement {
  const SVG = 'http://www.w3.org/2000/svg';
  const sign = document.createElementNS(SVG, 'svg');
  sign.setAttribute('viewBox', '-8 -8 16 16');
  sign.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shapeOf(type, 7));
  sign.append(path);
  return sign;
}

function parts(index: ArticleIndex, event: Event, owner: EntityId): (Node | string)[] {
  const { when, where } = circumstancesOf(index, event);
  const source = index.nameOf(event.source);
  const around = [when, where, source === '' ? '' : t('accordingTo', { name: source })].filter((part) => part !== '');
  return [
    ...(event.negated ? [element('span', { class: 'flag no' }, t('negated'))] : []),
    ...(event.mode === 'fact' ? [] : [element('span', { class: 'flag' }, t(event.mode))]),
    ...clauseOf(index, event, owner).flatMap(({ part, text }) => [part === 'did' ? element('b', {}, text) : text, ' ']),
    ...(around.length > 0 ? [element('small', {}, ` · ${around.join(' · ')}`)] : []),
  ];
}

function element(name: string, attributes: Record<string, string>, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}
