// How much each event matters to its article, as log-linear models say.
//
// Three models in a row, each with the features given here. The first says of every word how likely a lead written for
// the article would hold it; the second ranks events by how much of a lead their statement would tell; both learn from
// raw articles and their leads (distant supervision), from the body alone. The third ranks events as the three that
// tell the story best, given those chosen already, learned from annotated articles; it runs where the article has a
// title.
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
#include "model/sparse_weights.h"
#include "summary/vocabulary.h"

namespace ailamgi::summary {

// What is known of an event before it is weighed.
struct Telling {
  std::vector<Index> words;  // of its statement, distinct
  int32_t density = 0;       // mean chance of their syllables, in 1/1024
  int32_t mass = 0;          // sum of the chances of its content words, in 1/1024
  int32_t score = 0;         // by the second model
  int32_t rank = 0;          // its place by that, from 0
  int32_t final_score = 0;   // by the third model as the first to be told, or the second where there is no title
};

struct SalienceWeights {
  SparseWeights word, event, top;
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

  void word_features(Index word, Features& out) const;
  // Fills the chances of words and with them what every event's telling says of words.
  void weigh_words(const SparseWeights& weights);
  void event_features(Index event, Features& out) const;
  void rank_events(const SparseWeights& weights);
  // What makes an event one of the three that matter, and what of that hangs on those told already.
  void top_features(Index event, Features& out) const;
  void next_features(Index event, const std::vector<Index>& told, Features& out) const;

  // All three in turn; fills Event::salience of `article`, which must be the one given at first, and takes the doubtful
  // events out of it that are not among those that matter most. O(length).
  void run(const SalienceWeights& weights, Article& article);

 private:
  struct Overlap {
    int32_t same = 0, of = 0;  // syllables
  };
  Overlap overlap(const Telling& telling, bool Word::*where) const;
  Overlap overlap(const Telling& telling, const Telling& other) const;
  SegmentKind place(const Event& event) const;
  void weigh_tops(const SparseWeights& weights);
  void drop_doubtful(Article& article);
  // Where an event stands: within what another of its sentence says or does, and in a quotation or not.
  void find_nesting();
  bool is_content(const Word& word) const;

  const Article& a_;
  Vocabulary vocabulary_;
  const std::vector<CueSet>& cues_;
  std::vector<int32_t> chance_;  // of each word, in 1/1024
  std::vector<Telling> tellings_;
  std::vector<int32_t> order_in_sentence_;
  std::vector<uint8_t> nesting_;  // 0 none, 1 in another event, 2 in what somebody says; 3 more in a quotation
  std::vector<uint8_t> named_;    // of each entity: 1 in the title, 2 in the lead, 3 in both
  bool titled_ = false;
};

}  // namespace ailamgi::summary
