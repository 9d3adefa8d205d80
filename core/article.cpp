#include "article.h"

#include <algorithm>

#include "model/hash.h"

namespace ailamgi {
namespace {

template <class T>
Index first_from(const std::vector<T>& items, uint32_t offset) {
  auto before = [](const T& item, uint32_t at) { return item.span.start < at; };
  return static_cast<Index>(std::lower_bound(items.begin(), items.end(), offset, before) - items.begin());
}

}  // namespace

Index Article::first_syllable(uint32_t offset) const {
  return first_from(syllables, offset);
}

Index Article::first_mention(uint32_t offset) const {
  return first_from(mentions, offset);
}

uint64_t Article::phrase(Range run) const {
  uint64_t hash = syllables[static_cast<size_t>(run.begin)].folded;
  for (Index i = run.begin + 1; i < run.end; ++i) hash = extend_phrase(hash, syllables[static_cast<size_t>(i)].folded);
  return hash;
}

void Article::clear() {
  text.clear();
  origin.clear();
  date.clear();
  language = Language::vietnamese;
  segments.clear();
  syllables.clear();
  sentences.clear();
  tokens.clear();
  mentions.clear();
  values.clear();
  entities.clear();
  quotes.clear();
  events.clear();
  summary.clear();
  digests.clear();
  links.clear();
}

}  // namespace ailamgi
