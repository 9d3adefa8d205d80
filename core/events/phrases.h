// Noun phrases as candidates: every start with the ends that it may have.
#pragma once

#include <vector>

#include "events/frame.h"

namespace ailamgi::events {

// Appends the noun phrases that begin in `window`, nearest to its end last: each start with its bare end and with up to
// three phrases hung on by a preposition, a comma or "và" ("đại diện | của Bộ Y tế | tại Hà Nội"). None leaves the
// window. At most `starts` starts are kept, those nearest to the end. O(window).
void noun_phrases(const Frame& frame, Range window, size_t starts, std::vector<Range>& out);

}  // namespace ailamgi::events
