import { badReply, failure, success, type Outcome } from './outcome.ts';
import type { Analysis } from './types.ts';

/** Remembers which text an analysis is of, without keeping either alive. */
export class Texts {
  readonly #texts = new WeakMap<Analysis, string>();

  remember(outcome: Outcome<Analysis>, text: string): void {
    if (outcome.ok) this.#texts.set(outcome.value, text);
  }

  /** The text that a question is about; fails for an analysis that was not remembered here. */
  of(about: Analysis | string): Outcome<string> {
    const text = typeof about === 'string' ? about : this.#texts.get(about);
    return text === undefined ? failure(badReply('not an analysis of this analyzer')) : success(text);
  }
}
