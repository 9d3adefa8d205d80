// The article: one text and everything that has been found out about it.
//
// Every stage of the analysis reads what earlier stages wrote here and fills its own part; nothing else passes between
// stages. Things point into the text by offset and at each other by index, so an Article owns no string but its text
// and a few normalised values. All vectors are in text order unless a comment says otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ailamgi {

// Half-open range of UTF-16 code units of Article::text.
struct Span {
  uint32_t start = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool contains(Span other) const { return start <= other.start && other.end <= end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend bool operator==(Span, Span) = default;
};

// Index into one of the Article's vectors; none means that there is nothing to point at.
using Index = int32_t;
inline constexpr Index none = -1;

// Half-open range of indices.
struct Range {
  Index begin = 0;
  Index end = 0;
  Index size() const { return end - begin; }
  bool contains(Index i) const { return begin <= i && i < end; }
  friend bool operator==(Range, Range) = default;
};

// --- text -----------------------------------------------------------------------------------------------------------

enum class SegmentKind : uint8_t { title, lead, body, caption, byline, boilerplate };
enum class Language : uint8_t { vietnamese, english, unknown };

// A block of the pasted text (a paragraph, a heading, a caption, a line of page furniture).
struct Segment {
  SegmentKind kind = SegmentKind::body;
  Language language = Language::vietnamese;
  Span span;
  Range sentences;
};

// How a syllable is written.
enum class Shape : uint8_t {
  lower,        // "công"
  capitalised,  // "Công", "McDonald", one capital letter
  upper,        // "TP", "AI" (two letters or more)
  mixed,        // "iPhone"
  number,       // "3", "3.000", "20/11", "7h30"
  alnum,        // letters and digits: "F0", "Covid19"
  punctuation,
  symbol  // "%", "$", emoji, anything else
};

// A written syllable, number, code or mark: the smallest unit that later stages join into words. White space lies
// between syllables, never in one.
struct Syllable {
  Span span;
  Shape shape = Shape::lower;
  bool space_before = false;
  uint64_t folded = 0;  // hash of the case-folded syllable with its tone mark in the modern place (text/fold.h)
  uint64_t bare = 0;    // the same without any diacritic ("đàm" and "dam" alike)
  // A syllable, number or code: neither a mark nor a symbol.
  bool is_word() const { return shape < Shape::punctuation; }
};

struct Sentence {
  Span span;
  Index segment = none;
  Range syllables;
  Range tokens;
  bool told = true;  // part of the story: events are looked for here. False in captions and bylines, where only names
                     // and values are looked for
};

// --- words, syntax --------------------------------------------------------------------------------------------------

enum class Upos : uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};
inline constexpr int upos_count = 17;

// Number of a dependency relation (syntax/relations.h); 0 is always "root", 1 always "dep".
using Relation = uint8_t;

struct Token {
  Span span;
  Range syllables;
  uint64_t folded = 0;        // phrase hash of its syllables' `folded` (model/hash.h)
  Upos upos = Upos::X;        // of one annotator's habit: what later stages read
  Upos shown_upos = Upos::X;  // as the treebank's annotators between them would write it: what users get
  Relation relation = 1;
  uint16_t cluster = 0;  // distributional word class, 0 when unknown
  uint8_t tags = 0;      // parts of speech that a list gives the word (words/word_tags.h), 0 when it has none
  Index head = none;     // governing token, none for a root
  Index sentence = none;
};

// --- names, values --------------------------------------------------------------------------------------------------

enum class EntityType : uint8_t { person, organization, location, misc };
enum class MentionKind : uint8_t { name, nominal, pronoun };

// Words that stand for an entity. Mentions of kind name come from the name tagger; nominals and pronouns are added by
// identity, and only for entities that have a name somewhere.
struct Mention {
  Span span;
  Range tokens;  // the tokens that it covers or touches
  MentionKind kind = MentionKind::name;
  EntityType type = EntityType::person;
  Index sentence = none;
  Index entity = none;
};

