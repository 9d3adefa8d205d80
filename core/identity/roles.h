// Titles of persons, from the words right before or behind their names.
#pragma once

#include "article.h"
#include "model/lexicon.h"

namespace ailamgi::identity {

// Fills the persons' roles: "Giám đốc điều hành Microsoft Satya Nadella", "Greg Brockman, cựu chủ tịch OpenAI".
// O(mentions x longest title).
void find_roles(Article& article, const Lexicon& lexicon, ListId titles);

}  // namespace ailamgi::identity
