#include "pack/word_tags_writer.h"

#include <algorithm>
#include <istream>

#include "pack/phrase_hash.h"
#include "words/word_tags.h"

namespace ailamgi {

constexpr size_t most_syllables = 8;

std::string write_word_tags(std::istream& lines, const Clusters& dictionary, std::string& section) {
  section.assign(dictionary.entries(), '\0');
  size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    size_t tab = line.find('\t');
    auto tags = tab == std::string::npos ? std::nullopt : word_tags_of(std::string_view(line).substr(tab + 1));
    if (!tags) return "line " + std::to_string(number) + ": not a word, a tab and letters";
    std::string word = line.substr(0, tab);
    std::replace(word.begin(), word.end(), '_', ' ');
    auto at = dictionary.place(phrase_hash(word, most_syllables));
    if (at) section[*at] = static_cast<char>(*tags);
  }
  return {};
}

}  // namespace ailamgi
