/**
 * `<ai-lam-gi for="article">`: a button beside an article that opens who did what in it. This file is all that loads
 * before the element is seen; the rest comes when it is opened.
 */
import type { Panel } from './panel.ts';

class AiLamGi extends HTMLElement {
  static observedAttributes = ['lang', 'theme', 'open', 'mark', 'for'];

  #button: HTMLButtonElement | undefined;
  #panel: Panel | undefined;
  #loading: Promise<typeof import('./panel.ts')> | undefined;
  #sight: IntersectionObserver | undefined;

  connectedCallback(): void {
    if (!this.shadowRoot) this.#build();
    this.#label();
    this.#sight = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#sight?.disconnect();
      const idle = globalThis.requestIdleCallback ?? setTimeout;
      idle(() => this.isConnected && void this.#load());
    });
    this.#sight.observe(this);
    if (this.open) void this.#show();
  }

  disconnectedCallback(): void {
    this.#sight?.disconnect();
    this.#panel?.remove();
    this.#panel = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    // While the element is being upgraded its attributes come before it is built.
    if (!this.#button || !this.isConnected || before === after) return;
    this.#label();
    if (name === 'open' && after !== null) void this.#show();
    else if (name === 'open') this.#panel?.hide();
    else if (this.#panel) {
      this.#panel.remove();
      this.#panel = undefined;
      if (this.open) void this.#show();
    }
  }

  get open(): boolean {
    return this.hasAttribute('open');
  }

  set open(open: boolean) {
    this.toggleAttribute('open', open);
  }

  #build(): void {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ':host{display:block}button{font:600 1em/1.5 var(--ailamgi-font,system-ui,sans-serif);color:var(--ailamgi-accent-ink,#fff);background:var(--ailamgi-accent,#c8201f);border:0;border-radius:99px;padding:.5em 1.2em;cursor:pointer}button:focus-visible{outline:3px solid;outline-offset:2px}',
    );
    root.adoptedStyleSheets = [sheet];
    this.#button = document.createElement('button');
    this.#button.part.add('button');
    this.#button.addEventListener('click', () => (this.open = !this.open));
    // What the element holds itself stays to be read.
    root.append(document.createElement('slot'), this.#button);
  }

  #label(): void {
    this.#button!.textContent = 'Ai làm gì?';
    this.#button!.setAttribute('aria-expanded', String(this.open));
  }

  #load(): Promise<typeof import('./panel.ts')> {
    return (this.#loading ??= import('./panel.ts'));
  }

  async #show(): Promise<void> {
    const { Panel } = await this.#load();
    if (!this.isConnected || !this.open) return;
    this.#panel ??= new Panel(this, this.shadowRoot!);
    await this.#panel.show();
  }
}

if (!customElements.get('ai-lam-gi')) customElements.define('ai-lam-gi', AiLamGi);
