/** Longest stretch of work before the browser gets a turn. */
const SLICE_MS = 8;

/** Cuts long work on the page's thread into turns, so that taps and keys are answered in between. */
export class Turns {
  #since = performance.now();
  #slice: number;

  constructor(firstMs = SLICE_MS) {
    this.#slice = firstMs;
  }

  get due(): boolean {
    return performance.now() - this.#since > this.#slice;
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
    this.#slice = SLICE_MS;
  }
}
