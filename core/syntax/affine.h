// The encoder's one kind of arithmetic: y = W x + b in fixed point, the same on every machine.
//
// Activations are 16-bit with 11 fraction bits (2048 is one) and stay within +-limit; weights are 8-bit with `shift`
// fraction bits. Sums of products are exact in 32 bits, then rounded once.
#pragma once

#include <cstdint>
#include <vector>

#include "model/reader.h"

namespace ailamgi::syntax {

using Activation = int16_t;
inline constexpr int fraction_bits = 11;
inline constexpr Activation limit = 16000;

class Affine {
 public:
  // Takes u32 shift, i8 weights[outputs][inputs], i16 bias[outputs] off the reader and lays the weights out for the
  // products. False when they do not fit, or sizes are such that sums could overflow.
  bool open(SectionReader& in, size_t inputs, size_t outputs);

  size_t inputs() const { return inputs_; }
  // Length of an output row: the number of outputs rounded up to eight; the rest is filled with zeros.
  size_t stride() const { return stride_; }

  // rows x inputs() values at `x` (rows `x_stride` apart) to rows x stride() values at `y`. O(rows inputs outputs).
  void apply(const Activation* x, size_t x_stride, size_t rows, Activation* y) const;

 private:
  size_t inputs_ = 0, stride_ = 0;
  int shift_ = 0;
  std::vector<int16_t> weights_;  // for each eight outputs, for each two inputs: the two weights of each output
  std::vector<int16_t> bias_;
};

}  // namespace ailamgi::syntax
