/** A text node and where in the article it starts. */
export interface Placed {
  start: number;
  node: Text;
}

/** The node that holds an offset: the last one that starts at or before it. `placed` is in text order. */
export function placedAt(placed: readonly Placed[], offset: number): Placed | undefined {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return placed[low - 1];
}
