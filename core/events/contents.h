// What was done, said or wanted: how far the object or content of an act reaches.
#pragma once

#include <vector>

#include "events/acts.h"

namespace ailamgi::events {

// What it was done to: candidates are spans to the right of `did`, the quotation or clause to its left, or nothing (an
// empty span).
struct WhatCandidate {
  Range tokens;
  bool left = false;
  // Where the words end that hang on the act without a break, and those that hang on the first of them.
  Index yield = none, first_yield = none;
  bool spoken_before = false;  // whether the act is the word of saying of a quotation that ends before it
};

// The first is nothing; at most 40 to the right, and to the left of a word of saying at most 4.
// O(window), each word's way up to the act being at most 12 steps.
void what_candidates(const Frame& frame, Range did, std::vector<WhatCandidate>& out);

// What speaks for and against one of them, for a ranking.
void what_features(const Frame& frame, Range did, const WhatCandidate& what, Features& out);

}  // namespace ailamgi::events
