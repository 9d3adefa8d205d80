// Learned vectors of words or syllables, found by hash.
//
// Words are kept as 16-bit fingerprints in buckets: of words that are not in the table, about one in 30,000 gets
// another word's vector. Values are 4-bit.
#pragma once

#include <cstdint>
#include <span>

#include "model/reader.h"
#include "syntax/affine.h"

namespace ailamgi::syntax {

class RowTable {
 public:
  // Rows that no hash leads to.
  enum Special : uint32_t { unknown, number, alnum, special_rows };

  // Takes u32 first entry of each 16 buckets, u8 entries of each of 2^bucket_bits buckets, u16 fingerprint of each
  // entry, then width/2 bytes a row, `special_rows` first. False when they do not fit together.
  bool open(SectionReader& in, uint32_t bucket_bits, size_t entries, size_t width, int fraction);

  // The row of a word or syllable, `unknown` when it has none. O(1).
  uint32_t find(uint64_t hash) const;

  // Writes a row's `width` values.
  void read(uint32_t row, Activation* out) const;

 private:
  uint32_t bucket_bits_ = 4;
  size_t width_ = 0;
  int scale_ = 1;
  std::span<const uint32_t> block_start_;
  std::span<const uint8_t> bucket_size_;
  std::span<const uint16_t> fingerprint_;
  std::span<const uint8_t> values_;
};

}  // namespace ailamgi::syntax
