// Hashes of syllables, phrases and features. The same on every platform and in training: 64-bit integer arithmetic
// only.
#pragma once

#include <cstdint>
#include <string_view>

namespace ailamgi {

// Final mixer of MurmurHash3 (Austin Appleby, public domain): every input bit reaches every output bit.
constexpr uint64_t mix(uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdULL;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ULL;
  h ^= h >> 33;
  return h;
}

// Hash of a run of UTF-16 units, as they are. For text that should match however it is written, see text/fold.h.
constexpr uint64_t hash_units(std::u16string_view s) {
  uint64_t h = 0xcbf29ce484222325ULL;
  for (char16_t c : s) h = (h ^ c) * 0x100000001b3ULL;
  return mix(h);
}

// Hash of a phrase, syllable by syllable: phrase(phrase(first), second) … The phrase of one syllable is that syllable's
// hash, so prefixes of a longest match cost one step each.
constexpr uint64_t extend_phrase(uint64_t phrase, uint64_t next) {
  return mix(phrase * 0x9e3779b97f4a7c15ULL + next);
}

// A feature: the number of its template and what fills it. Row selection uses the high bits.
constexpr uint64_t feature(uint32_t template_id, uint64_t a) {
  return mix(a + template_id * 0x9e3779b97f4a7c15ULL);
}
constexpr uint64_t feature(uint32_t template_id, uint64_t a, uint64_t b) {
  return feature(template_id, extend_phrase(a, b));
}
constexpr uint64_t feature(uint32_t template_id, uint64_t a, uint64_t b, uint64_t c) {
  return feature(template_id, extend_phrase(extend_phrase(a, b), c));
}

// A cheaper feature, for values that are uniform 64-bit hashes already: distinct odd multipliers keep templates apart,
// and the high bits of a sum of products are uniform too, so that no further mixing is needed.
constexpr uint64_t odd(uint32_t n) {
  return mix(n * 2 + 1) | 1;
}
constexpr uint64_t tagged(uint32_t t, uint64_t a) {
  return a * odd(t * 4) + odd(t * 4 + 3);
}
constexpr uint64_t tagged(uint32_t t, uint64_t a, uint64_t b) {
  return a * odd(t * 4) + b * odd(t * 4 + 1) + odd(t * 4 + 3);
}
constexpr uint64_t tagged(uint32_t t, uint64_t a, uint64_t b, uint64_t c) {
  return a * odd(t * 4) + b * odd(t * 4 + 1) + c * odd(t * 4 + 2) + odd(t * 4 + 3);
}

}  // namespace ailamgi
