// Who is who: which names, nominals and pronouns mean the same thing.
//
// Names are joined when they are alike or one is a short form of the other ("Thuyết" of "Hồ Văn Thuyết", "SEJCO" in
// brackets behind its full name). A pronoun means the latest person or organisation that it can stand for, by sex and
// kind, a few sentences back at most; one that finds nobody stands for nothing. Word lists: identity-pronouns,
// identity-titles.
#pragma once

#include <optional>

#include "article.h"
#include "model/lexicon.h"
#include "model/model.h"

namespace ailamgi {

class IdentityResolver {
 public:
  // Nothing when the model has no lexicon.
  static std::optional<IdentityResolver> open(const Model& model);

  // Fills article.entities, the mentions' entity, and adds mentions of pronouns; mentions stay in text order.
  // O(syllables + mentions x entities of one first syllable).
  void run(Article& article) const;

 private:
  explicit IdentityResolver(const Lexicon& lexicon);
  Lexicon lexicon_;
  ListId pronouns_, titles_;
};

}  // namespace ailamgi
