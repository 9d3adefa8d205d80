#include "text/syllables.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "text/fold.h"

namespace ailamgi {
namespace {

bool is_high(char16_t c) {
  return (c & 0xFC00) == 0xD800;
}
bool is_low(char16_t c) {
  return (c & 0xFC00) == 0xDC00;
}
bool joins_digits(char16_t c) {
  return c == u'.' || c == u',' || c == u'/' || c == u':';
}
bool is_apostrophe(char16_t c) {
  return c == u'\'' || c == u'\u2019' || c == u'\u02BC';
}
bool is_mark(char16_t c) {
  return c >= 0x300 && ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
}

// Units of the combining mark at `i`, 0 when there is none. A mark never begins a syllable: composing may have made it
// of the same character as what stands before.
uint32_t mark_at(std::u16string_view text, uint32_t i, uint32_t end) {
  if (i >= end) return 0;
  if (is_mark(text[i])) return 1;
  if (!is_high(text[i]) || i + 1 >= end || !is_low(text[i + 1])) return 0;
  UChar32 pair = U16_GET_SUPPLEMENTARY(text[i], text[i + 1]);
  return (U_GET_GC_MASK(pair) & U_GC_M_MASK) != 0 ? 2 : 0;
}

Shape shape_of_word(std::u16string_view s) {
  size_t letters = 0, upper = 0, digits = 0;
  for (char16_t c : s) {
    if (is_digit(c)) {
      ++digits;
    } else if (!is_mark(c) && !is_apostrophe(c)) {
      ++letters;
      upper += is_upper(c);
    }
  }
  if (digits > 0) return Shape::alnum;
  if (upper == 0) return Shape::lower;
  if (upper == letters && letters > 1) return Shape::upper;
  return is_upper(s.front()) ? Shape::capitalised : Shape::mixed;
}

}  // namespace

bool is_blank(char16_t c) {
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  if (c < 0x2000) return c <= 0xA0 || c == 0xAD || c == 0x061C || c == 0x1680 || c == 0x180E;
  return (c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

void split_syllables(std::u16string_view text, Span part, std::vector<Syllable>& out) {
  bool space = true;
  for (uint32_t i = part.start; i < part.end;) {
    char16_t c = text[i];
    if (is_blank(c)) {
      space = true;
      ++i;
      continue;
    }
    uint32_t start = i;
    Shape shape = Shape::symbol;
    if (is_letter(c) || is_digit(c)) {
      bool letters = false;
      for (; i < part.end; ++i) {
        char16_t d = text[i];
        bool inside = i + 1 < part.end;
        if (is_letter(d)) {
          letters = true;
        } else if (is_digit(d) || is_mark(d)) {
          continue;
        } else if (inside && !letters && joins_digits(d) && is_digit(text[i + 1])) {
          continue;
        } else if (inside && letters && is_apostrophe(d) && is_letter(text[i + 1]) && i > start &&
                   is_letter(text[i - 1])) {
          continue;
        } else {
          break;
        }
      }
      shape = letters ? shape_of_word(text.substr(start, i - start)) : Shape::number;
    } else if (c == u'.') {
      while (i < part.end && text[i] == u'.') ++i;
      shape = Shape::punctuation;
    } else if (is_high(c) && i + 1 < part.end && is_low(text[i + 1])) {
      i += 2;
    } else {
      ++i;
      if (u_ispunct(c) && c != u'%' && c != u'#' && c != u'@' && c != u'&' && c != u'*') shape = Shape::punctuation;
    }
    while (uint32_t mark = mark_at(text, i, part.end)) i += mark;
    auto [folded, bare_hash] = fold_hashes(text.substr(start, i - start));
    out.push_back({{start, i}, shape, space, folded, bare_hash});
    space = false;
  }
}

}  // namespace ailamgi
