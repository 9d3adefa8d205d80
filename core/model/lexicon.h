// Word lists, compiled from toolchain/lexicons/*.txt: which lists a phrase stands in, and the value it has there.
//
// A list is a text file named LIST.txt: one phrase a line, then, after a tab, an optional value; "#" begins a comment
// line. Phrases match whatever their case and tone-mark style (text/fold.h), syllable by syllable. Phrases are kept as
// fingerprints, not text: of the phrases that stand in no list, about one in 65,000 is taken for one that does.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/model.h"

namespace ailamgi {

using ListId = int16_t;
inline constexpr ListId no_list = -1;

class Lexicon {
 public:
  // Where one list has a phrase. `value` is an offset for value_of().
  struct Item {
    uint16_t list;
    uint16_t value;
  };
  // The lists that a phrase stands in, by list number; empty for a phrase of no list.
  using Entry = std::span<const Item>;

  // Longest phrase looked for, in syllables.
  static constexpr int max_syllables = 8;

  // Takes the section "lexicon" of a model; nothing when it is missing or its sizes do not fit.
  static std::optional<Lexicon> open(const Model& model);

  // The number of a list by name, no_list when the model has none. For use at load time: O(number of lists).
  ListId list(std::string_view name) const;

  // Looks up a phrase by its hash (extend_phrase over Syllable::folded). O(1).
  Entry find(uint64_t phrase) const;

  // Whether a phrase stands in a list; no_list holds nothing.
  static bool in(Entry entry, ListId list) {
    for (const Item& item : entry) {
      if (item.list == list) return true;
    }
    return false;
  }
  bool has(uint64_t phrase, ListId list) const { return in(find(phrase), list); }

  // The value of a phrase in a list, UTF-8; empty when the list has the phrase without one or not at all.
  std::string_view value(Entry entry, ListId list) const;

 private:
  Lexicon() = default;
  uint32_t bucket_bits_ = 0;
  std::span<const uint32_t> block_start_;  // of each 16 buckets: the first entry's number
  std::span<const uint8_t> bucket_size_;
  std::span<const uint16_t> fingerprint_;  // of each entry
  std::span<const uint16_t> item_set_;     // of each entry: a number in set_start_
  std::span<const uint32_t> set_start_;
  std::span<const Item> items_;
  std::span<const uint32_t> value_start_;
  std::string_view value_text_, list_names_;  // names: each ended by a newline, in order of number
};

}  // namespace ailamgi
