// Letters without case, tone-mark style or diacritics: one spelling for what readers take as the same.
//
// Vietnamese has two ways to place a tone mark on a final oa, oe, uy ("hòa, khỏe, thủy" and "hoà, khoẻ, thuỷ"); folding
// moves it to the second letter, as the reformed spelling does. Text is expected in Normalization Form C.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ailamgi {

// The lower-case form of a unit; anything that has none, and half a surrogate pair, is returned as it is. The letters
// Eth and African D, which look like "Đ" and stand for it in much Vietnamese text, become "đ". O(1).
char16_t lower(char16_t c);

// A lower-case letter without its diacritics ("ộ" to "o", "đ" to "d"); anything else as it is. O(1).
char16_t bare(char16_t lower_case);

bool is_letter(char16_t c);
bool is_upper(char16_t c);
inline bool is_digit(char16_t c) {
  return c >= u'0' && c <= u'9';
}

// Hashes of one syllable: `folded` ignores case and tone-mark style, `bare` all diacritics too. O(length).
struct FoldedHashes {
  uint64_t folded, bare;
};
FoldedHashes fold_hashes(std::u16string_view syllable);

// The folded syllable itself, for lists and messages.
std::u16string fold(std::u16string_view syllable);

}  // namespace ailamgi
