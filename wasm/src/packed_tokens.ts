import type { PartOfSpeech, Token } from './types.ts';

/**
 * Words as columns of numbers. An article of two megabytes has half a million words: as objects they would keep the
 * receiving thread busy for long, as columns they cross in a few blocks of memory.
 */
export interface PackedTokens {
  start: Int32Array;
  end: Int32Array;
  head: Int32Array;
  /** Indices into `names`. */
  pos: Uint16Array;
  relation: Uint16Array;
  names: string[];
}

export function pack(tokens: readonly Token[]): PackedTokens {
  const names = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  };
  const { length } = tokens;
  const packed = {
    start: new Int32Array(length),
    end: new Int32Array(length),
    head: new Int32Array(length),
    pos: new Uint16Array(length),
    relation: new Uint16Array(length),
  };
  tokens.forEach((token, i) => {
    packed.start[i] = token.start;
    packed.end[i] = token.end;
    packed.head[i] = token.head;
    packed.pos[i] = numberOf(token.pos);
    packed.relation[i] = numberOf(token.relation);
  });
  return { ...packed, names: [...names.keys()] };
}

export function unpack({ start, end, head, pos, relation, names }: PackedTokens): Token[] {
  return Array.from(start, (_, i) => ({
    start: start[i]!,
    end: end[i]!,
    pos: names[pos[i]!]! as PartOfSpeech,
    head: head[i]!,
    relation: names[relation[i]!]!,
  }));
}
