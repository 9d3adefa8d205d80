// Scores as chances: every weight of these stages is in 1/32 of a natural logarithm's unit.
#pragma once

#include <cstdint>

#include "events/frame.h"
#include "model/sparse_weights.h"

namespace ailamgi::events {

// Chances are counted in units of 1/certain.
constexpr uint32_t certain = 65536;

// The chance e^(score / 32), for a score of at most 0; within 0.5 % of it. Integers only, so that every machine decides
// alike.
constexpr uint32_t exponential(int32_t score) {
  if (score < -600) return 0;
  auto q = static_cast<uint32_t>(-score) * 11818U >> 10U;  // 1/256 of a power of two
  uint32_t f = q & 255U;
  return (certain - f * 169U + (f * f * 41U >> 8U)) >> (q >> 8U);
}

inline int32_t score_of(const SparseWeights& weights, const Features& features) {
  int32_t total = 0;
  for (uint64_t f : features.list()) weights.add(f, &total);
  return total;
}

}  // namespace ailamgi::events
