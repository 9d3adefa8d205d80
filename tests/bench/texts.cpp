#include "bench/texts.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace ailamgi::bench {
namespace {

struct Paragraph {
  std::string text;
  size_t syllables = 0;
};

// Each article's paragraphs, articles in order of name.
const std::vector<std::vector<Paragraph>>& articles() {
  static const auto read = [] {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(AILAMGI_SOURCE_DIR "/tests/articles")) {
      if (entry.is_directory()) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    std::vector<std::vector<Paragraph>> all;
    for (const auto& folder : folders) {
      std::ifstream in(folder / "article.txt");
      all.emplace_back();
      for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        Paragraph p{line, 0};
        for (std::string word; words >> word;) ++p.syllables;
        if (p.syllables > 0) all.back().push_back(std::move(p));
      }
    }
    return all;
  }();
  return read;
}

// Knuth's linear congruential generator, TAOCP 3.3.4; the upper half is the number.
class Numbers {
 public:
  explicit Numbers(uint32_t seed) : state_(seed + uint64_t{1}) {}
  uint32_t next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<uint32_t>(state_ >> 32);
  }

 private:
  uint64_t state_;
};

}  // namespace

std::string make_text(size_t syllables, uint32_t seed) {
  Numbers numbers(seed);
  std::string text;
  size_t told = 0;
  // A first round in order, so that the shortest text is an article's beginning; later ones, and other seeds, mixed.
  for (size_t round = seed == 0 ? 0 : 1; told < syllables; ++round) {
    for (size_t a = 0; a < articles().size(); ++a) {
      const auto& article = articles()[seed == 0 ? a : numbers.next() % articles().size()];
      for (size_t i = 0; i < article.size() && told < syllables; ++i) {
        const Paragraph& p = round == 0 ? article[i] : article[numbers.next() % article.size()];
        size_t begin = text.size();
        text += p.text;
        text += "\n\n";
        told += p.syllables;
        if (round == 0) continue;
        for (size_t k = begin; k < text.size(); ++k) {
          if (text[k] >= '1' && text[k] <= '9') text[k] = static_cast<char>('1' + numbers.next() % 9);
        }
      }
    }
  }
  return text;
}

std::u16string make_units(size_t syllables) {
  std::string text = make_text(syllables);
  auto s = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  return {s.getBuffer(), static_cast<size_t>(s.length())};
}

}  // namespace ailamgi::bench
