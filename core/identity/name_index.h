// Joins names that mean the same thing.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "article.h"
#include "identity/reference_words.h"

namespace ailamgi::identity {

// Gives every mention its entity and makes the entities. Mentions must be names in text order.
//
// Two names are one thing when they are alike but for case, marks and left-out kinds ("tỉnh Nghệ An"), stand together
// in identity-aliases, or one is a short form of the other: a person's given or family name, an organisation without
// its kind or its place, initials, what a bracket right behind a name says; or when the text says so, in the words of
// identity-also-called ("X, tên thật là Y"). Where a short form fits several, the sex that the word before tells
// decides, then who was named last. O(syllables of the names x entities of one short form).
void join_names(Article& article, const Lexicon& lexicon, const ReferenceWords& words);

}  // namespace ailamgi::identity
