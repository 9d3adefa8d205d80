// When and where it was done.
#pragma once

#include <vector>

#include "events/acts.h"

namespace ailamgi::events {

enum class Circumstance : uint8_t { when, where };

// A phrase of the sentence that may say when or where.
struct PhraseCandidate {
  Range tokens;
  Index value = none;  // of Article::values, of a time that is one
};

// At most 16, in the order of the text.
void phrase_candidates(const Frame& frame, Range did, Circumstance kind, std::vector<PhraseCandidate>& out);

// Does the phrase say so of this act? The best with a score above zero does. `what` is the act's content, `before` the
// act before.
void phrase_features(const Frame& frame, Range did, Range what, const Act* before, const PhraseCandidate& phrase,
                     Features& out);

}  // namespace ailamgi::events
