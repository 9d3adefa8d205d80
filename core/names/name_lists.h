// The word lists that name features look at, and where they match in a sentence.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "article.h"
#include "model/lexicon.h"
#include "model/model.h"

namespace ailamgi {

// Lists of names, then lists of common words that announce a name. The order numbers the features: add at the end of
// either group only together with new weights.
inline constexpr std::array<std::string_view, 24> name_lists = {
    "countries",         "names-provinces",   "names-districts",     "names-communes",     "names-places",
    "names-family",      "names-given",       "names-foreign-given", "names-agencies",     "names-media",
    "names-clubs",       "names-companies",   "names-products",      "names-events",       "names-seen-people",
    "names-seen-places", "names-seen-bodies", "names-seen-things",   "names-known-people", "names-person-titles",
    "names-place-heads", "names-body-heads",  "names-thing-heads",   "names-rhymes"};
inline constexpr size_t proper_lists = 19;  // the first ones match only where a capital begins
inline constexpr size_t phrase_lists = 23;  // "names-rhymes" is asked of single syllables elsewhere

// Where lists match around one syllable: bit k stands for name_lists[k]. Matches of a list are its longest ones, taken
// from left to right.
struct ListMatch {
  uint32_t begin = 0;   // a match begins here
  uint32_t inside = 0;  // goes on from the syllable before
  uint32_t end = 0;     // ends here
  uint32_t longer = 0;  // has two syllables or more
  uint32_t any() const { return begin | inside; }
};

class NameLists {
 public:
  static std::optional<NameLists> open(const Model& model);

  // Fills out[k] for each syllable; `capital[k]` says whether a proper name may begin there, `link[k]` that the
  // syllable can stand inside a phrase at all. O(syllables).
  void match(std::span<const Syllable> syllables, std::span<const uint8_t> capital, std::vector<ListMatch>& out) const;

  // Lists of one phrase, as bits; 0 for none.
  uint32_t lists_of(uint64_t phrase) const;

  // Whether letters (lower case, without diacritics) are built as a Vietnamese syllable is: an initial and a rhyme.
  bool is_vietnamese(std::u16string_view bare_lower) const;

 private:
  explicit NameLists(const Lexicon& lexicon) : lexicon_(lexicon) {}
  Lexicon lexicon_;
  std::vector<uint8_t> bit_of_list_;  // by list number: 1 + index in name_lists, 0 for lists that are not ours
};

}  // namespace ailamgi
