// Writes an event as a short Vietnamese sentence, from the article's own words.
#pragma once

#include <string>

#include "article.h"

namespace ailamgi {

// Who did what, when and where, and who says so: pronouns and understood agents by their names, what was denied,
// planned or only supposed said to be so, first letter a capital, ended by a full stop. Empty when the event names
// neither who did it nor to whom it was done. O(length of the sentence).
std::u16string phrase(const Article& article, const Event& event);

}  // namespace ailamgi
