// Words that may stand for something named: pronouns, and common nouns such as "nữ ca sĩ", "công ty này", "nước này".
#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "model/lexicon.h"

namespace ailamgi::identity {

enum class ReferenceKind : uint8_t {
  nominal,  // a common noun
  he,       // a pronoun of the third person: "ông", "cô ấy"
  me,       // "tôi"
  us,       // "chúng tôi"
  them,     // "họ"
  it,       // "nó"
  self      // "mình"
};

enum class Sex : uint8_t { unknown, male, female };

// What a word can stand for, as the lists say.
struct ReferenceWord {
  ReferenceKind kind = ReferenceKind::nominal;
  uint8_t types = 0;  // bit k: an entity of type k
  Sex sex = Sex::unknown;
};

// A phrase of the article that may stand for an entity.
struct Reference {
  Range syllables;
  Index sentence = none;
  ReferenceWord word;
  uint64_t phrase = 0;    // of the listed word in it
  bool pointing = false;  // "này", "ấy" behind it
  uint8_t post = 0;       // 1 a post or rank ("CEO"), 2 a former one ("cựu CEO")
  bool kin = false;       // somebody's relative: "cha dượng"
  bool definite = false;  // sure to stand for somebody named; known once its place in the sentence is
};

class ReferenceWords {
 public:
  explicit ReferenceWords(const Lexicon& lexicon);

  // Appends the references of one sentence, in text order, none overlapping another or a name. The longest listed
  // phrase wins; a word that leads a person's name ("ông Hải") is none. `mentions` are the article's names.
  // O(syllables).
  void find(const Article& article, Index sentence, std::vector<Reference>& out) const;

  // What a listed phrase can stand for; types is 0 when it is not listed.
  ReferenceWord word(uint64_t phrase) const;

  // The longest listed phrase for persons that ends before `end`, or starts at `first`; empty when there is none.
  Range title_ending(const Article& article, Index end, Index floor) const;
  Range title_starting(const Article& article, Index first, Index ceiling) const;

  // Whether the title is a post ("giám đốc"; "ông" is none) and nothing before it says that it is over.
  bool is_current_post(const Article& article, Range title, Index floor) const;

  // The sex that a syllable within a person's name tells ("Thị").
  Sex sex_of_name_part(uint64_t syllable) const;
  bool is_saying(uint64_t phrase) const { return lexicon_.has(phrase, saying_); }
  bool is_kin(uint64_t phrase) const { return lexicon_.has(phrase, kin_); }
  // What kind of place bears the name: 1 a country, 2 a province, 3 a district, 4 a commune; 0 when no list knows it.
  uint8_t place_kind(uint64_t name) const;

 private:
  static constexpr Index longest = 6;  // syllables of a listed phrase

  bool is_title(const Article& article, Range run) const;
  bool says_former(const Article& article, Index syllable) const;
  uint8_t post(const Article& article, Range run) const;

  Lexicon lexicon_;
  ListId pronouns_, nominals_, leads_, pointers_, sexes_, saying_, kin_;
  ListId titles_[2], heads_[3];  // of persons; of organisations, places, things
  ListId places_[4];             // by kind, the largest first
};

}  // namespace ailamgi::identity
