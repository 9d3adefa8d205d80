// What matters most: events by weight, a summary of at most five, what each actor did, who acted on whom.
//
// Events are weighed by salience.h; choice.h says which of them the summary tells, and how.
#pragma once

#include <optional>

#include "article.h"
#include "model/model.h"
#include "summary/phrasing.h"
#include "summary/salience.h"

namespace ailamgi {

class Summarizer {
 public:
  // Takes the section "summary" and the phrasebook; nothing when one is missing or malformed.
  static std::optional<Summarizer> open(const Model& model);
  // The same with weights from elsewhere, for training.
  static std::optional<Summarizer> open(const Model& model, Bytes section);

  // Fills Event::salience, Article::summary (at most five, best first), digests (at most twelve actors) and links, from
  // everything found before. O(length).
  void run(Article& article) const;

 private:
  Summarizer(const Phrasebook& book, const summary::SalienceWeights& weights) : book_(book), weights_(weights) {}
  Phrasebook book_;
  summary::SalienceWeights weights_;
};

}  // namespace ailamgi
