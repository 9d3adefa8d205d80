// What the targets for single stages share.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "support/input.h"
#include "support/invariants.h"
#include "support/loaded.h"
#include "support/shake.h"

namespace ailamgi::fuzz {

// Ends the run, loudly, when a promise about the article is broken.
inline void require_promises(const Article& article, std::u16string_view given) {
  std::string broken = support::broken_promise(article, given);
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

// The text read and cut into words: where the later stages' targets begin.
inline void read_words(const Input& input, Article& article) {
  article.clear();
  loaded().stages.text.read(input.text, article);
  loaded().stages.words.run(article);
}

constexpr size_t relations = 40;

}  // namespace ailamgi::fuzz
