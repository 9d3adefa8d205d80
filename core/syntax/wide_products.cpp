#include "syntax/products.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))

#include <immintrin.h>

#include <cstring>

// The file is built for any x86-64; only these functions may use what not every one has.
#define AILAMGI_WIDE __attribute__((target("avx2")))

namespace ailamgi::syntax {
namespace {

AILAMGI_WIDE inline __m256i load(const int16_t* p) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
}

// Two neighbouring values, repeated over all lanes.
AILAMGI_WIDE inline __m256i all_pairs(const int16_t* pair) {
  int32_t both = 0;
  std::memcpy(&both, pair, sizeof both);
  return _mm256_set1_epi32(both);
}

// Eight outputs `Groups` times for `Rows` rows at once.
template <size_t Groups, size_t Rows>
AILAMGI_WIDE inline void outputs(const Matrix& m, size_t output, const int16_t* x, size_t x_stride, int16_t* y) {
  __m256i sums[Groups][Rows];
  for (size_t g = 0; g < Groups; ++g) {
    for (size_t r = 0; r < Rows; ++r) sums[g][r] = _mm256_set1_epi32(1 << (m.shift - 1));
  }
  const int16_t* w = m.weights + output * m.inputs;
  for (size_t k = 0; k < m.inputs; k += 2, w += 16) {
    __m256i weights[Groups];
    for (size_t g = 0; g < Groups; ++g) weights[g] = load(w + g * 8 * m.inputs);
    for (size_t r = 0; r < Rows; ++r) {
      __m256i v = all_pairs(x + r * x_stride + k);
      for (size_t g = 0; g < Groups; ++g) {
        sums[g][r] = _mm256_add_epi32(sums[g][r], _mm256_madd_epi16(v, weights[g]));
      }
    }
  }
  __m128i shift = _mm_cvtsi32_si128(m.shift);
  __m128i top = _mm_set1_epi16(m.limit), bottom = _mm_set1_epi16(static_cast<int16_t>(-m.limit));
  for (size_t g = 0; g < Groups; ++g) {
    __m128i bias = _mm_loadu_si128(reinterpret_cast<const __m128i*>(m.bias + output + 8 * g));
    for (size_t r = 0; r < Rows; ++r) {
      __m256i s = _mm256_sra_epi32(sums[g][r], shift);
      __m128i v = _mm_packs_epi32(_mm256_castsi256_si128(s), _mm256_extracti128_si256(s, 1));
      v = _mm_max_epi16(_mm_min_epi16(_mm_adds_epi16(v, bias), top), bottom);
      _mm_storeu_si128(reinterpret_cast<__m128i*>(y + r * m.outputs + output + 8 * g), v);
    }
  }
}

template <size_t Groups>
AILAMGI_WIDE inline void all_rows(const Matrix& m, size_t output, const int16_t* x, size_t x_stride, size_t rows,
                                  int16_t* y) {
  size_t r = 0;
  for (; r + 4 <= rows; r += 4) outputs<Groups, 4>(m, output, x + r * x_stride, x_stride, y + r * m.outputs);
  if (r + 2 <= rows) {
    outputs<Groups, 2>(m, output, x + r * x_stride, x_stride, y + r * m.outputs);
    r += 2;
  }
  if (r < rows) outputs<Groups, 1>(m, output, x + r * x_stride, x_stride, y + r * m.outputs);
}

AILAMGI_WIDE void with_avx2(const Matrix& m, const int16_t* x, size_t x_stride, size_t rows, int16_t* y) {
  size_t o = 0;
  for (; o + 16 <= m.outputs; o += 16) all_rows<2>(m, o, x, x_stride, rows, y);
  if (o < m.outputs) all_rows<1>(m, o, x, x_stride, rows, y);
}

}  // namespace

Products wide_products() {
  static const bool usable = __builtin_cpu_supports("avx2") != 0;
  return usable ? with_avx2 : nullptr;
}

}  // namespace ailamgi::syntax

#else

namespace ailamgi::syntax {

Products wide_products() {
  return nullptr;
}

}  // namespace ailamgi::syntax

#endif
