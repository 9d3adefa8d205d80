// Who says so: the source that an event is told by.
#pragma once

#include <vector>

#include "events/acts.h"

namespace ailamgi::events {

// Who may be the source: the phrase after "theo", the one before "đưa tin", whoever says so in the sentence, the
// speaker of the quotation.
struct SourceCandidate {
  enum class Kind : uint8_t { according, sayer, speaker, reporter } kind = Kind::according;
  Span span;
  Range tokens;  // empty for a speaker
  Index entity = none;
  const Act* sayer = nullptr;  // one of the acts given
};

// `acts` are those of the sentence in its order; of sayings, only those near by are looked at.
void source_candidates(const Frame& frame, Range did, const std::vector<Act>& acts, std::vector<SourceCandidate>& out);

// Is it the act's source? The best with a score above zero is.
void source_features(const Frame& frame, Range did, const SourceCandidate& source, Features& out);

}  // namespace ailamgi::events
