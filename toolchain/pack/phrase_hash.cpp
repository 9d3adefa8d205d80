#include "pack/phrase_hash.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <vector>

#include "model/hash.h"
#include "text/syllables.h"

namespace ailamgi {

uint64_t phrase_hash(std::span<const Syllable> phrase) {
  uint64_t h = phrase.front().folded;
  for (const Syllable& s : phrase.subspan(1)) h = extend_phrase(h, s.folded);
  return h;
}

uint64_t phrase_hash(const std::string& phrase, size_t most) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString s =
      icu::Normalizer2::getNFCInstance(status)->normalize(icu::UnicodeString::fromUTF8(phrase), status);
  std::u16string_view text(s.getBuffer(), static_cast<size_t>(s.length()));
  std::vector<Syllable> syllables;
  split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
  if (syllables.empty() || syllables.size() > most) return 0;
  return phrase_hash(syllables);
}

}  // namespace ailamgi
