#include "syntax/row_table.h"

namespace ailamgi::syntax {
namespace {

constexpr size_t buckets_per_block = 16;

constexpr int signed_nibble(unsigned v) {
  return static_cast<int>(v ^ 8U) - 8;
}

}  // namespace

bool RowTable::open(SectionReader& in, uint32_t bucket_bits, size_t entries, size_t width, int fraction) {
  if (bucket_bits < 4 || bucket_bits > 24 || width == 0 || width % 2 != 0 || width > 512 || fraction < 0 ||
      fraction > fraction_bits || entries > (size_t{1} << 24)) {
    return false;
  }
  bucket_bits_ = bucket_bits;
  width_ = width;
  scale_ = 1 << (fraction_bits - fraction);
  size_t buckets = size_t{1} << bucket_bits;
  block_start_ = in.array<uint32_t>(buckets / buckets_per_block);
  bucket_size_ = in.array<uint8_t>(buckets);
  fingerprint_ = in.array<uint16_t>(entries);
  // So that the product below fits a 32-bit size.
  if (entries + special_rows > in.left() / (width / 2)) return false;
  values_ = in.array<uint8_t>((entries + special_rows) * (width / 2));
  if (!in.ok()) return false;
  size_t at = 0;
  for (size_t b = 0; b < buckets; ++b) {
    if (b % buckets_per_block == 0 && block_start_[b / buckets_per_block] != at) return false;
    at += bucket_size_[b];
  }
  return at == entries && scale_ * 8 <= 32767;
}

uint32_t RowTable::find(uint64_t hash) const {
  auto bucket = static_cast<size_t>(hash >> (64 - bucket_bits_));
  auto print = static_cast<uint16_t>(hash);
  uint32_t at = block_start_[bucket / buckets_per_block];
  for (size_t b = bucket / buckets_per_block * buckets_per_block; b < bucket; ++b) at += bucket_size_[b];
  for (uint32_t end = at + bucket_size_[bucket]; at < end; ++at) {
    if (fingerprint_[at] == print) return at + special_rows;
  }
  return unknown;
}

void RowTable::read(uint32_t row, Activation* out) const {
  const uint8_t* v = values_.data() + row * (width_ / 2);
  for (size_t i = 0; i < width_ / 2; ++i) {
    out[2 * i] = static_cast<Activation>(signed_nibble(v[i] & 15U) * scale_);
    out[2 * i + 1] = static_cast<Activation>(signed_nibble(v[i] >> 4U) * scale_);
  }
}

}  // namespace ailamgi::syntax
