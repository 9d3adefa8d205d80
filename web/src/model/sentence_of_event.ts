import type { Event } from 'ailamgi/types';
import type { ArticleIndex } from './article_index.ts';

/** The parts of an event as plain words, for tables, exports and labels. */
export interface EventWords {
  who: string;
  did: string;
  what: string;
  when: string;
  where: string;
  source: string;
}

export function wordsOf(index: ArticleIndex, event: Event): EventWords {
  const words = (span: { start: number; end: number } | null): string =>
    span === null ? '' : index.slice(span).replace(/\s+/g, ' ');
  return {
    who: index.nameOf(event.who),
    did: words(event.did),
    what: index.saidIn(event.id) === undefined ? words(event.what) : `“${words(event.what).replace(/^[“"«]|[”"»]$/g, '')}”`,
    when: words(event.when),
    where: words(event.where),
    source: index.nameOf(event.source),
  };
}

/** The event in one line: "X [không] làm Y". */
export function lineOf(index: ArticleIndex, event: Event, not: string): string {
  const { who, did, what } = wordsOf(index, event);
  return [who, event.negated ? `[${not}]` : '', did, what].filter((part) => part !== '').join(' ');
}
