// Eight 16-bit integers at a time: SSE2, WebAssembly SIMD, or plain code that gives the same numbers.
//
// Only what the encoder's matrix products need. Everything is exact integer arithmetic, so the three ways agree bit for
// bit.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace ailamgi::simd {

#if defined(__SSE2__)

using I16x8 = __m128i;
using I32x4 = __m128i;
inline I16x8 load(const int16_t* p) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}
inline void store(int16_t* p, I16x8 v) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(p), v);
}
inline I32x4 all(int32_t v) {
  return _mm_set1_epi32(v);
}
inline I16x8 all16(int16_t v) {
  return _mm_set1_epi16(v);
}
// Sums of products of neighbours: a[0] b[0] + a[1] b[1], a[2] b[2] + a[3] b[3] …
inline I32x4 pair_products(I16x8 a, I16x8 b) {
  return _mm_madd_epi16(a, b);
}
inline I32x4 add(I32x4 a, I32x4 b) {
  return _mm_add_epi32(a, b);
}
inline I32x4 shift_right(I32x4 a, int bits) {
  return _mm_sra_epi32(a, _mm_cvtsi32_si128(bits));
}
// Both cut to 16 bits, saturating.
inline I16x8 narrow(I32x4 a, I32x4 b) {
  return _mm_packs_epi32(a, b);
}
inline I16x8 add_saturating(I16x8 a, I16x8 b) {
  return _mm_adds_epi16(a, b);
}
inline I16x8 min(I16x8 a, I16x8 b) {
  return _mm_min_epi16(a, b);
}
inline I16x8 max(I16x8 a, I16x8 b) {
  return _mm_max_epi16(a, b);
}

#elif defined(__wasm_simd128__)

using I16x8 = v128_t;
using I32x4 = v128_t;
inline I16x8 load(const int16_t* p) {
  return wasm_v128_load(p);
}
inline void store(int16_t* p, I16x8 v) {
  wasm_v128_store(p, v);
}
inline I32x4 all(int32_t v) {
  return wasm_i32x4_splat(v);
}
inline I16x8 all16(int16_t v) {
  return wasm_i16x8_splat(v);
}
inline I32x4 pair_products(I16x8 a, I16x8 b) {
  return wasm_i32x4_dot_i16x8(a, b);
}
inline I32x4 add(I32x4 a, I32x4 b) {
  return wasm_i32x4_add(a, b);
}
inline I32x4 shift_right(I32x4 a, int bits) {
  return wasm_i32x4_shr(a, static_cast<uint32_t>(bits));
}
inline I16x8 narrow(I32x4 a, I32x4 b) {
  return wasm_i16x8_narrow_i32x4(a, b);
}
inline I16x8 add_saturating(I16x8 a, I16x8 b) {
  return wasm_i16x8_add_sat(a, b);
}
inline I16x8 min(I16x8 a, I16x8 b) {
  return wasm_i16x8_min(a, b);
}
inline I16x8 max(I16x8 a, I16x8 b) {
  return wasm_i16x8_max(a, b);
}

#else

struct I16x8 {
  int16_t v[8];
};
struct I32x4 {
  int32_t v[4];
};
inline int16_t saturate(int32_t x) {
  return static_cast<int16_t>(x > 32767 ? 32767 : x < -32768 ? -32768 : x);
}
inline I16x8 load(const int16_t* p) {
  I16x8 r;
  std::memcpy(r.v, p, sizeof r.v);
  return r;
}
inline void store(int16_t* p, I16x8 v) {
  std::memcpy(p, v.v, sizeof v.v);
}
inline I32x4 all(int32_t v) {
  return {{v, v, v, v}};
}
inline I16x8 all16(int16_t v) {
  return {{v, v, v, v, v, v, v, v}};
}
inline I32x4 add(I32x4 a, I32x4 b) {
  for (int i = 0; i < 4; ++i)
    a.v[i] = static_cast<int32_t>(static_cast<uint32_t>(a.v[i]) + static_cast<uint32_t>(b.v[i]));
  return a;
}
inline I32x4 shift_right(I32x4 a, int bits) {
  for (int32_t& x : a.v) x >>= bits;
  return a;
}
inline I16x8 narrow(I32x4 a, I32x4 b) {
  I16x8 r;
  for (int i = 0; i < 4; ++i) {
    r.v[i] = saturate(a.v[i]);
    r.v[i + 4] = saturate(b.v[i]);
  }
  return r;
}
inline I16x8 add_saturating(I16x8 a, I16x8 b) {
  for (int i = 0; i < 8; ++i) a.v[i] = saturate(a.v[i] + b.v[i]);
  return a;
}
inline I16x8 min(I16x8 a, I16x8 b) {
  for (int i = 0; i < 8; ++i) a.v[i] = a.v[i] < b.v[i] ? a.v[i] : b.v[i];
  return a;
}
inline I16x8 max(I16x8 a, I16x8 b) {
  for (int i = 0; i < 8; ++i) a.v[i] = a.v[i] > b.v[i] ? a.v[i] : b.v[i];
  return a;
}
inline I16x8 as_pairs(I32x4 a) {
  I16x8 r;
  std::memcpy(r.v, a.v, sizeof r.v);
  return r;
}
inline I32x4 pair_products(I16x8 a, I16x8 b) {
  I32x4 r;
  for (int i = 0; i < 4; ++i) {
    int64_t sum = int64_t{a.v[2 * i]} * b.v[2 * i] + int64_t{a.v[2 * i + 1]} * b.v[2 * i + 1];
    r.v[i] = static_cast<int32_t>(static_cast<uint32_t>(static_cast<uint64_t>(sum)));
  }
  return r;
}

#endif

// Two neighbouring values, repeated over all lanes.
inline I16x8 all_pairs(const int16_t* pair) {
  int32_t both = 0;
  std::memcpy(&both, pair, sizeof both);
#if defined(__SSE2__) || defined(__wasm_simd128__)
  return all(both);
#else
  return as_pairs(all(both));
#endif
}

}  // namespace ailamgi::simd
