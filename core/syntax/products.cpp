#include "syntax/products.h"

#include "syntax/simd.h"

namespace ailamgi::syntax {
namespace {

// Eight outputs for `Rows` rows at once: each weight is loaded once for all of them.
template <size_t Rows>
void eight_outputs(const Matrix& m, size_t output, const int16_t* x, size_t x_stride, int16_t* y) {
  using namespace simd;
  I32x4 low[Rows], high[Rows];
  for (size_t r = 0; r < Rows; ++r) low[r] = high[r] = all(1 << (m.shift - 1));
  const int16_t* w = m.weights + output * m.inputs;
  for (size_t k = 0; k < m.inputs; k += 2, w += 16) {
    I16x8 w0 = load(w), w1 = load(w + 8);
    for (size_t r = 0; r < Rows; ++r) {
      I16x8 v = all_pairs(x + r * x_stride + k);
      low[r] = add(low[r], pair_products(v, w0));
      high[r] = add(high[r], pair_products(v, w1));
    }
  }
  I16x8 b = load(m.bias + output), top = all16(m.limit), bottom = all16(static_cast<int16_t>(-m.limit));
  for (size_t r = 0; r < Rows; ++r) {
    I16x8 v = add_saturating(narrow(shift_right(low[r], m.shift), shift_right(high[r], m.shift)), b);
    store(y + r * m.outputs + output, max(min(v, top), bottom));
  }
}

}  // namespace

void products(const Matrix& matrix, const int16_t* x, size_t x_stride, size_t rows, int16_t* y) {
  for (size_t o = 0; o < matrix.outputs; o += 8) {
    size_t r = 0;
    for (; r + 4 <= rows; r += 4) eight_outputs<4>(matrix, o, x + r * x_stride, x_stride, y + r * matrix.outputs);
    for (; r < rows; ++r) eight_outputs<1>(matrix, o, x + r * x_stride, x_stride, y + r * matrix.outputs);
  }
}

}  // namespace ailamgi::syntax
