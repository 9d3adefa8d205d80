// Names: the people, organisations, places and other things that an article calls by a proper name.
//
// A linear-chain conditional random field over syllables (Lafferty, McCallum & Pereira 2001) with hashed features and
// 8-bit weights, so that an error of word segmentation never cuts a name. It reads the article twice: what the first
// pass found everywhere else in the article is evidence for the second.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "article.h"
#include "model/model.h"
#include "model/sparse_weights.h"
#include "names/name_features.h"
#include "names/name_labels.h"
#include "names/viterbi.h"
#include "progress.h"

namespace ailamgi {

class NameTagger {
 public:
  // Takes the section "names" and the word lists of a model; nothing when one is missing or does not fit.
  // Section: u32 format (1); i16 x 81 transitions of the first pass (from, to), then of the second; then the weights of
  // the first pass's features and those that the second adds (model/sparse_weights.h).
  static std::optional<NameTagger> open(const Model& model);

  // Appends to article.mentions the names of every sentence, in text order, kind `name`, no entity. Reads syllables,
  // sentences, segments and, where they are there, tokens and their clusters. Never nested, never across sentences.
  // O(syllables). When it is stopped, nothing is appended.
  void run(Article& article, Progress& progress) const;
  void run(Article& article) const {
    Progress nobody;
    run(article, nobody);
  }

 private:
  NameTagger(NameFeatures features, SparseWeights first, SparseWeights second)
      : features_(std::move(features)), first_(first), second_(second) {}
  NameFeatures features_;
  SparseWeights first_, second_;
  LabelTransitions first_transitions_{}, second_transitions_{};
};

}  // namespace ailamgi
