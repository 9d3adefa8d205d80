#include "syntax/affine.h"

#include "syntax/products.h"

namespace ailamgi::syntax {
namespace {

constexpr size_t max_inputs = 512;  // 512 x 2^15 x 2^7 stays below 2^31
constexpr size_t max_outputs = 2048;

}  // namespace

bool Affine::open(SectionReader& in, size_t inputs, size_t outputs) {
  auto shift = in.value<uint32_t>();
  if (shift < 1 || shift > 15 || inputs == 0 || inputs % 2 != 0 || inputs > max_inputs || outputs == 0 ||
      outputs > max_outputs) {
    return false;
  }
  auto weights = in.array<int8_t>(inputs * outputs);
  auto bias = in.array<int16_t>(outputs);
  if (!in.ok()) return false;
  shift_ = static_cast<int>(shift);
  inputs_ = inputs;
  stride_ = (outputs + 7) / 8 * 8;
  weights_.assign(stride_ * inputs, 0);
  bias_.assign(stride_, 0);
  for (size_t o = 0; o < outputs; ++o) {
    bias_[o] = bias[o];
    for (size_t k = 0; k < inputs; ++k) {
      weights_[o / 8 * 8 * inputs + k / 2 * 16 + o % 8 * 2 + k % 2] = int16_t{weights[o * inputs + k]};
    }
  }
  return true;
}

void Affine::apply(const Activation* x, size_t x_stride, size_t rows, Activation* y) const {
  Matrix matrix{weights_.data(), bias_.data(), inputs_, stride_, shift_, limit};
  if (Products wide = wide_products()) {
    wide(matrix, x, x_stride, rows, y);
  } else {
    products(matrix, x, x_stride, rows, y);
  }
}

}  // namespace ailamgi::syntax
