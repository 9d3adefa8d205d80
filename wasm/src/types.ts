/**
 * One analysis, version 1. Offsets are UTF-16 units of the text as it was given, half-open, so that
 * `text.slice(start, end)` is what a span stands for. Fields may be added within a version, none changes its meaning.
 */

export interface Span {
  start: number;
  end: number;
}

/** Index into `Analysis.entities`. */
export type EntityId = number;
/** Index into `Analysis.events`. */
export type EventId = number;
/** Index into `Analysis.quotes`. */
export type QuoteId = number;

export type SegmentKind = 'title' | 'lead' | 'body' | 'caption' | 'byline' | 'boilerplate';

/** A block of the pasted text; blocks come in order and never overlap. */
export interface Segment extends Span {
  kind: SegmentKind;
  language: string;
}

export interface Sentence extends Span {
  segment: number;
}

/** Universal Dependencies part of speech. */
export type PartOfSpeech =
  | 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM'
  | 'PART' | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ' | 'SYM' | 'VERB' | 'X';

/** A word; a Vietnamese word may hold spaces. */
export interface Token extends Span {
  pos: PartOfSpeech;
  /** Index of the governing token, -1 for a root. */
  head: number;
  relation: string;
}

export type EntityType = 'PER' | 'ORG' | 'LOC' | 'MISC';

export interface Role extends Span {
  title: string;
  organization: EntityId | null;
  /** The article says that the role is over ("cựu", "nguyên"). */
  former?: boolean;
}

export interface Mention extends Span {
  kind: 'name' | 'nominal' | 'pronoun';
}

/** Somebody or something that a name in the article stands for. */
export interface Entity {
  id: EntityId;
  type: EntityType;
  name: string;
  aliases: string[];
  /** 0..1: how much the article is about it. */
  salience: number;
  roles: Role[];
  mentions: Mention[];
}

/** A time, sum or share; `value` is EDTF, "<amount> <currency>" or a decimal, null where it can't be told. */
export interface Value extends Span {
  type: 'TIME' | 'MONEY' | 'PERCENT';
  value: string | null;
}

/** Words between quotation marks, without the marks. */
export interface Quote extends Span {
  id?: QuoteId;
  speaker: EntityId | null;
  speaker_span: Span | null;
  cue: Span | null;
}

export interface Participant extends Span {
  entity: EntityId | null;
}

/** Who did it; `implicit` where the sentence leaves the subject out and the span is its nearest mention. */
export interface Actor extends Participant {
  implicit: boolean;
}

export interface EventTime extends Span {
  value: string | null;
}

export type EventMode = 'fact' | 'plan' | 'maybe';

/** Somebody did something. A part that the article does not tell is null. */
export interface Event {
  id: EventId;
  sentence: number;
  who: Actor | null;
  did: Span;
  what: Participant | null;
  when: EventTime | null;
  where: Participant | null;
  /** Who says so: "theo …", or the speaker of what is said. */
  source: Participant | null;
  negated: boolean;
  mode: EventMode;
  passive: boolean;
  /** Of a passive: the word that makes it one ("bị", "được"). */
  mark?: Span;
  /** Of a passive: what finishes the thought behind the verb ("bị bắt | vì trộm xe"). */
  complement?: Span;
  salience: number;
}

export interface SummaryLine {
  event: EventId;
  text: string;
}

/** All that the article tells of one entity. */
export interface Digest {
  entity: EntityId;
  did: EventId[];
  said: QuoteId[];
  received: EventId[];
}

/** `from` acted on `to` in `count` events. */
export interface Relation {
  from: EntityId;
  to: EntityId;
  count: number;
  events: EventId[];
}

export interface Analysis {
  version: 1;
  /** Language of the body, "und" when it is not Vietnamese. */
  language: string;
  segments: Segment[];
  sentences: Sentence[];
  tokens: Token[];
  entities: Entity[];
  values: Value[];
  quotes: Quote[];
  events: Event[];
  /** Best first, at most five. */
  summary: SummaryLine[];
  digests?: Digest[];
  relations?: Relation[];
}

export interface EventAnswer extends Span {
  kind: 'event';
  event: EventId;
  text: string;
}

export interface QuoteAnswer extends Span {
  kind: 'quote';
  quote: QuoteId;
  text: string;
}

/** A reply to a question such as "X đã làm gì?". */
export interface Answer {
  question: string;
  answered: boolean;
  answers: (EventAnswer | QuoteAnswer)[];
  message: Bilingual;
}

/** A message for a person, in both languages of the interface. */
export interface Bilingual {
  vi: string;
  en: string;
}
