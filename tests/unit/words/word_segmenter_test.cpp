#include "words/word_segmenter.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include "syntax/parser.h"
#include "text/syllables.h"

using namespace ailamgi;

namespace {

const std::string& model_bytes() {
  static const std::string bytes = [] {
    std::ifstream in(AILAMGI_MODEL_PATH, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  }();
  return bytes;
}

Article analyze(std::u16string_view text) {
  ModelError error{};
  auto model = Model::open(std::as_bytes(std::span(model_bytes())), error);
  REQUIRE(model);
  auto segmenter = WordSegmenter::open(*model);
  auto parser = Parser::open(*model);
  REQUIRE(segmenter);
  REQUIRE(parser);
  Article a;
  a.text = text;
  Span all{0, static_cast<uint32_t>(text.size())};
  split_syllables(a.text, all, a.syllables);
  Sentence sentence;
  sentence.span = all;
  sentence.syllables = {0, static_cast<Index>(a.syllables.size())};
  a.sentences.push_back(sentence);
  segmenter->run(a);
  parser->run(a);
  return a;
}

bool has_word(const Article& a, std::u16string_view word) {
  for (const Token& t : a.tokens) {
    if (a.view(t.span) == word) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("syllables become words, names stay whole") {
  Article a = analyze(u"Chủ tịch Nguyễn Văn An cho biết kinh tế Việt Nam đang phát triển.");
  for (auto word : {u"Chủ tịch", u"Nguyễn Văn An", u"kinh tế", u"Việt Nam", u"phát triển", u"."})
    CHECK(has_word(a, word));
}

TEST_CASE("every syllable is in exactly one word, whatever the text is") {
  std::u16string hostile(3000, u'"');
  std::u16string names;
  for (int i = 0; i < 2000; ++i) names += u"Anh ";
  for (std::u16string text : {hostile, names, std::u16string(u""), std::u16string(5000, u'a'),
                              std::u16string(u"\xD800 x \xDC00"), std::u16string(u"- - . / & % ' 1/2/3 A-B-C")}) {
    Article a = analyze(text);
    Index at = 0;
    for (const Token& t : a.tokens) {
      CHECK(t.syllables.begin == at);
      CHECK(t.syllables.size() > 0);
      CHECK(static_cast<int>(t.upos) < upos_count);
      at = t.syllables.end;
    }
    CHECK(at == static_cast<Index>(a.syllables.size()));
  }
}

TEST_CASE("both ways to place a tone mark give the same words") {
  Article a = analyze(u"Họ ký thỏa thuận hòa bình."), b = analyze(u"Họ ký thoả thuận hoà bình.");
  REQUIRE(a.tokens.size() == b.tokens.size());
  for (size_t i = 0; i < a.tokens.size(); ++i) {
    CHECK(a.tokens[i].folded == b.tokens[i].folded);
    CHECK(a.tokens[i].upos == b.tokens[i].upos);
  }
}

TEST_CASE("a number at the end of a sentence keeps no full stop") {
  for (auto text : {u"Ông Nam bị bắt hồi tháng 12/2016.", u"Lễ trao giải diễn ra ngày 3/2."}) {
    const Article a = analyze(text);
    CHECK(a.view(a.tokens.back().span) == u".");
  }
}

TEST_CASE("an apostrophe that quotes is no part of a word") {
  const Article quoted = analyze(u"Họ mong chấm dứt tình trạng 'phạt cho tồn tại' ngay.");
  for (auto word : {u"phạt", u"tồn tại", u"'"}) CHECK(has_word(quoted, word));
  CHECK(has_word(analyze(u"Hãng L'Oréal mở cửa hàng."), u"L'Oréal"));
}
