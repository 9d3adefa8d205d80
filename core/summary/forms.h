// The ways in which one event may be told: whole, shortened, or with what its clause goes on to say.
#pragma once

#include <vector>

#include "article.h"
#include "events/cues.h"

namespace ailamgi::summary {

// Copies of an event whose statements (phrasing.h) are all true and grammatical where the event's own is, the event
// itself first: without time, place or both; what was done cut at a comma or before its purpose, unless a condition or
// a denial follows there; run on to the next mark; without an agent's apposition. At most `most_forms`. `cues` are
// those of each token. O(length of the sentence).
inline constexpr size_t most_forms = 8;
std::vector<Event> forms_of(const Article& article, const std::vector<CueSet>& cues, const Event& event);

}  // namespace ailamgi::summary
