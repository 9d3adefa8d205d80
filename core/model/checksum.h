// A fast 64-bit checksum against accidents (torn downloads, flipped bits); no protection against forgery.
#pragma once

#include <cstdint>
#include <cstring>

#include "model/hash.h"
#include "model/model.h"

namespace ailamgi {

inline uint64_t checksum(Bytes bytes) {
  uint64_t h = mix(bytes.size());
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    uint64_t w = 0;
    std::memcpy(&w, bytes.data() + i, 8);
    h = (h ^ w) * 0x9e3779b97f4a7c15ULL;
    h ^= h >> 29;
  }
  for (; i < bytes.size(); ++i) h = (h ^ static_cast<uint64_t>(bytes[i])) * 0x100000001b3ULL;
  return mix(h);
}

}  // namespace ailamgi
