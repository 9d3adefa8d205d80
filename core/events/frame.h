// What the event and quote finders look at again and again, laid out by token once an article.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "article.h"
#include "events/cues.h"
#include "model/features.h"
#include "syntax/relations.h"

namespace ailamgi::events {

// Numbers of the relations that are asked for by name.
struct KnownRelations {
  Relation nsubj = 1, nsubj_pass = 1, obj = 1, acl = 1, aux_pass = 1, punct = 1, conj = 1;
  static KnownRelations of(const RelationNames& names);
};

class Frame {
 public:
  Frame(const Article& article, const Cues& cues, const KnownRelations& relations);

  const Article& article;
  std::vector<CueSet> cues;    // of each token
  std::vector<Index> mention;  // that covers each token, none
  std::vector<Index> value;    // likewise
  std::vector<Index> quote;    // likewise, of Article::quotes as they were when the Frame was made
  std::vector<Index> subject;  // the token that is its subject, none
  std::vector<uint8_t> has_object;
  std::vector<uint8_t> coordinated;  // of each token: whether it is joined to its head as its like

  const Token& token(Index t) const { return article.tokens[static_cast<size_t>(t)]; }
  CueSet cue(Index t) const { return cues[static_cast<size_t>(t)]; }
  bool has(Index t, Cue c) const { return ailamgi::has(cue(t), c); }
  Index mention_of(Index t) const { return mention[static_cast<size_t>(t)]; }
  Index value_of(Index t) const { return value[static_cast<size_t>(t)]; }
  Index quote_of(Index t) const { return quote[static_cast<size_t>(t)]; }
  Range sentence(Index t) const { return article.sentences[static_cast<size_t>(token(t).sentence)].tokens; }

  // Word, part of speech and class of a token, of places before and after the sentence too.
  uint64_t word(Index t, Range in) const { return in.contains(t) ? token(t).folded : edge(t, in); }
  uint64_t pos(Index t, Range in) const { return in.contains(t) ? static_cast<uint64_t>(token(t).upos) : edge(t, in); }
  uint64_t cluster(Index t, Range in) const { return in.contains(t) ? token(t).cluster : edge(t, in); }

  bool is_verb(Index t) const { return token(t).upos == Upos::VERB || token(t).upos == Upos::AUX; }
  // "bị", "được" before a verb; not the "được" of "nhận được".
  bool marks_passive(Index t) const { return has(t, Cue::passive) && !has(t, Cue::gain); }
  bool is_comma(Index t) const { return unit(t) == u','; }
  bool is_mark(Index t) const { return token(t).upos == Upos::PUNCT || !is_word(t); }
  bool is_word(Index t) const;
  char16_t unit(Index t) const { return article.text[token(t).span.start]; }

  // Makes another title of the one right after it: "phó | giám đốc".
  bool is_prefix(Index t) const;
  // Where the words begin that say of how many the noun phrase from `first` on tells: "hàng | trăm công nhân" are not a
  // hundred, "rất nhiều | người dân" not the people.
  Index start_of_amount(Index first) const;
  // Part of a noun phrase: nouns, names, pronouns, numbers, determiners, and anything inside a name.
  bool is_nominal(Index t) const;
  bool begins_phrase(Index t, Range in) const { return is_nominal(t) && (!in.contains(t - 1) || !is_nominal(t - 1)); }
  // One past the last token of the noun phrase that t is in, without what hangs on it by a preposition.
  Index end_of_phrase(Index t, Range in) const;

  Span span_of(Range tokens) const { return {token(tokens.begin).span.start, token(tokens.end - 1).span.end}; }

  // The entity that a noun phrase stands for: that of its name where the rest is title, type noun or honorific; none
  // where the name only modifies ("công nhân [Công ty X]").
  Index entity_of(Range tokens) const;

 private:
  // Says of the number right after it that it is no exact one: "hàng | trăm", "gần | 50".
  bool is_about(Index t) const;
  static uint64_t edge(Index t, Range in) { return t < in.begin ? 1001 : 1002; }
};

// 0, 1, 2, 3, 4, 5 (to 6), 7 (to 9), 10 (to 14), 15 (to 24), 25.
uint64_t bucket(Index n);

// Calls f(kind) for every cue kind of a set.
template <class F>
void each_cue(CueSet set, F&& f) {
  for (; set != 0; set &= set - 1) f(static_cast<uint64_t>(std::countr_zero(set)));
}

}  // namespace ailamgi::events
