// Who is who: gathers the names of one thing into one entity, finds the words that stand for it, and its roles.
//
// Names are joined longest first, so that "Thuyết" finds "Hồ Văn Thuyết" wherever it stands: a short name of a person is
// the end of a Vietnamese name, or the beginning or end of a foreign one; between two bearers the one named last counts.
// Companies and places may drop the word for their kind ("Công ty X", "X"), and bodies be known by initials or by what
// stands in brackets behind them. Pronouns choose by kind, gender (as words of address and titles show it) and nearness
// (after Hobbs 1978, "Resolving pronoun references", and Lappin & Leass 1994, without their syntax).
#pragma once

#include <optional>

#include "article.h"
#include "identity/identity_lists.h"
#include "model/model.h"

namespace ailamgi {

class IdentityResolver {
 public:
  // Takes the word lists of a model; nothing when it has none.
  static std::optional<IdentityResolver> open(const Model& model);

  // Fills Article::entities from the name mentions, in order of their first mention; points every mention to its entity
  // and adds mentions of kind nominal and pronoun, in text order. Sets names, aliases, roles and salience. Reads
  // sentences, syllables, segments; tokens where they are there. O(syllables + names x names of the same last syllable).
  void run(Article& article) const;

 private:
  explicit IdentityResolver(const IdentityLists& lists) : lists_(lists) {}
  IdentityLists lists_;
};

}  // namespace ailamgi
