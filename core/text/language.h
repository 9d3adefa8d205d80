// Which language a block is written in, by its commonest words and its letters.
#pragma once

#include <optional>
#include <span>

#include "article.h"
#include "model/lexicon.h"

namespace ailamgi {

class LanguageGuesser {
 public:
  explicit LanguageGuesser(const Lexicon& lexicon);

  // What a run of syllables tells. Vietnamese is known by its everyday syllables and its marks, English by its everyday
  // words; much lower-case text that has neither, or text in another script, is of an unknown language. Nothing when
  // there is too little to tell, as in a line of names: such a block speaks the language of its neighbours.
  // O(syllables).
  std::optional<Language> guess(std::u16string_view text, std::span<const Syllable> syllables) const;

 private:
  Lexicon lexicon_;
  ListId vietnamese_, unmarked_, english_;
};

}  // namespace ailamgi
