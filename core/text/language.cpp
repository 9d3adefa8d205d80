#include "text/language.h"

#include "text/fold.h"

namespace ailamgi {
namespace {

bool is_other_script(char16_t c) {
  return c >= 0x370 && (c < 0x1E00 || c > 0x1EFF) && is_letter(c);
}

}  // namespace

LanguageGuesser::LanguageGuesser(const Lexicon& lexicon)
    : lexicon_(lexicon),
      vietnamese_(lexicon.list("text-vietnamese")),
      unmarked_(lexicon.list("text-vietnamese-bare")),
      english_(lexicon.list("text-english")) {}

std::optional<Language> LanguageGuesser::guess(std::u16string_view text, std::span<const Syllable> syllables) const {
  size_t words = 0, lower_case = 0, other_script = 0, vietnamese = 0, unmarked = 0, english = 0;
  for (const Syllable& s : syllables) {
    if (s.shape > Shape::mixed) {
      other_script += is_other_script(text[s.span.start]);
      continue;
    }
    // Scripts without blanks make one unit of many words.
    if (is_other_script(text[s.span.start])) {
      other_script += 1 + s.span.size() / 4;
      continue;
    }
    ++words;
    lower_case += s.shape == Shape::lower;
    Lexicon::Entry entry = lexicon_.find(s.folded);
    vietnamese += s.folded != s.bare || Lexicon::in(entry, vietnamese_);
    english += Lexicon::in(entry, english_);
    unmarked += Lexicon::in(lexicon_.find(s.bare), unmarked_);
  }
  if (other_script > words) return Language::unknown;
  if (words == 0) return std::nullopt;
  if (vietnamese > english && vietnamese * 100 >= words * 30) return Language::vietnamese;
  if (words >= 3 && english * 100 >= words * 18 && english > vietnamese) return Language::english;
  if (words >= 6 && unmarked * 100 >= words * 65 && unmarked > english) return Language::vietnamese;
  if (lower_case >= 4 && vietnamese * 100 < words * 20) return Language::unknown;
  return std::nullopt;
}

}  // namespace ailamgi
