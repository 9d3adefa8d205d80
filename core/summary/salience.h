// How much an event matters to its article.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "article.h"

namespace ailamgi {

class SalienceRater {
 public:
  // Counts the article's content words. O(length).
  explicit SalienceRater(const Article& article);

  // 0 to 10000. O(tokens of the sentence).
  uint16_t rate(const Event& event) const;

  // The content words of an event's agent, act and object, sorted, each once.
  std::vector<uint64_t> words(const Event& event) const;

 private:
  struct Weight {
    uint32_t count = 0;
    bool in_title = false;
  };
  const Article& a_;
  Index sentences_told_ = 0;
  std::vector<int32_t> body_number_;  // of each segment: how many body segments there are up to it
  std::unordered_map<uint64_t, Weight> weights_;
};

}  // namespace ailamgi
