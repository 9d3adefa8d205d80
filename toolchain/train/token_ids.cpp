// ailamgi-token-ids: what the encoder sees of each word, for the parser's trainer (toolchain/train/parser).
//
//   ailamgi-token-ids MODEL < SENTENCES > IDS
//
// Takes a sentence a line, words separated by tabs (syllables by blanks). Gives 32 bytes a word, little-endian: u64
// hash of the word, of its first and of its last syllable, u8 shape of the first syllable (article.h), u8 syllables,
// u16 class, u8 listed parts of speech, three bytes of zero. A word without syllables gives zeros.
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "model/model.h"
#include "text/syllables.h"
#include "train/lib/gold.h"
#include "words/word_segmenter.h"

using namespace ailamgi;

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  ModelError error{};
  auto model = Model::open(std::as_bytes(std::span(bytes)), error);
  auto clusters = model ? Clusters::open(*model) : std::nullopt;
  if (!clusters) return std::cerr << "no dictionary in " << argv[1] << '\n', 1;
  std::ios::sync_with_stdio(false);
  Article a;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    for (std::string word; std::getline(words, word, '\t');) {
      a.clear();
      a.text = train::to_utf16(word);
      split_syllables(a.text, {0, static_cast<uint32_t>(a.text.size())}, a.syllables);
      char out[32] = {};
      if (!a.syllables.empty()) {
        Token t;
        t.syllables = {0, static_cast<Index>(a.syllables.size())};
        describe_token(a, *clusters, t);
        std::memcpy(out, &t.folded, 8);
        std::memcpy(out + 8, &a.syllables.front().folded, 8);
        std::memcpy(out + 16, &a.syllables.back().folded, 8);
        out[24] = static_cast<char>(a.syllables.front().shape);
        out[25] = static_cast<char>(std::min<size_t>(a.syllables.size(), 255));
        std::memcpy(out + 26, &t.cluster, 2);
        out[28] = static_cast<char>(t.tags);
      }
      std::cout.write(out, sizeof out);
    }
  }
}
