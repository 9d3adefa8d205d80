// What speaks for and against a candidate as the speaker of a quotation, for a ranking.
//
// Training calls the same function (toolchain/train/train_events.cpp); the number of a feature is its identity in the
// weights. What is looked at is bounded.
#pragma once

#include "events/speakers.h"

namespace ailamgi::events {

// `who` is one of speaker_candidates(), called with the same scene and quotation before.
void speaker_features(const Frame& frame, const Cast& cast, const QuoteScene& scene, const Quote* before,
                      const SpeakerCandidate& who, Features& out);

}  // namespace ailamgi::events
