// What a few statements are expected to tell of a lead that nobody has shown: the chances of their words.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "article.h"
#include "summary/vocabulary.h"

namespace ailamgi::summary {

class Expectation {
 public:
  // Of a lead and of the statements together, in syllables: what is said beyond counts no more.
  static constexpr size_t usual = 32, longest = 40;

  // `chances` are those of the vocabulary's words, in 1/1024. O(words).
  Expectation(const Article& article, const Vocabulary& vocabulary, const std::vector<int32_t>& chances);

  // A text as the numbers of its syllables, which the functions below take. Syllables that the article lacks are 0.
  using Told = std::vector<uint32_t>;
  Told read(std::u16string_view text) const;

  // Expected unigram F1, in 1/65536, of `told` followed by `more`, both cut at `longest`: twice the syllables that the
  // lead is expected to share, by the length of both. O(length).
  int32_t worth(const Told& told, const Told& more);

 private:
  std::unordered_map<uint64_t, uint32_t> number_;
  std::vector<int32_t> chance_;  // of each number
  std::vector<uint8_t> seen_;    // scratch, all 0 between calls
};

}  // namespace ailamgi::summary
