// Counts what operator new gives out. Linking allocations.cpp replaces the program's operators.
#pragma once

#include <cstddef>

namespace ailamgi::bench {

struct Allocations {
  size_t count = 0;      // since the program began
  size_t held = 0;       // bytes now
  size_t most_held = 0;  // the most since reset_peak()
};

Allocations allocations();
void reset_peak();

}  // namespace ailamgi::bench
