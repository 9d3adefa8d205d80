// Weights of name features: a checked hash table of rows of 8-bit weights.
//
// Most features of a new text were never seen in training. A plain hashed table gives such a feature the weights of
// whatever shares its row; here each row carries eight more bits of its feature's hash, so that nearly all strangers
// get nothing. Section part: u32 log2 of rows (4..22), u32 labels (1..16), then rows x u8 check (0: empty row), then
// rows x labels of i8. A feature lives in the first free row from its own on, at most `reach` rows further.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "model/reader.h"

namespace ailamgi {

class NameWeights {
 public:
  static constexpr uint32_t reach = 24;

  // Reads a table off a section; nothing when its sizes do not fit.
  static std::optional<NameWeights> read(SectionReader& in);

  static uint8_t check_of(uint64_t feature) {
    auto c = static_cast<uint8_t>(feature);
    return c == 0 ? uint8_t{1} : c;
  }

  // Adds the weights of a feature to scores[0..labels). O(1).
  void add(uint64_t feature, int32_t* scores) const {
    const uint8_t wanted = check_of(feature);
    auto row = static_cast<uint32_t>(feature >> shift_);
    for (uint32_t end = row + reach; row < end; ++row) {
      uint8_t c = check_[row & mask_];
      if (c == 0) return;
      if (c != wanted) continue;
      const int8_t* w = weights_.data() + static_cast<size_t>(row & mask_) * labels_;
      for (uint32_t i = 0; i < labels_; ++i) scores[i] += w[i];
      return;
    }
  }
  uint32_t labels() const { return labels_; }

 private:
  std::span<const uint8_t> check_;
  std::span<const int8_t> weights_;
  uint32_t shift_ = 0, mask_ = 0, labels_ = 0;
};

}  // namespace ailamgi
