// The word lists that identity looks at.
#pragma once

#include <optional>
#include <string_view>

#include "article.h"
#include "model/hash.h"
#include "model/lexicon.h"
#include "model/model.h"

namespace ailamgi {

struct IdentityLists {
  Lexicon lexicon;
  ListId refs, honorifics, former, title_ends, aliases, heads, titles;

  static std::optional<IdentityLists> open(const Model& model);

  // The longest phrase of `list` that begins at syllable `begin` and ends by `end`; how many syllables, 0 for none.
  int longest(const Article& a, Index begin, Index end, ListId list) const;
  // The longest that ends at `end` and begins at or after `begin`.
  int longest_before(const Article& a, Index begin, Index end, ListId list) const;
  std::string_view value(const Article& a, Index begin, int count, ListId list) const;
};

uint64_t phrase_of(const Article& a, Index begin, Index end);

}  // namespace ailamgi
