import type { EntityId, EventId, QuoteId } from 'ailamgi/types';
import type { ArticleIndex } from '../model/article_index.ts';

/** What the reader points at: an entity, an event or a quote. */
export type Target = { kind: 'entity' | 'event' | 'quote'; id: number };

/** What lights up with it. */
export interface Lit {
  entities: Set<EntityId>;
  events: Set<EventId>;
  quotes: Set<QuoteId>;
}

export function litBy(index: ArticleIndex, target: Target): Lit {
  const lit: Lit = { entities: new Set(), events: new Set(), quotes: new Set() };
  const addEntity = (id: EntityId | null | undefined): void => void (typeof id === 'number' && lit.entities.add(id));
  if (target.kind === 'entity') {
    addEntity(target.id);
    for (const event of index.didBy(target.id)) lit.events.add(event.id);
    for (const event of index.receivedBy(target.id)) lit.events.add(event.id);
    for (const quote of index.saidBy(target.id)) lit.quotes.add(quote);
  } else if (target.kind === 'event') {
    const event = index.event(target.id);
    lit.events.add(target.id);
    for (const part of [event?.who, event?.what, event?.where, event?.source]) addEntity(part?.entity);
  } else {
    lit.quotes.add(target.id);
    addEntity(index.quote(target.id)?.speaker);
  }
  return lit;
}

type Listener = (lit: Lit | undefined, target: Target | undefined) => void;

/** The light that follows the pointer and the keyboard; a pinned target keeps it. */
class Light {
  #index: ArticleIndex | undefined;
  #pointed: Target | undefined;
  #pinned: Target | undefined;
  readonly #listeners = new Set<Listener>();

  get pinned(): Target | undefined {
    return this.#pinned;
  }

  shineOn(index: ArticleIndex | undefined): void {
    if (index === this.#index) return;
    this.#index = index;
    this.#pointed = this.#pinned = undefined;
    this.#tell();
  }

  point(target: Target | undefined): void {
    if (same(target, this.#pointed)) return;
    this.#pointed = target;
    if (!this.#pinned) this.#tell();
  }

  /** Pins the target, or lets go of it when it is pinned already. */
  pin(target: Target | undefined): void {
    this.#pinned = same(target, this.#pinned) ? undefined : target;
    this.#tell();
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    const target = this.#pinned ?? this.#pointed;
    const lit = target && this.#index ? litBy(this.#index, target) : undefined;
    for (const listener of this.#listeners) listener(lit, target);
  }
}

const same = (a: Target | undefined, b: Target | undefined): boolean => a?.kind === b?.kind && a?.id === b?.id;

export const light = new Light();

/** The target that an element stands for, by its data attributes. */
export function targetAt(node: EventTarget | null): Target | undefined {
  const element = node instanceof Element ? node.closest('[data-event],[data-quote],[data-entity]') : null;
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return undefined;
  for (const kind of ['event', 'quote', 'entity'] as const) {
    const id = element.dataset[kind];
    if (id !== undefined) return { kind, id: Number(id) };
  }
  return undefined;
}
