// How each syllable of an article is written, as far as names are concerned, seeing through headlines in capitals.
#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "names/phrase_counts.h"

namespace ailamgi {

// Kinds of writing. In sentences in ALL CAPITALS or With Every Syllable Capitalised, what the rest of the article shows
// decides between lower and capital.
enum class Casing : uint8_t {
  lower,
  capital,
  upper,
  initial,
  mixed,
  number,
  alnum,
  comma,
  stop,
  colon,
  open,
  close,
  quote,
  hyphen,
  slash,
  other
};
constexpr bool is_name_like(Casing c) {
  return c == Casing::capital || c == Casing::upper || c == Casing::initial || c == Casing::mixed;
}

struct ArticleCasing {
  std::vector<Casing> casing;  // of each syllable of the article
  // Of a folded syllable, counted outside such headlines: written small, with a capital within a sentence, with a
  // capital where any word has one, in capitals.
  enum : uint8_t { seen_lower, seen_capital, seen_opening, seen_upper };
  PhraseCounts<4> seen;
};

// Fills `out` for an article with sentences and syllables. O(syllables).
void read_casing(const Article& article, ArticleCasing& out);

}  // namespace ailamgi
