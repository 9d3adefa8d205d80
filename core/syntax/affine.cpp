#include "syntax/affine.h"

#include "syntax/simd.h"

namespace ailamgi::syntax {
namespace {

constexpr size_t max_inputs = 512;  // 512 x 2^15 x 2^7 stays below 2^31
constexpr size_t max_outputs = 2048;

// Eight outputs for `Rows` rows at once: each weight is loaded once for all of them.
template <size_t Rows>
void eight_outputs(const Activation* x, size_t x_stride, size_t inputs, const int16_t* w, const int16_t* bias,
                   int shift, Activation* y, size_t y_stride) {
  using namespace simd;
  I32x4 low[Rows], high[Rows];
  for (size_t r = 0; r < Rows; ++r) low[r] = high[r] = all(1 << (shift - 1));
  for (size_t k = 0; k < inputs; k += 2, w += 16) {
    I16x8 w0 = load(w), w1 = load(w + 8);
    for (size_t r = 0; r < Rows; ++r) {
      I16x8 v = all_pairs(x + r * x_stride + k);
      low[r] = add(low[r], pair_products(v, w0));
      high[r] = add(high[r], pair_products(v, w1));
    }
  }
  I16x8 b = load(bias);
  for (size_t r = 0; r < Rows; ++r) {
    I16x8 v = add_saturating(narrow(shift_right(low[r], shift), shift_right(high[r], shift)), b);
    store(y + r * y_stride, max(min(v, all16(limit)), all16(static_cast<int16_t>(-limit))));
  }
}

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
  for (size_t o = 0; o < stride_; o += 8) {
    const int16_t* w = weights_.data() + o * inputs_;
    const int16_t* b = bias_.data() + o;
    size_t r = 0;
    for (; r + 4 <= rows; r += 4) {
      eight_outputs<4>(x + r * x_stride, x_stride, inputs_, w, b, shift_, y + r * stride_ + o, stride_);
    }
    for (; r < rows; ++r) {
      eight_outputs<1>(x + r * x_stride, x_stride, inputs_, w, b, shift_, y + r * stride_ + o, stride_);
    }
  }
}

}  // namespace ailamgi::syntax
