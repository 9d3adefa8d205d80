// A stream of small decisions drawn from a fuzzer's bytes, so that a mutated byte changes one decision and no input is
// ever too short: behind the last byte it goes on with numbers made from all of them.
#pragma once

#include <cstdint>
#include <span>

#include "model/hash.h"

namespace ailamgi::fuzz {

class Choices {
 public:
  explicit Choices(std::span<const uint8_t> bytes) : bytes_(bytes), state_(bytes.size()) {
    for (uint8_t b : bytes) state_ = (state_ ^ b) * 0x100000001b3ULL;
  }

  // A number below `bound`, which is at least 1 and at most 65536.
  uint32_t below(uint32_t bound) {
    uint32_t drawn = next();
    if (bound > 256) drawn = drawn << 8 | next();
    return drawn % bound;
  }
  bool one_in(uint32_t n) { return below(n) == 0; }

 private:
  uint8_t next() {
    if (at_ < bytes_.size()) return bytes_[at_++];
    state_ += 0x9e3779b97f4a7c15ULL;
    return static_cast<uint8_t>(mix(state_));
  }

  std::span<const uint8_t> bytes_;
  size_t at_ = 0;
  uint64_t state_;
};

}  // namespace ailamgi::fuzz
