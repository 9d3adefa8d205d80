import { LitElement } from 'lit';
import type { ArticleIndex } from '../model/article_index.ts';
import { store } from '../state/store.ts';

/** A piece of the page: drawn into the page itself, redrawn when the store changes. */
export abstract class View extends LitElement {
  #stop: (() => void) | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = store.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected get index(): ArticleIndex | undefined {
    return store.article?.index;
  }
}
