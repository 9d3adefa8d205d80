// Cuts a pasted text into blocks: paragraphs, headings, captions, lines of page furniture.
#pragma once

#include <string_view>
#include <vector>

#include "article.h"

namespace ailamgi {

// The blocks of a text in order, without the blanks around them; lines with nothing to see give none. Every line is a
// block of its own, since pages copy that way, unless it goes on with what the line before left unfinished (text
// wrapped at a fixed width). Whether two lines belong together depends on nothing that follows them. O(length).
std::vector<Span> cut_blocks(std::u16string_view text);

}  // namespace ailamgi
