// Splits text into syllables, numbers and marks: the units that word segmentation joins.
//
// Vietnamese writes a blank between syllables, so this is nearly Unicode's word rule (UAX 29), with numbers kept whole
// ("3.000", "20/11", "10:45") and hyphens, dots and brackets always apart ("Jean-Michel" is three units without blanks
// between them; whether that is one word is the word segmenter's business).
#pragma once

#include <string_view>
#include <vector>

#include "article.h"

namespace ailamgi {

// Appends the units of text[part] to `out`, in order. White space and characters that show nothing (zero-width blanks,
// direction marks, controls) end a unit and belong to none. Any input is fine, half a surrogate pair is a symbol.
// O(length).
void split_syllables(std::u16string_view text, Span part, std::vector<Syllable>& out);

// Blank, control or invisible: never part of a unit.
bool is_blank(char16_t c);

}  // namespace ailamgi
