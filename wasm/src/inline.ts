/** The package's entry for places without workers: the analyzer on the calling thread. */
import createCore from '#core';
import type { Analyzer } from './analyzer.ts';
import { InlineAnalyzer } from './inline_analyzer.ts';
import type { Sources } from './protocol.ts';

export async function createInlineAnalyzer(sources: Sources): Promise<Analyzer> {
  return new InlineAnalyzer(createCore, sources);
}

export type * from './analyzer.ts';
export type * from './outcome.ts';
export type * from './types.ts';
