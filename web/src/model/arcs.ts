/** An arc from a word to the word that depends on it, by their places in the sentence. */
export interface Arc {
  from: number;
  to: number;
}

/** A height for each arc, from 1: above every arc that it spans. Quadratic in the number of arcs. */
export function levelsOf(arcs: readonly Arc[]): number[] {
  const spans = arcs.map(({ from, to }, id) => ({ id, left: Math.min(from, to), right: Math.max(from, to) }));
  const levels = arcs.map(() => 1);
  const placed: typeof spans = [];
  for (const span of spans.toSorted((a, b) => a.right - a.left - (b.right - b.left) || a.left - b.left)) {
    for (const below of placed) {
      const apart = below.right <= span.left || span.right <= below.left;
      if (!apart) levels[span.id] = Math.max(levels[span.id]!, levels[below.id]! + 1);
    }
    placed.push(span);
  }
  return levels;
}
