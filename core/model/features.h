// The features of one decision, as hashes (model/hash.h).
#pragma once

#include <cstdint>
#include <vector>

#include "model/hash.h"

namespace ailamgi {

class Features {
 public:
  void clear() { list_.clear(); }

  // `id` is the number of a template, its identity in the weights; the rest is what fills it.
  // Out of line: a browser takes longest to compile what adds many, and they would be ten times as long.
  [[gnu::noinline]] void add(uint32_t id, uint64_t a) { list_.push_back(feature(id, a)); }
  [[gnu::noinline]] void add(uint32_t id, uint64_t a, uint64_t b) { list_.push_back(feature(id, a, b)); }
  [[gnu::noinline]] void add(uint32_t id, uint64_t a, uint64_t b, uint64_t c) { list_.push_back(feature(id, a, b, c)); }

  // In the order in which they were added.
  const std::vector<uint64_t>& list() const { return list_; }

 private:
  std::vector<uint64_t> list_;
};

}  // namespace ailamgi
