// Splits a block into sentences.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "article.h"
#include "model/lexicon.h"

namespace ailamgi {

class SentenceSplitter {
 public:
  explicit SentenceSplitter(const Lexicon& lexicon);

  // Appends to `ends` where each sentence of a block ends, as indices into its syllables: increasing, the last equal to
  // their number. A full stop ends no sentence after an abbreviation ("TP. HCM"), in initials ("ông A. nói", "T.P.H."),
  // in numbers and before a small letter; closing quotes and brackets stay with the sentence they close. Every sentence
  // has a word or number in it if the block has one. A sentence is cut at 600 units at the latest. O(syllables).
  void split(std::u16string_view text, std::span<const Syllable> syllables, std::vector<Index>& ends) const;

 private:
  class Run;
  Lexicon lexicon_;
  ListId abbreviations_, starters_, vietnamese_;
};

}  // namespace ailamgi
