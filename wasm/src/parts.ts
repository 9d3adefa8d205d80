import { pack, unpack, type PackedTokens } from './packed_tokens.ts';
import type { Analysis } from './types.ts';

/** The lists of an analysis that grow with the text; its words go packed. */
const LISTS = [
  'segments', 'sentences', 'entities', 'values', 'quotes', 'events', 'summary', 'digests', 'relations',
] as const;

type ListName = (typeof LISTS)[number];

/** A piece of an analysis, small enough for the receiving thread to take without a pause. */
export type Part =
  | { kind: 'frame'; frame: Partial<Analysis>; total: number; tokens: PackedTokens }
  | { kind: 'slice'; list: ListName; items: unknown[]; done: number };

const OBJECTS_A_PART = 800;

/** How many objects an item is made of: an entity holds all its mentions. */
const weightOf = (item: unknown): number => 1 + ((item as { mentions?: unknown[] }).mentions?.length ?? 0);

/**
 * Cuts an analysis so that it crosses between threads in many small messages: taking one long message would stop the
 * receiving thread for as long as it takes to rebuild every object in it.
 */
export function* cut(analysis: Analysis): Generator<Part> {
  const { tokens, ...rest } = analysis;
  const frame: Record<string, unknown> = rest;
  let total = 0;
  for (const list of LISTS) {
    const items = analysis[list];
    if (items === undefined) continue;
    frame[list] = [];
    total += items.length;
  }
  yield { kind: 'frame', frame: frame as Partial<Analysis>, total, tokens: pack(tokens) };
  let done = 0;
  for (const list of LISTS) {
    const items: readonly unknown[] = analysis[list] ?? [];
    for (let at = 0; at < items.length; ) {
      const from = at;
      for (let weight = 0; at < items.length && weight < OBJECTS_A_PART; at++) weight += weightOf(items[at]);
      done += at - from;
      yield { kind: 'slice', list, items: items.slice(from, at), done };
    }
  }
}

/** Puts the parts together again, in the order in which they were cut; words are unpacked when somebody asks for them. */
export class Joiner {
  #analysis: Record<string, unknown> = {};
  #total = 0;
  #done = 0;

  add(part: Part): void {
    if (part.kind === 'frame') {
      this.#analysis = { ...part.frame };
      unpackWhenAsked(this.#analysis, part.tokens);
      this.#total = part.total;
      return;
    }
    const list = this.#analysis[part.list] as unknown[];
    for (const item of part.items) list.push(item);
    this.#done = part.done;
  }

  /** 0..1 */
  get progress(): number {
    return this.#total === 0 ? 1 : this.#done / this.#total;
  }

  finish(): Analysis {
    return this.#analysis as unknown as Analysis;
  }
}

function unpackWhenAsked(analysis: Record<string, unknown>, packed: PackedTokens): void {
  Object.defineProperty(analysis, 'tokens', {
    configurable: true,
    enumerable: true,
    get: () => {
      const tokens = unpack(packed);
      Object.defineProperty(analysis, 'tokens', { configurable: true, enumerable: true, writable: true, value: tokens });
      return tokens;
    },
  });
}
