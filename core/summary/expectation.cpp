#include "summary/expectation.h"

#include <algorithm>

#include "text/syllables.h"

namespace ailamgi::summary {
namespace {

constexpr int32_t stranger = 20;  // chance of a syllable that the article lacks, in 1/1024

}  // namespace

Expectation::Expectation(const Article& article, const Vocabulary& vocabulary, const std::vector<int32_t>& chances)
    : chance_{stranger} {
  for (size_t w = 0; w < chances.size(); ++w) {
    Range r = article.tokens[static_cast<size_t>(vocabulary.words()[w].first)].syllables;
    for (Index s = r.begin; s < r.end; ++s) {
      auto [it, fresh] =
          number_.try_emplace(article.syllables[static_cast<size_t>(s)].folded, static_cast<uint32_t>(chance_.size()));
      if (fresh) chance_.push_back(0);
      chance_[it->second] = std::max(chance_[it->second], chances[w]);
    }
  }
  seen_.assign(chance_.size(), 0);
}

Expectation::Told Expectation::read(std::u16string_view text) const {
  std::vector<Syllable> syllables;
  split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
  Told out;
  for (const Syllable& s : syllables) {
    if (!s.is_word()) continue;
    auto it = number_.find(s.folded);
    out.push_back(it == number_.end() ? 0 : it->second);
  }
  return out;
}

int32_t Expectation::worth(const Told& told, const Told& more) {
  int64_t shared = 0;
  size_t first = std::min(told.size(), longest), second = std::min(more.size(), longest - first);
  // A syllable said twice is seldom said twice in the lead too.
  auto add = [&](uint32_t n) {
    uint8_t times = seen_[n];
    if (times == 0) shared += chance_[n];
    if (times == 1) shared += chance_[n] / 5;
    if (times < 2) ++seen_[n];
  };
  for (size_t i = 0; i < first; ++i) add(told[i]);
  for (size_t i = 0; i < second; ++i) add(more[i]);
  for (size_t i = 0; i < first; ++i) seen_[told[i]] = 0;
  for (size_t i = 0; i < second; ++i) seen_[more[i]] = 0;
  return static_cast<int32_t>(shared * 2 * 64 / static_cast<int64_t>(first + second + usual));
}

}  // namespace ailamgi::summary
