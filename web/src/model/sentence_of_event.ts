import type { EntityId, Event } from 'ailamgi/types';
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

/** A part of the text on one line; nothing where there is none. */
const lineIn = (index: ArticleIndex, span: { start: number; end: number } | null | undefined): string =>
  span ? index.slice(span).replace(/\s+/g, ' ') : '';

export function wordsOf(index: ArticleIndex, event: Event): EventWords {
  const words = (span: { start: number; end: number } | null): string => lineIn(index, span);
  return {
    who: index.nameOf(event.who),
    did: words(event.did),
    what: index.saidIn(event.id) === undefined ? words(event.what) : `“${words(event.what).replace(/^[“"«]|[”"»]$/g, '')}”`,
    when: words(event.when),
    where: words(event.where),
    source: index.nameOf(event.source),
  };
}

export interface ClausePart {
  part: 'who' | 'did' | 'what';
  text: string;
}

/**
 * What happened, in the order to be read: as it was told where that is a passive, "Y bị X làm". What stands under the
 * name of `owner` does not say again that it was he who acted, or to whom it was done.
 */
export function clauseOf(index: ArticleIndex, event: Event, owner: EntityId | null = null): ClausePart[] {
  const { who, did, what } = wordsOf(index, event);
  const owns = (part: Event['who'] | Event['what']): boolean => owner !== null && part?.entity === owner;
  const actor: ClausePart = { part: 'who', text: owns(event.who) && event.mark === undefined ? '' : who };
  const patient: ClausePart = { part: 'what', text: owns(event.what) && event.passive ? '' : what };
  const clause: ClausePart[] =
    event.mark === undefined
      ? [actor, { part: 'did', text: did }, patient]
      : [patient, { part: 'did', text: lineIn(index, event.mark) }, actor, { part: 'did', text: did }, { part: 'what', text: lineIn(index, event.complement) }];
  return clause.filter(({ text }) => text !== '');
}

/** When and where it happened, as plain words; not what the clause says already. */
export function circumstancesOf(index: ArticleIndex, event: Event): { when: string; where: string } {
  const isSaid = (span: Event['did'] | null): boolean =>
    span !== null && event.complement !== undefined && span.start < event.complement.end && span.end > event.complement.start;
  const words = (span: Event['when'] | Event['where']): string => (isSaid(span) ? '' : lineIn(index, span));
  return { when: words(event.when), where: words(event.where) };
}

/** The event in one line: "X [không] làm Y". */
export function lineOf(index: ArticleIndex, event: Event, not: string): string {
  const clause = clauseOf(index, event);
  const verb = clause.findIndex(({ part }) => part === 'did');
  const words = clause.map(({ text }) => text);
  if (event.negated) words.splice(verb, 0, `[${not}]`);
  return words.join(' ');
}
