// Brings text into Unicode's Normalization Form C, remembering where everything stood before.
#pragma once

#include <string_view>

#include "article.h"

namespace ailamgi {

// Fills article.text and article.origin from the text given. Text that is in NFC already is copied and `origin` left
// empty. NULs and halves of surrogate pairs survive. A run of combining marks is normalised 32 units at a time, so that
// hostile runs cost no more than others. O(length).
void normalize(std::u16string_view given, Article& article);

}  // namespace ailamgi
