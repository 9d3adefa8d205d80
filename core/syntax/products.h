// The encoder's matrix products, in as many ways as machines ask for; all give the same numbers, bit for bit.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ailamgi::syntax {

// A matrix with its bias, laid out for the products.
struct Matrix {
  const int16_t* weights;  // for each eight outputs, for each two inputs: the two weights of each output
  const int16_t* bias;     // one an output
  size_t inputs;           // even
  size_t outputs;          // a multiple of eight
  int shift;               // fraction bits of the weights, 1 to 15
  int16_t limit;           // results stay within +-limit
};

// Rows of `matrix.inputs` values at x, x_stride apart, to rows of `matrix.outputs` values at y, one after the other.
// The sums of products must fit in 32 bits.
using Products = void (*)(const Matrix& matrix, const int16_t* x, size_t x_stride, size_t rows, int16_t* y);

// Eight outputs at a time, with what every machine of the kind has (simd.h).
void products(const Matrix& matrix, const int16_t* x, size_t x_stride, size_t rows, int16_t* y);

// Sixteen at a time, with AVX2: about twice as fast. Null where the machine that runs has no such thing.
Products wide_products();

}  // namespace ailamgi::syntax
