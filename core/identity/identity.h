// Who is who: which names, nominals and pronouns mean the same thing.
//
// Names are joined when they are alike or one is a short form of the other ("Thuyết" of "Hồ Văn Thuyết", "SEJCO" in
// brackets behind its full name). Which pronouns and common nouns stand for one of them, and for which, is learned
// (discourse.h); one that stands for nothing named is no mention. Word lists: identity-*.
#pragma once

#include <optional>

#include "article.h"
#include "identity/reference_words.h"
#include "model/lexicon.h"
#include "model/model.h"
#include "model/sparse_weights.h"

namespace ailamgi {

class IdentityResolver {
 public:
  // Takes the section "references" (a table of model/sparse_weights.h with one label) and the word lists of a model;
  // nothing when one is missing or does not fit.
  static std::optional<IdentityResolver> open(const Model& model);

  // Fills article.entities, the mentions' entity, and adds mentions of pronouns and common nouns; mentions stay in text
  // order. O(syllables + mentions x entities of one first syllable).
  void run(Article& article) const;

 private:
  IdentityResolver(const Lexicon& lexicon, SparseWeights weights);
  Lexicon lexicon_;
  identity::ReferenceWords words_;
  SparseWeights weights_;
};

}  // namespace ailamgi
