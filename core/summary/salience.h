// How much each event matters to its article, as log-linear models say.
//
// Three models in a row, each with the features given here. The first says of every word how likely a lead written for
// the article would hold it; the second ranks events by how much of a lead their statement would tell; both learn from
// raw articles and their leads (distant supervision), from the body alone. The third ranks events as the three that
// tell the story best, learned from annotated articles, and runs where the article has a title or lead.
//
// Training calls the same functions (toolchain/train/train_summary.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article.h"
#include "events/cues.h"
#include "events/frame.h"
#include "model/model.h"
#include "names/name_weights.h"
#include "summary/vocabulary.h"

namespace ailamgi::summary {

// What is known of an event before it is weighed.
struct Telling {
  std::vector<Index> words;  // of its statement, distinct
  int32_t density = 0;       // mean chance of their syllables, in 1/1024
  int32_t mass = 0;          // sum of the chances of its content words, in 1/1024
  int32_t score = 0;         // by the second model
  int32_t rank = 0;          // its place by that, from 0
  int32_t final_score = 0;   // by the third model, or the second where the article has no title
};

struct SalienceWeights {
  NameWeights word, event, top;
  static std::optional<SalienceWeights> read(Bytes section);
};

// One article being weighed.
class Salience {
 public:
  // `cues` are those of each token (Phrasing::cues), and must outlive this.
  Salience(const Article& article, const std::vector<CueSet>& cues);

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const std::vector<Telling>& tellings() const { return tellings_; }
  // Of each word of the vocabulary, that a lead would hold it, in 1/1024; empty before weigh_words().
  const std::vector<int32_t>& chances() const { return chance_; }
  bool titled() const { return titled_; }

  void word_features(Index word, events::Features& out) const;
  // Fills the chances of words and with them what every event's telling says of words.
  void weigh_words(const NameWeights& weights);
  void event_features(Index event, events::Features& out) const;
  void rank_events(const NameWeights& weights);
  void top_features(Index event, events::Features& out) const;

  // All three in turn; fills Event::salience of `article`, which must be the one given at first. O(length).
  void run(const SalienceWeights& weights, Article& article);

 private:
  struct Overlap {
    int32_t same = 0, of = 0;  // syllables
  };
  Overlap overlap(const Telling& telling, bool Word::*where) const;
  bool is_content(const Word& word) const;

  const Article& a_;
  Vocabulary vocabulary_;
  const std::vector<CueSet>& cues_;
  std::vector<int32_t> chance_;  // of each word, in 1/1024
  std::vector<Telling> tellings_;
  std::vector<int32_t> order_in_sentence_;
  int32_t title_size_ = 0, lead_size_ = 0;  // syllables of distinct content words
  bool titled_ = false;
};

}  // namespace ailamgi::summary
