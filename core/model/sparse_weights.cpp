#include "model/sparse_weights.h"

namespace ailamgi {

std::optional<SparseWeights> SparseWeights::read(SectionReader& in) {
  auto bits = in.value<uint32_t>();
  auto labels = in.value<uint32_t>();
  if (!in.ok() || bits < 4 || bits > 22 || labels < 1 || labels > 16) return std::nullopt;
  size_t rows = size_t{1} << bits;
  SparseWeights w;
  w.shift_ = 64 - bits;
  w.mask_ = static_cast<uint32_t>(rows - 1);
  w.labels_ = labels;
  w.check_ = in.array<uint8_t>(rows);
  w.weights_ = in.array<int8_t>(rows * labels);
  if (!in.ok()) return std::nullopt;
  return w;
}

void SparseWeights::add_around_end(uint32_t row, uint8_t wanted, int32_t* scores) const {
  for (uint32_t end = row + reach; row < end; ++row) {
    uint8_t c = check_[row & mask_];
    if (c == 0) return;
    if (c == wanted) return add_row(row & mask_, scores);
  }
}

}  // namespace ailamgi
