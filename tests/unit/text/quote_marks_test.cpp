#include "text/quote_marks.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

using namespace ailamgi;

namespace {

// Each text a paragraph of its own.
Article article_of(std::initializer_list<std::u16string_view> paragraphs) {
  Article a;
  for (auto p : paragraphs) {
    if (!a.text.empty()) a.text += u"\n\n";
    Segment s;
    s.span.start = static_cast<uint32_t>(a.text.size());
    a.text += p;
    s.span.end = static_cast<uint32_t>(a.text.size());
    a.segments.push_back(s);
  }
  return a;
}

}  // namespace

TEST_CASE("every style of quotation mark is paired") {
  for (auto text :
       {u"Cô nói: \"Mưa to quá\".", u"Cô nói: “Mưa to quá”.", u"Cô nói: «Mưa to quá».", u"Cô nói: ‘Mưa to quá’."}) {
    Article a = article_of({text});
    auto pieces = find_pieces(a);
    REQUIRE(pieces.size() == 1);
    CHECK(a.view(pieces[0].span) == u"Mưa to quá");
    CHECK(pieces[0].closed);
  }
}

TEST_CASE("a quotation runs on into the paragraph that closes it") {
  Article a =
      article_of({u"Bà kể: \"Nước lên nhanh.", u"Cả xóm phải chạy.", u"May mà ai cũng an toàn\", bà nói thêm."});
  auto pieces = find_pieces(a);
  REQUIRE(pieces.size() == 3);
  CHECK(a.view(pieces[0].span) == u"Nước lên nhanh.");
  CHECK(a.view(pieces[2].span) == u"May mà ai cũng an toàn");
  CHECK(pieces[0].group == pieces[2].group);
  CHECK(pieces[2].continued);
}

TEST_CASE("a closing mark may begin the next paragraph") {
  Article a = article_of({u"Anh Tư nói: “Tôi về đây.", u"”, rồi anh đi.", u"“Còn tôi ở lại”, chị Ba đáp."});
  auto pieces = find_pieces(a);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].closed_below);
  CHECK_FALSE(pieces[1].closed_below);
}

TEST_CASE("a quotation left open ends with its paragraph") {
  Article a = article_of({u"Bà kể: “Nước lên nhanh.", u"“Cả xóm phải chạy”, bà nói."});
  auto pieces = find_pieces(a);
  REQUIRE(pieces.size() == 2);
  CHECK_FALSE(pieces[0].closed);
  CHECK(pieces[0].group != pieces[1].group);
}

TEST_CASE("apostrophes and lone marks are no quotations") {
  CHECK(find_pieces(article_of({u"O'Brien cao 5'9 và nói tiếng Việt."})).empty());
  CHECK(find_pieces(article_of({u"Một dấu ” lẻ loi."})).empty());
}

TEST_CASE("a quotation within a quotation is part of it") {
  Article a = article_of({u"Ông kể: \"Cô bảo tôi: “Đi mau” rồi chạy.", u"Tôi đi theo\"."});
  auto pieces = find_pieces(a);
  REQUIRE(pieces.size() == 2);
  CHECK(a.view(pieces[0].span) == u"Cô bảo tôi: “Đi mau” rồi chạy.");
  CHECK(pieces[0].group == pieces[1].group);
}

TEST_CASE("marks of two kinds make one pair when neither has another partner") {
  Article a = article_of({u"Chuyến “đi chợ \"của bà kéo dài ba ngày."});
  auto pieces = find_pieces(a);
  REQUIRE(pieces.size() == 1);
  CHECK(a.view(pieces[0].span) == u"đi chợ");
}

TEST_CASE("no two stretches overlap") {
  for (auto text : {u"Một “hai “ba” bốn” năm.", u"Một \"hai \"ba bốn.", u"Một “hai \"ba \"bốn ”năm“."}) {
    Article a = article_of({text});
    auto pieces = find_pieces(a);
    for (size_t i = 1; i < pieces.size(); ++i) CHECK(pieces[i - 1].span.end <= pieces[i].span.start);
  }
}

TEST_CASE("dialogue stands between two dashes") {
  Article a = article_of({u"– Mai tôi về – cô nói.", u"- Gạo, muối và đường", u"Một - hai - ba."});
  auto pieces = find_pieces(a);
  REQUIRE(pieces.size() == 1);
  CHECK(a.view(pieces[0].span) == u"Mai tôi về");
  CHECK(pieces[0].dash);
}

TEST_CASE("a great many marks take no more than linear time") {
  std::u16string many(400000, u'"');
  CHECK(find_pieces(article_of({many})).size() < many.size());
}

// Found by fuzzing: the first piece ran on to the end of the paragraph, over the second.
TEST_CASE("a quotation left open ends where another one of its kind opens") {
  Article a = article_of({u"\"thôi rồi “Anh về” ạ"});
  auto pieces = find_pieces(a);
  REQUIRE(pieces.size() == 2);
  CHECK(a.view(pieces[0].span) == u"thôi rồi");
  CHECK(!pieces[0].closed);
  CHECK(a.view(pieces[1].span) == u"Anh về");
}
