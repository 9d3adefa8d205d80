import type { Event, Span } from 'ailamgi/types';
import { setLanguage, t } from '../i18n/index.ts';
import { ArticleIndex } from '../model/article_index.ts';
import { wordsOf } from '../model/sentence_of_event.ts';
import { analyze } from './analyzer.ts';
import { Marks } from './marks.ts';
import { HostArticle } from './read_article.ts';
import styles from './panel.css?inline';

const MOST_ACTORS = 8;
const MOST_DEEDS = 8;
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
  }

  async show(): Promise<void> {
    this.#box.hidden = false;
    if (this.#started) return;
    this.#started = true;
    const language = this.#host.lang === 'en' ? 'en' : 'vi';
    setLanguage(language);
    this.#box.dataset['theme'] = this.#host.getAttribute('theme') ?? 'light';
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
    const actors = index.actors();
    const summary = index.analysis.summary.map(({ event: id, text }) => {
      const event = index.event(id);
      return element('li', {}, event ? this.#deed(event, [text]) : text);
    });
    const cards = actors.slice(0, MOST_ACTORS).map(({ entity, did, said }) =>
      element(
        'section',
        { className: `card ${entity.type}`, part: 'card' },
        element('h3', {}, entity.name, element('small', {}, ` ${t(entity.type)}`)),
        element('ul', {}, ...did.slice(0, MOST_DEEDS).map((event) => element('li', {}, this.#deed(event, parts(index, event))))),
        ...said.slice(0, 3).flatMap((id) => {
          const quote = index.quote(id);
          return quote ? [element('blockquote', {}, this.#button(quote, [`“${index.slice(quote)}”`]))] : [];
        }),
      ),
    );
    this.#box.replaceChildren(
      ...(summary.length > 0 ? [element('h2', {}, t('summary')), element('ol', { part: 'summary' }, ...summary)] : []),
      ...(cards.length > 0 ? cards : [element('p', {}, t('noActors'))]),
    );
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
    this.#box.replaceChildren(element('p', { role: 'status' }, text));
  }

  #tell(name: string, detail: unknown): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function parts(index: ArticleIndex, event: Event): (Node | string)[] {
  const { did, what, when, where, source } = wordsOf(index, event);
  const flags = [event.negated ? t('negated') : '', event.mode === 'fact' ? '' : t(event.mode)].filter((flag) => flag !== '');
  const around = [when, where, source === '' ? '' : t('accordingTo', { name: source })].filter((part) => part !== '');
  return [
    ...flags.map((flag) => element('span', { className: 'flag' }, flag)),
    element('b', {}, did),
    ` ${what}`,
    ...(around.length > 0 ? [element('small', {}, ` · ${around.join(' · ')}`)] : []),
  ];
}

function element(name: string, attributes: Record<string, string>, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key === 'className' ? 'class' : key, value);
  made.append(...content);
  return made;
}
