// Whether what stands between quotation marks is speech, or a title, a term, a word that is meant otherwise.
//
// A linear classifier. Training calls the same functions (toolchain/train/train_events.cpp); the number of a feature is
// its identity in the weights. All look at a bounded number of words.
#pragma once

#include <span>

#include "events/quote_scenes.h"
#include "events/weights.h"

namespace ailamgi::events {

// What speaks for and against one piece.
void speech_features(const Frame& frame, const QuoteScene& scene, Features& out);

// Whether a quotation is speech; `scenes` begin with its first piece and go on to the end of the article. One voice
// over several paragraphs is speech in all of them or in none, and dialogue after a dash when it says who says so.
bool is_speech(const Frame& frame, const SparseWeights& weights, std::span<const QuoteScene> scenes);

}  // namespace ailamgi::events
