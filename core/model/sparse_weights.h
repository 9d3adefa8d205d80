// Weights of hashed features, of which most have none: a checked hash table of rows of 8-bit weights.
//
// Most features of a new text were never seen in training. A plain hashed table (linear.h) gives such a feature the
// weights of whatever shares its row; here each row carries eight more bits of its feature's hash, so that nearly all
// strangers get nothing. Section part: u32 log2 of rows (4..22), u32 labels (1..16), then rows x u8 check (0: empty
// row), then rows x labels of i8. A feature lives in the first free row from its own on, at most `reach` rows further.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

#include "model/reader.h"

namespace ailamgi {

class SparseWeights {
 public:
  static constexpr uint32_t reach = 24;

  // Reads a table off a section; nothing when its sizes do not fit.
  static std::optional<SparseWeights> read(SectionReader& in);

  static uint8_t check_of(uint64_t feature) {
    auto c = static_cast<uint8_t>(feature);
    return c == 0 ? uint8_t{1} : c;
  }

  // Adds the weights of a feature to scores[0..labels). O(1).
  void add(uint64_t feature, int32_t* scores) const {
    const uint8_t wanted = check_of(feature);
    const auto row = static_cast<uint32_t>(feature >> shift_);
    if (row + reach > mask_) return add_around_end(row, wanted, scores);
    // Eight checks at a time: how far the feature lies from its own row is hard to foresee, and a loop over single rows
    // would mispredict its end for most features.
    for (uint32_t at = row; at < row + reach; at += 8) {
      uint64_t checks;
      std::memcpy(&checks, check_.data() + at, sizeof checks);
      const uint64_t found = zero_bytes(checks ^ (wanted * every_byte)), ends = found | zero_bytes(checks);
      if (ends == 0) continue;
      const uint64_t first = ends & (~ends + 1);
      if ((found & first) != 0) add_row(at + static_cast<uint32_t>(std::countr_zero(first)) / 8, scores);
      return;
    }
  }
  uint32_t labels() const { return labels_; }

 private:
  static_assert(std::endian::native == std::endian::little, "the lowest byte must be the first row's");
  static_assert(reach % 8 == 0);
  static constexpr uint64_t every_byte = 0x0101010101010101;

  // The highest bit of each byte that is zero; above the first such byte there may be others (Warren, Hacker's Delight,
  // 6-1).
  static constexpr uint64_t zero_bytes(uint64_t v) { return (v - every_byte) & ~v & (every_byte << 7U); }

  void add_row(uint32_t row, int32_t* scores) const {
    const int8_t* w = weights_.data() + static_cast<size_t>(row) * labels_;
    for (uint32_t i = 0; i < labels_; ++i) scores[i] += w[i];
  }

  void add_around_end(uint32_t row, uint8_t wanted, int32_t* scores) const;

  std::span<const uint8_t> check_;
  std::span<const int8_t> weights_;
  uint32_t shift_ = 0, mask_ = 0, labels_ = 0;
};

}  // namespace ailamgi
