// Titles of persons, from the words right before or behind their names.
#pragma once

#include "article.h"
#include "identity/reference_words.h"
#include "model/lexicon.h"

namespace ailamgi::identity {

// Fills the persons' roles: "Giám đốc điều hành Microsoft Satya Nadella", "Bộ trưởng Thương mại Mỹ, ông Ross", "Greg
// Brockman (38 tuổi), cựu chủ tịch OpenAI", "bà Mai là hiệu trưởng trường X". Former ones are marked. The organisation
// is the one named with the title. A title that is said again, in part or whole, is one role.
// O(mentions x longest title).
void find_roles(Article& article, const Lexicon& lexicon, const ReferenceWords& words);

}  // namespace ailamgi::identity
