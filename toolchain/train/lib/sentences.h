// Sentences with known words, as single-sentence Articles: from CoNLL-U and from raw text whose words are joined by
// "_".
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "article.h"

namespace ailamgi::train {

struct GoldWord {
  std::string form;  // blanks between syllables
  std::string upos, relation;
  int head = -1;  // index in the sentence, -1 for the root
};
using GoldSentence = std::vector<GoldWord>;

std::vector<GoldSentence> read_conllu(const std::string& path);

// Lines of words, each sentence a line, syllables joined by "_"; "# id" lines begin an article. `use` says which ids to
// keep.
std::vector<GoldSentence> read_segmented(const std::string& path, const std::function<bool(const std::string&)>& use,
                                         size_t most_articles);

enum class Spacing { around_marks, natural };

// Writes a sentence as text and splits it into syllables; `lengths` gets the number of syllables of each word. A word
// that the splitter sees no syllable in is left out. Returns the indices of the words kept.
std::vector<size_t> lay_out(const GoldSentence& sentence, Spacing spacing, Article& article, std::vector<int>& lengths);

}  // namespace ailamgi::train
