#include "model/linear.h"

#include "model/reader.h"

namespace ailamgi {

std::optional<LinearModel> LinearModel::open(Bytes section) {
  SectionReader in(section);
  auto log2_rows = in.value<uint32_t>();
  auto labels = in.value<uint32_t>();
  if (!in.ok() || log2_rows < 1 || log2_rows > 24 || labels < 1 || labels > 1024) return std::nullopt;
  uint64_t count = (uint64_t{1} << log2_rows) * labels;  // more than a 32-bit size can say, in a hostile file
  if (count > in.left()) return std::nullopt;
  auto weights = in.array<int8_t>(static_cast<size_t>(count));
  if (!in.ok()) return std::nullopt;
  return LinearModel(weights.data(), 64 - log2_rows, labels);
}

}  // namespace ailamgi
