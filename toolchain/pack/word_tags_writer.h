// Compiles the list of words with their parts of speech into the model section "word-tags".
#pragma once

#include <iosfwd>
#include <string>

#include "words/clusters.h"

namespace ailamgi {

// Takes lines of a word (syllables joined by "_"), a tab and letters of core/words/word_tags.h; lines that begin with
// "#" and blank ones are passed over, as are words that the dictionary doesn't hold. `section` becomes one byte an
// entry of `dictionary`. Returns an empty string, or what is wrong with which line.
std::string write_word_tags(std::istream& lines, const Clusters& dictionary, std::string& section);

}  // namespace ailamgi
