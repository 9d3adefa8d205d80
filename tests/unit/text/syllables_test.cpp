#include "text/syllables.h"

#include <doctest/doctest.h>

#include <string>

using namespace ailamgi;

namespace {

// The units joined by bars; "_" before one that follows the unit before it without a blank.
std::u16string split(std::u16string_view text) {
  std::vector<Syllable> syllables;
  split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
  std::u16string out;
  for (const auto& s : syllables) {
    if (!out.empty()) out += s.space_before ? u"|" : u"_";
    out += text.substr(s.span.start, s.span.size());
  }
  return out;
}

Shape shape(std::u16string_view text) {
  std::vector<Syllable> syllables;
  split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
  REQUIRE(syllables.size() == 1);
  return syllables[0].shape;
}

}  // namespace

TEST_CASE("syllables are split at blanks and marks") {
  CHECK(split(u"Ông Hải nói: “Không!”") == u"Ông|Hải|nói_:|“_Không_!_”");
  CHECK(split(u"TP.HCM, T.P.H.") == u"TP_._HCM_,|T_._P_._H_.");
  CHECK(split(u"Jean-Michel") == u"Jean_-_Michel");
  CHECK(split(u"chờ...") == u"chờ_...");
  CHECK(split(u" \t\n ") == u"");
}

TEST_CASE("numbers stay whole") {
  CHECK(split(u"3.000 người, 6,7% ngày 20/11/2023.") == u"3.000|người_,|6,7_%|ngày|20/11/2023_.");
  CHECK(split(u"10:45, 7h30, 35kV") == u"10:45_,|7h30_,|35kV");
  CHECK(split(u"3-9") == u"3_-_9");
  CHECK(split(u"năm 2018.") == u"năm|2018_.");
}

TEST_CASE("invisible characters are blanks") {
  CHECK(split(u"a\u200Bb\uFEFF\u202Ec\u00A0d") == u"a|b|c|d");
  CHECK(split(std::u16string_view(u"a\0b", 3)) == u"a|b");
}

TEST_CASE("combining marks stay with their letter, pairs of surrogates together") {
  CHECK(split(u"q\u0303a") == u"q\u0303a");
  CHECK(split(u"\U0001F600!") == u"\U0001F600_!");
  CHECK(split(u"\xD800 x") == u"\xD800|x");
}

TEST_CASE("shapes") {
  CHECK(shape(u"công") == Shape::lower);
  CHECK(shape(u"Công") == Shape::capitalised);
  CHECK(shape(u"A") == Shape::capitalised);
  CHECK(shape(u"UBND") == Shape::upper);
  CHECK(shape(u"iPhone") == Shape::mixed);
  CHECK(shape(u"3.000") == Shape::number);
  CHECK(shape(u"F0") == Shape::alnum);
  CHECK(shape(u",") == Shape::punctuation);
  CHECK(shape(u"%") == Shape::symbol);
}

TEST_CASE("combining marks of any plane stay with what they stand on") {
  CHECK(split(u"\U0001D158\U0001D165\U0001D16E a") == u"\U0001D158\U0001D165\U0001D16E|a");
}
