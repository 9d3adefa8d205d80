/** Longest stretch of work before the browser gets a turn. */
const SLICE_MS = 8;
/** The first may be longer: what is short is then on the screen with the next frame, and laid out only once. */
const FIRST_MS = 24;

/** Cuts long work on the page's thread into turns, so that taps and keys are answered in between. */
export class Turns {
  #since = performance.now();
  #slice = FIRST_MS;

  get due(): boolean {
    return performance.now() - this.#since > this.#slice;
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
    this.#slice = SLICE_MS;
  }
}
