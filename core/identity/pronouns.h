// Finds what pronouns and "công ty này" stand for.
#pragma once

#include <vector>

#include "article.h"
#include "model/lexicon.h"

namespace ailamgi::identity {

// Mentions of the pronouns of list `pronouns`, each with its entity, in text order. Names must have theirs. O(tokens).
std::vector<Mention> find_pronouns(const Article& article, const Lexicon& lexicon, ListId pronouns);

}  // namespace ailamgi::identity
