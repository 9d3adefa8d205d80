import type { Analysis } from './types.ts';

/** Remembers which text an analysis is of, without keeping either alive. */
export class Texts {
  readonly #texts = new WeakMap<Analysis, string>();

  remember(analysis: Analysis, text: string): void {
    this.#texts.set(analysis, text);
  }

  of(about: Analysis | string): string | undefined {
    return typeof about === 'string' ? about : this.#texts.get(about);
  }
}
