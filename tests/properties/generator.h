// Articles that nobody wrote, by the thousand: from templates of the news, then changed at random.
#pragma once

#include <string>

#include "support/hostile_text.h"

namespace ailamgi::properties {

// An article of UTF-8: a title, a lead, paragraphs with quotations, bylines, captions, page furniture, a few changes as
// nobody would make them. Number n of a seed is always the same.
std::string article(unsigned seed, unsigned n);

// What `article` makes, as UTF-16; bytes that are no UTF-8 become single units.
std::u16string units(const std::string& utf8);

}  // namespace ailamgi::properties
