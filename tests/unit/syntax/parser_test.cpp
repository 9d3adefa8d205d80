#include "syntax/parser.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

#include "model/hash.h"
#include "support/analysis.h"
#include "syntax/relations.h"
#include "text/syllables.h"

using namespace ailamgi;

namespace {

// Words are separated by "|" in the notation of these tests.
Article article_of(std::u16string_view words) {
  Article a;
  a.sentences.emplace_back();
  for (size_t at = 0; at < words.size();) {
    size_t end = std::min(words.find(u'|', at), words.size());
    Token t;
    t.span = {static_cast<uint32_t>(a.text.size()), static_cast<uint32_t>(a.text.size() + end - at)};
    a.text += words.substr(at, end - at);
    a.text += u' ';
    t.syllables.begin = static_cast<Index>(a.syllables.size());
    split_syllables(a.text, t.span, a.syllables);
    t.syllables.end = static_cast<Index>(a.syllables.size());
    t.folded = a.phrase(t.syllables);
    t.sentence = 0;
    a.tokens.push_back(t);
    at = end + 1;
  }
  a.sentences[0].tokens = {0, static_cast<Index>(a.tokens.size())};
  return a;
}

void check_tree(const Article& a) {
  size_t relations = 256;
  for (const Sentence& s : a.sentences) {
    int roots = 0;
    for (Index i = s.tokens.begin; i < s.tokens.end; ++i) {
      const Token& t = a.tokens[static_cast<size_t>(i)];
      roots += t.head == none;
      REQUIRE((t.head == none || s.tokens.contains(t.head)));
      REQUIRE((t.head == none) == (t.relation == 0));
      REQUIRE(t.relation < relations);
      Index at = i, steps = 0;
      while (at != none && steps <= s.tokens.size()) at = a.tokens[static_cast<size_t>(at)].head, ++steps;
      REQUIRE(at == none);
    }
    REQUIRE(roots == (s.tokens.size() > 0 ? 1 : 0));
  }
}

}  // namespace

TEST_CASE("a plain sentence gets its subject and object") {
  auto parser = Parser::open(support::model());
  auto relations = RelationNames::open(support::model());
  REQUIRE(parser);
  REQUIRE(relations);
  Article a = article_of(u"Công ty|mua|nhà máy|.");
  parser->run(a);
  check_tree(a);
  Upos tags[] = {Upos::NOUN, Upos::VERB, Upos::NOUN, Upos::PUNCT};
  for (size_t i = 0; i < 4; ++i) CHECK(a.tokens[i].upos == tags[i]);
  CHECK(a.tokens[1].head == none);
  CHECK(a.tokens[0].head == 1);
  CHECK(relations->name(a.tokens[0].relation) == "nsubj");
  CHECK(a.tokens[2].head == 1);
  CHECK(relations->name(a.tokens[2].relation) == "obj");
  CHECK(relations->name(a.tokens[3].relation) == "punct");
}

TEST_CASE("odd input still gets trees") {
  auto parser = Parser::open(support::model());
  REQUIRE(parser);
  Article empty;
  parser->run(empty);
  std::u16string marks, words, bare_marks;
  for (int i = 0; i < 5000; ++i) {
    marks += u"\"|";
    words += i % 50 == 49 ? u",|" : u"người|";
    bare_marks += u"người|";
  }
  for (const std::u16string& text : {std::u16string(u"!"), std::u16string(u"\xD800|a"), marks, words, bare_marks}) {
    Article a = article_of(text);
    parser->run(a);
    check_tree(a);
  }
  Article no_syllables;
  no_syllables.sentences.emplace_back().tokens = {0, 3};
  no_syllables.tokens.resize(3);
  parser->run(no_syllables);
  check_tree(no_syllables);
}

TEST_CASE("a torn parser section is refused") {
  Bytes whole = support::model().section("parser");
  REQUIRE(!whole.empty());
  std::vector<uint64_t> storage(whole.size() / 8 + 1);
  std::memcpy(storage.data(), whole.data(), whole.size());
  auto* copy = reinterpret_cast<std::byte*>(storage.data());
  for (size_t size = 0; size < whole.size(); size += size < 64 ? 1 : 4999) {
    CHECK_FALSE(Parser::open(Bytes(copy, size)));
  }
  CHECK(Parser::open(Bytes(copy, whole.size())));
  for (size_t field = 0; field < 13; ++field) {
    std::byte kept[4];
    std::memcpy(kept, copy + field * 4, 4);
    for (uint32_t wrong : {0U, 0xFFFFFFFFU, 0x80000000U}) {
      std::memcpy(copy + field * 4, &wrong, 4);
      if (auto parser = Parser::open(Bytes(copy, whole.size())); parser && field != 12) FAIL("field ", field);
    }
    std::memcpy(copy + field * 4, kept, 4);
  }
}
