#include "bench/allocations.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

// One thread measures, so plain numbers do.
ailamgi::bench::Allocations now;

void* give(size_t bytes) {
  void* block = std::malloc(bytes);
  if (block == nullptr) std::abort();
  ++now.count;
  now.held += malloc_usable_size(block);
  now.most_held = std::max(now.most_held, now.held);
  return block;
}

void take(void* block) {
  now.held -= malloc_usable_size(block);
  std::free(block);
}

}  // namespace

// gcc sees std::free in an inlined delete and new in its caller, and calls that a mismatch.
[[gnu::noinline]] void* operator new(size_t bytes) {
  return give(bytes);
}
[[gnu::noinline]] void operator delete(void* block) noexcept {
  take(block);
}
[[gnu::noinline]] void operator delete(void* block, size_t /*bytes*/) noexcept {
  take(block);
}

namespace ailamgi::bench {

Allocations allocations() {
  return now;
}

void reset_peak() {
  now.most_held = now.held;
}

}  // namespace ailamgi::bench
