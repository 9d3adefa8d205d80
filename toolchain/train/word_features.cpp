// ailamgi-word-features: what the core sees of a word, for trainers written in other languages.
//
// Reads one word a line from standard input (blanks or "_" between syllables) and writes for each a line of five
// columns: hash of the folded word, of its first and of its last syllable (hexadecimal), Shape of the first syllable
// (its number), number of syllables.
#include <cinttypes>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "article.h"
#include "model/hash.h"
#include "text/syllables.h"
#include "train/lib/gold.h"

int main() {
  std::ios::sync_with_stdio(false);
  std::vector<ailamgi::Syllable> syllables;
  for (std::string line; std::getline(std::cin, line);) {
    for (char& c : line) c = c == '_' ? ' ' : c;
    std::u16string text = ailamgi::train::to_utf16(line);
    syllables.clear();
    ailamgi::split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
    if (syllables.empty()) syllables.emplace_back();
    uint64_t word = syllables[0].folded;
    for (size_t i = 1; i < syllables.size(); ++i) word = ailamgi::extend_phrase(word, syllables[i].folded);
    std::printf("%016" PRIx64 " %016" PRIx64 " %016" PRIx64 " %d %zu\n", word, syllables.front().folded,
                syllables.back().folded, static_cast<int>(syllables.front().shape), syllables.size());
  }
}
