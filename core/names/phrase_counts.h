// Small counts by phrase hash, gathered over one article and asked while tagging it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ailamgi {

// An open-addressing table from hashes to K counters. Grows as needed; clear() keeps the memory.
template <size_t K>
class PhraseCounts {
 public:
  using Counts = std::array<uint16_t, K>;

  void clear() {
    for (auto& s : slots_) s = {};
    used_ = 0;
  }

  // The counters of a phrase, made when missing. Valid until the next call. Amortised O(1).
  Counts& at(uint64_t phrase) {
    if (used_ * 2 >= slots_.size()) grow();
    Slot& s = slot(phrase);
    if (s.key == 0) {
      s.key = key_of(phrase);
      ++used_;
    }
    return s.counts;
  }

  // The counters of a phrase, nullptr when it was never counted. O(1).
  const Counts* find(uint64_t phrase) const {
    if (slots_.empty()) return nullptr;
    const Slot& s = const_cast<PhraseCounts*>(this)->slot(phrase);
    return s.key == 0 ? nullptr : &s.counts;
  }

 private:
  struct Slot {
    uint64_t key = 0;
    Counts counts{};
  };
  static uint64_t key_of(uint64_t phrase) { return phrase == 0 ? 1 : phrase; }

  Slot& slot(uint64_t phrase) {
    uint64_t key = key_of(phrase);
    size_t mask = slots_.size() - 1;
    size_t i = static_cast<size_t>(key >> 20) & mask;
    while (slots_[i].key != 0 && slots_[i].key != key) i = (i + 1) & mask;
    return slots_[i];
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 256 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& s : old) {
      if (s.key != 0) slot(s.key) = s;
    }
  }

  std::vector<Slot> slots_;
  size_t used_ = 0;
};

}  // namespace ailamgi
