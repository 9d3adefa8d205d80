// What the quotations found (quotes.h) know of a word of saying.
#pragma once

#include <vector>

#include "article.h"

namespace ailamgi::events {

// Gives an event that is the word of saying of a quotation the speaker who stands behind that word ("“…”, nói bà Hoa"),
// and as its content all that stands between the marks, over however many sentences. Leaves other events, and contents
// from elsewhere, as they are. O(log quotations).
void keep_to_quote(const std::vector<Quote>& quotes, Event& event);

}  // namespace ailamgi::events
