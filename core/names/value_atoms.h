// Syllables cut finer, as the grammar of values wants them: "7h30" is 7, h and 30, "20/11" is 20, / and 11.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "article.h"

namespace ailamgi {

struct ValueAtom {
  Span span;
  uint64_t folded = 0;   // text/fold.h; of numbers too
  int32_t number = -1;   // a whole number of at most nine digits; -1 for anything else
  uint8_t digits = 0;    // how many; for any number, 0 for words and marks
  bool glued = false;    // no white space before it
  bool capital = false;  // begins with a capital letter
};

// Appends the atoms of a run of syllables. A number keeps the dots and commas of "3.500.000" and "6,7", but
// "20.11.2018" and "10,11,12", whose groups are no thousands, come apart. O(length).
void cut_atoms(std::u16string_view text, const Syllable* begin, const Syllable* end, std::vector<ValueAtom>& out);

}  // namespace ailamgi
