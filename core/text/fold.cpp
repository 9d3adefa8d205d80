#include "text/fold.h"

#include <unicode/uchar.h>

#include "model/hash.h"

namespace ailamgi {
namespace {

constexpr std::string_view bare_latin =  // U+00C0 to U+01B0; blank: none
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
    "hhhhiiiiiiiiii  jjkk llllll  llnnnnnn nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz"
    "                                 oo             uu";
constexpr std::string_view bare_vietnamese =  // U+1EA0 to U+1EF9
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";
static_assert(bare_latin.size() == 0x1B1 - 0xC0 && bare_vietnamese.size() == 0x1EFA - 0x1EA0);

// Columns: grave, acute, hook, tilde, dot below.
constexpr std::u16string_view toned_o = u"òóỏõọ", toned_u = u"ùúủũụ", toned_a = u"àáảãạ", toned_e = u"èéẻẽẹ",
                              toned_y = u"ỳýỷỹỵ";

// The tone mark of a final "òa" belongs on its second letter; puts both letters right and says so.
bool move_tone(char16_t& first, char16_t& second) {
  auto move = [&](std::u16string_view from, char16_t plain, std::u16string_view to) {
    size_t tone = from.find(first);
    if (tone == std::u16string_view::npos) return false;
    first = plain;
    second = to[tone];
    return true;
  };
  if (second == u'a') return move(toned_o, u'o', toned_a);
  if (second == u'e') return move(toned_o, u'o', toned_e);
  if (second == u'y') return move(toned_u, u'u', toned_y);
  return false;
}

}  // namespace

char16_t lower(char16_t c) {
  if (c < 0x80) return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
  if (c >= 0x1EA0 && c <= 0x1EF9) return static_cast<char16_t>(c | 1);
  if (c == 0xD0 || c == 0xF0 || c == 0x189 || c == 0x256) return u'\u0111';
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : static_cast<char16_t>(c + 32);
  if (c < 0x100 || (c >= 0xD800 && c <= 0xDFFF)) return c;
  auto l = static_cast<uint32_t>(u_tolower(c));
  return l <= 0xFFFF ? static_cast<char16_t>(l) : c;
}

char16_t bare(char16_t c) {
  char base = ' ';
  if (c >= 0xC0 && c <= 0x1B0) base = bare_latin[c - 0xC0u];
  if (c >= 0x1EA0 && c <= 0x1EF9) base = bare_vietnamese[c - 0x1EA0u];
  return base == ' ' ? c : static_cast<char16_t>(base);
}

bool is_letter(char16_t c) {
  if (c < 0x80) return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
  return (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0xC0 && u_isalpha(c));
}

bool is_upper(char16_t c) {
  if (c < 0x80) return c >= u'A' && c <= u'Z';
  if (c >= 0x1EA0 && c <= 0x1EF9) return (c & 1) == 0;
  return u_isupper(c);
}

FoldedHashes fold_hashes(std::u16string_view s) {
  constexpr uint64_t prime = 0x100000001b3ULL;
  uint64_t folded = 0xcbf29ce484222325ULL, plain = folded;
  size_t n = s.size();
  for (size_t i = 0; i < n; ++i) {
    char16_t c = lower(s[i]);
    if (i + 2 == n) {
      char16_t next = lower(s[i + 1]);
      if (move_tone(c, next)) {
        folded = (((folded ^ c) * prime) ^ next) * prime;
        plain = (((plain ^ bare(c)) * prime) ^ bare(next)) * prime;
        break;
      }
    }
    folded = (folded ^ c) * prime;
    plain = (plain ^ bare(c)) * prime;
  }
  return {mix(folded), mix(plain)};
}

std::u16string fold(std::u16string_view s) {
  std::u16string out;
  out.reserve(s.size());
  for (char16_t c : s) out.push_back(lower(c));
  if (out.size() >= 2) move_tone(out[out.size() - 2], out[out.size() - 1]);
  return out;
}

}  // namespace ailamgi
