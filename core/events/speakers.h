// Who may be the speaker of a quotation. What speaks for each is in speaker_features.h, which is chosen in
// speaker_choice.h.
#pragma once

#include <vector>

#include "events/cast.h"
#include "events/quote_scenes.h"

namespace ailamgi::events {

// A noun phrase, the speaker of the quotation before, or nobody. A phrase without a name in it stands once for itself
// (or for whom identity takes it for) and once for each of those named last.
struct SpeakerCandidate {
  enum class Kind : uint8_t { nobody, phrase, same_as_before } kind = Kind::nobody;
  Range tokens;  // of a phrase
  Index entity = none;
  Index rank = none;  // of one of those named last, 0 the latest; none when the entity is the phrase's own
};

// Sets `out` to all who come into question: phrases around the quotation, the speaker of the one before (null when
// there is none), and first of all nobody. What is looked at is bounded, and so is their number.
void speaker_candidates(const Frame& frame, const Cast& cast, const QuoteScene& scene, const Quote* before,
                        std::vector<SpeakerCandidate>& out);

// Those named in the article. Names within quotations are not heard.
Cast cast_of(const Frame& frame, const std::vector<Piece>& pieces);

}  // namespace ailamgi::events
