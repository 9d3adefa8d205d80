// Noun phrases as candidates: every start with the ends that it may have.
#pragma once

#include <algorithm>
#include <vector>

#include "events/frame.h"

namespace ailamgi::events {

// Appends the noun phrases that begin in `window`, in text order: each start with its bare end and with up to
// three phrases hung on by a preposition, a comma or "và" ("đại diện | của Bộ Y tế | tại Hà Nội"). None leaves the
// window. At most `starts` starts are kept, those nearest to the end. O(window).
void noun_phrases(const Frame& frame, Range window, size_t starts, std::vector<Range>& out);

// The same, but of the starts those nearest to the beginning are kept.
void first_noun_phrases(const Frame& frame, Range window, size_t starts, std::vector<Range>& out);

// Whether two stretches are nearly the same words: what they share is at least half of what they have on average.
inline bool nearly_same(Span a, Span b) {
  const uint32_t start = std::max(a.start, b.start), end = std::min(a.end, b.end);
  return start < end && 4 * (end - start) >= a.size() + b.size();
}

}  // namespace ailamgi::events
