#include "model/lexicon.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "model/hash.h"
#include "pack/lexicon_writer.h"
#include "pack/model_writer.h"
#include "text/fold.h"

using namespace ailamgi;

namespace {

uint64_t phrase(std::initializer_list<std::u16string_view> syllables) {
  uint64_t h = 0;
  bool first = true;
  for (auto s : syllables) {
    uint64_t next = fold_hashes(s).folded;
    h = first ? next : extend_phrase(h, next);
    first = false;
  }
  return h;
}

std::string two_lists() {
  LexiconWriter w;
  std::istringstream saying("# verbs of saying\nnói\ncho biết\nkhẳng định\n");
  std::istringstream countries("Mỹ\tUS\nHoà Kỳ\tUS\nViệt Nam\tVN\nnói\n");
  CHECK(w.add_list("saying", saying).empty());
  CHECK(w.add_list("countries", countries).empty());
  ModelWriter m;
  m.add("lexicon", w.section());
  return m.file();
}

}  // namespace

TEST_CASE("a lexicon knows its phrases in any case and tone-mark style") {
  std::string file = two_lists();
  ModelError error{};
  auto model = Model::open(std::as_bytes(std::span(file.data(), file.size())), error);
  REQUIRE(model);
  auto lexicon = Lexicon::open(*model);
  REQUIRE(lexicon);
  ListId saying = lexicon->list("saying"), countries = lexicon->list("countries");
  CHECK(saying != no_list);
  CHECK(lexicon->list("nothing") == no_list);
  CHECK(lexicon->has(phrase({u"cho", u"biết"}), saying));
  CHECK(lexicon->has(phrase({u"KHẲNG", u"ĐỊNH"}), saying));
  CHECK_FALSE(lexicon->has(phrase({u"cho"}), saying));
  CHECK_FALSE(lexicon->has(phrase({u"Mỹ"}), saying));
  auto usa = lexicon->find(phrase({u"Hòa", u"Kỳ"}));
  CHECK(lexicon->value(usa, countries) == "US");
  auto both = lexicon->find(phrase({u"nói"}));
  CHECK(Lexicon::in(both, saying));
  CHECK(Lexicon::in(both, countries));
  CHECK(lexicon->value(both, countries).empty());
  CHECK_FALSE(Lexicon::in(both, no_list));
}

TEST_CASE("a lexicon refuses a list it can't hold") {
  LexiconWriter w;
  std::istringstream blank("đúng\n \n"), endless("một hai ba bốn năm sáu bảy tám chín\n");
  CHECK(w.add_list("blank", blank) == "line 2: no phrase of 1 to 8 syllables");
  CHECK(w.add_list("endless", endless) == "line 1: no phrase of 1 to 8 syllables");
}

TEST_CASE("a lexicon section cut anywhere is refused") {
  LexiconWriter w;
  std::istringstream list("nói\ncho biết\tx\n");
  REQUIRE(w.add_list("saying", list).empty());
  std::string section = w.section();
  for (size_t n = 0; n < section.size(); ++n) {
    ModelWriter m;
    m.add("lexicon", section.substr(0, n));
    std::string file = m.file();
    ModelError error{};
    auto model = Model::open(std::as_bytes(std::span(file.data(), file.size())), error);
    REQUIRE(model);
    CHECK_FALSE(Lexicon::open(*model));
  }
}
