// Who did it: who comes into question, and what speaks for each.
#pragma once

#include <vector>

#include "events/acts.h"

namespace ailamgi::events {

struct WhoCandidate {
  enum class Kind : uint8_t { nobody, phrase, carried, earlier, speaker, subject } kind = Kind::nobody;
  Span span;
  Range tokens;  // empty unless in the same sentence
  Index entity = none;
};

// Who may have done it: noun phrases of the sentence, whoever acted before in it (`before`) or in the sentences before
// (`earlier`; both may be null), the speaker of the quotation that it stands in. For a passive act, also what it was
// done to. The first is nobody.
void who_candidates(const Frame& frame, Range did, const Act* before, const Act* earlier,
                    std::vector<WhoCandidate>& out);

// What speaks for and against one of them, for a ranking.
void who_features(const Frame& frame, Range did, bool passive, const Act* before, const WhoCandidate& who,
                  Features& out);

}  // namespace ailamgi::events