enum class ValueType : uint8_t { time, money, percent };

struct Value {
  ValueType type = ValueType::time;
  Span span;
  Index sentence = none;
  std::string normalised;  // OUTPUT.md's "value"; empty when it can't be told
};

// --- identity -------------------------------------------------------------------------------------------------------

struct Role {
  Span title;                 // the words of the title
  Index organization = none;  // entity
  bool former = false;
  Index sentence = none;
};

struct Entity {
  EntityType type = EntityType::person;
  Span name;                  // the fullest mention
  std::vector<Span> aliases;  // other names it goes by, one span each
  std::vector<Index> mentions;
  std::vector<Role> roles;
  uint16_t salience = 0;  // 0..10000: how much the article is about it
};

// --- events ---------------------------------------------------------------------------------------------------------

struct Quote {
  Span span;  // without the quotation marks
  Index sentence = none;
  Index speaker = none;  // entity
  Span speaker_span;     // empty when nobody is named
  Span cue;              // the word of saying; empty when there is none
};

enum class Mode : uint8_t { fact, plan, maybe };

// A phrase that fills a place in an event. Absent when its span is empty.
struct Argument {
  Span span;
  Index entity = none;
  bool implicit = false;  // understood, not said: the span is the nearest mention that it means
  Index value = none;     // Article::values, for times
  bool present() const { return !span.empty(); }
};

struct Event {
  Index sentence = none;
  Argument who, what, when, where, source;
  Span did;
  Index predicate = none;  // the token that heads `did`
  bool negated = false;
  Mode mode = Mode::fact;
  bool passive = false;
  bool doubtful = false;  // while salience has not been reckoned: too unsure to be told unless it matters much
  // Of a passive: the word that makes it one ("bị", "được"), and what finishes the thought behind the verb ("bị bắt |
  // vì trộm xe"). Empty when there is none.
  Span mark, complement;
  uint16_t chance = 0;    // 0..10000: that it is rightly told and one that a reader must be told
  uint16_t salience = 0;  // 0..10000
};

struct Statement {  // a line of the summary
  Index event = none;
  std::u16string text;
};

struct Digest {  // what one actor did, said, and had done to them
  Index entity = none;
  std::vector<Index> did, received;  // events, in time order where times are known
  std::vector<Index> said;           // quotes
};

struct Link {                    // who acted on whom
  Index from = none, to = none;  // entities
  std::vector<Index> events;
};

// --- the whole ------------------------------------------------------------------------------------------------------

struct Article {
  // The text given, in Normalization Form C. Offsets below are into this; given_offset() leads back.
  std::u16string text;
  // For each unit of `text`, and one past its end, the offset in the text as it was given. Empty when they are the
  // same.
  std::vector<uint32_t> origin;
  // The day the article appeared, as YYYY-MM-DD: given by the caller or found in the text; empty when unknown.
  std::string date;
  Language language = Language::vietnamese;

  std::vector<Segment> segments;
  std::vector<Syllable> syllables;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Mention> mentions;
  std::vector<Value> values;
  std::vector<Entity> entities;  // by first name
  std::vector<Quote> quotes;
  std::vector<Event> events;
  std::vector<Statement> summary;  // best first
  std::vector<Digest> digests;     // main actors, most salient first
  std::vector<Link> links;         // most frequent first

  uint32_t given_offset(uint32_t offset) const { return origin.empty() ? offset : origin[offset]; }
  std::u16string_view view(Span s) const { return std::u16string_view(text).substr(s.start, s.size()); }

  // The first syllable, or mention, that begins at `offset` or later; one past the last when none does. O(log n).
  Index first_syllable(uint32_t offset) const;
  Index first_mention(uint32_t offset) const;

  // Phrase hash of a run of at least one syllable (model/hash.h). O(syllables).
  uint64_t phrase(Range run) const;

  // Forgets everything but keeps the memory, so that one Article can serve many texts without allocating anew.
  void clear();
};

}  // namespace ailamgi
