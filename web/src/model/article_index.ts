import type { Analysis, Entity, EntityId, Event, EventId, Quote, QuoteId, Relation, Span } from 'ailamgi/types';

export interface ActorDigest {
  entity: Entity;
  /** All but the saying of what is in `said`. */
  did: Event[];
  said: QuoteId[];
  /** What was done to them, where it is told as something that they went through: "X bị bắt". */
  underwent: Event[];
  /** What others did to them, told as deeds of those others. */
  received: Event[];
}

/** An analysis with its text, and the look-ups that every view needs. Nothing in here decides about language. */
export class ArticleIndex {
  readonly text: string;
  readonly analysis: Analysis;
  readonly title: string;
  readonly #did = new Map<EntityId, Event[]>();
  readonly #received = new Map<EntityId, Event[]>();
  readonly #said = new Map<EntityId, QuoteId[]>();
  #relations: Relation[] | undefined;
  #actors: ActorDigest[] | undefined;
  #ownerless: Event[] | undefined;
  #sayings: Sayings | undefined;

  constructor(text: string, analysis: Analysis) {
    this.text = text;
    this.analysis = analysis;
    this.title = titleOf(text, analysis);
    if (analysis.digests) this.#takeDigests(analysis);
    else this.#group(analysis);
  }

  slice = (span: Span): string => this.text.slice(span.start, span.end);

  entity = (id: EntityId | null | undefined): Entity | undefined =>
    id === null || id === undefined ? undefined : this.analysis.entities[id];

  event = (id: EventId): Event | undefined => this.analysis.events[id];

  quote = (id: QuoteId): Quote | undefined => this.analysis.quotes[id];

  didBy = (id: EntityId): Event[] => this.#did.get(id) ?? [];
  saidBy = (id: EntityId): QuoteId[] => this.#said.get(id) ?? [];
  receivedBy = (id: EntityId): Event[] => this.#received.get(id) ?? [];

  /** The name of an entity, or else the words of the article. */
  nameOf(part: (Span & { entity: EntityId | null }) | null): string {
    return part === null ? '' : (this.entity(part.entity)?.name ?? this.slice(part));
  }

  /** The event that tells of the quote's speaker saying it. */
  sayingOf = (id: QuoteId): Event | undefined => this.#findSayings().events.get(id);

  /** The quote whose saying the event tells of. */
  saidIn = (id: EventId): QuoteId | undefined => this.#findSayings().quotes.get(id);

  #findSayings(): Sayings {
    return (this.#sayings ??= sayingsOf(this.analysis));
  }

  /** Everybody who did, said or underwent something, most important first. */
  actors(): readonly ActorDigest[] {
    return (this.#actors ??= this.#findActors());
  }

  #findActors(): ActorDigest[] {
    return this.analysis.entities
      .map((entity) => ({
        entity,
        did: this.didBy(entity.id).filter(({ id }) => this.saidIn(id) === undefined),
        said: this.saidBy(entity.id),
        underwent: this.receivedBy(entity.id).filter(({ passive }) => passive),
        received: this.receivedBy(entity.id).filter(({ passive }) => !passive),
      }))
      .filter((actor) => actor.did.length + actor.said.length + actor.underwent.length > 0)
      .sort((a, b) => b.entity.salience - a.entity.salience || a.entity.id - b.entity.id);
  }

  /** What nobody named did, or underwent. */
  ownerless(): Event[] {
    return (this.#ownerless ??= this.#findOwnerless());
  }

  #findOwnerless(): Event[] {
    const shown = new Set(this.actors().flatMap(({ underwent }) => underwent));
    return this.analysis.events.filter((event) => this.entity(event.who?.entity) === undefined && !shown.has(event));
  }

  relations(): Relation[] {
    return (this.#relations ??= this.analysis.relations ?? this.#countRelations());
  }

  #takeDigests(analysis: Analysis): void {
    for (const digest of analysis.digests ?? []) {
      const events = (ids: EventId[]): Event[] => ids.flatMap((id) => analysis.events[id] ?? []);
      this.#did.set(digest.entity, events(digest.did));
      this.#received.set(digest.entity, events(digest.received));
      this.#said.set(digest.entity, digest.said);
    }
  }

  #group(analysis: Analysis): void {
    for (const event of analysis.events) {
      if (event.who && event.who.entity !== null) put(this.#did, event.who.entity, event);
      if (event.what && event.what.entity !== null) put(this.#received, event.what.entity, event);
    }
    analysis.quotes.forEach((quote, id) => {
      if (quote.speaker !== null) put(this.#said, quote.speaker, id);
    });
  }

  #countRelations(): Relation[] {
    const relations = new Map<string, Relation>();
    for (const event of this.analysis.events) {
      const from = event.who?.entity ?? null;
      const to = event.what?.entity ?? null;
      if (from === null || to === null || from === to) continue;
      const relation = relations.get(`${from} ${to}`) ?? { from, to, count: 0, events: [] };
      relation.count++;
      relation.events.push(event.id);
      relations.set(`${from} ${to}`, relation);
    }
    return [...relations.values()].sort((a, b) => b.count - a.count);
  }
}

interface Sayings {
  events: Map<QuoteId, Event>;
  quotes: Map<EventId, QuoteId>;
}

/** Somebody said what stands between quotation marks: such an event and its quote are one and the same to a reader. */
function sayingsOf({ quotes, events }: Analysis): Sayings {
  const sayings: Sayings = { events: new Map(), quotes: new Map() };
  const inOrder = quotes.map((quote, id) => ({ quote, id })).sort((a, b) => a.quote.start - b.quote.start);
  for (const event of events) {
    const { who, what } = event;
    if (!what || !who || who.entity === null || event.negated) continue;
    let low = 0;
    for (let high = inOrder.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (inOrder[middle]!.quote.end <= what.start) low = middle + 1;
      else high = middle;
    }
    const found = inOrder[low];
    // With or without its marks.
    const isQuote = found && Math.abs(found.quote.start - what.start) <= 1 && found.quote.speaker === who.entity;
    if (!isQuote || sayings.events.has(found.id)) continue;
    sayings.events.set(found.id, event);
    sayings.quotes.set(event.id, found.id);
  }
  return sayings;
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function titleOf(text: string, analysis: Analysis): string {
  const segment = analysis.segments.find((segment) => segment.kind === 'title') ?? analysis.segments[0];
  const title = segment ? text.slice(segment.start, segment.end) : firstLine(text);
  return title.length > 160 ? `${title.slice(0, 160)}…` : title;
}

/** The first line that holds anything, for a text that is not analyzed yet. */
export const firstLine = (text: string): string => /\S[^\n]{0,120}/.exec(text)?.[0].trim() ?? '';
