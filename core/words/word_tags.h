// Parts of speech as the list of words gives them: a letter each in toolchain/lexicons/word-tags.tsv, a number in the
// model (Token::tags, Clusters::Entry::tags).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ailamgi {

// Noun, verb, adjective (J), adverb (R), pronoun, determiner, numeral (M), adposition (E), subordinating conjunction,
// coordinating conjunction, particle (T), auxiliary, interjection, part of another word or foreign (X), name (G).
inline constexpr std::string_view word_tag_letters = "NVJRPDMESCTAIXG";

// "NV": a noun, less often a verb. A third letter is passed over; nothing when a letter is not known.
constexpr std::optional<uint8_t> word_tags_of(std::string_view letters) {
  if (letters.empty()) return std::nullopt;
  for (char c : letters) {
    if (word_tag_letters.find(c) == std::string_view::npos) return std::nullopt;
  }
  auto number = [](char c) { return static_cast<uint8_t>(word_tag_letters.find(c) + 1); };
  return static_cast<uint8_t>(number(letters[0]) | (letters.size() > 1 ? number(letters[1]) << 4 : 0));
}

}  // namespace ailamgi
