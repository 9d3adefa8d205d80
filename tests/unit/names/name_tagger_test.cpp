#include "names/name_tagger.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/analysis.h"
#include "text/text_reader.h"
#include "words/word_segmenter.h"

using namespace ailamgi;

namespace {

// "PER Donald Trump", in order.
std::vector<std::string> names_of(std::string_view text) {
  static const auto reader = TextReader::open(support::model());
  static const auto words = WordSegmenter::open(support::model());
  static const auto tagger = NameTagger::open(support::model());
  REQUIRE(reader);
  REQUIRE(tagger);
  Article a;
  reader->read(support::to_utf16(text), a);
  if (words) words->run(a);
  tagger->run(a);
  constexpr const char* types[] = {"PER ", "ORG ", "LOC ", "MISC "};
  std::vector<std::string> out;
  for (const Mention& m : a.mentions) {
    CHECK(m.kind == MentionKind::name);
    out.push_back(types[static_cast<size_t>(m.type)] + support::to_utf8(a.view(m.span)));
  }
  return out;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a title's country and its holder are two names") {
  auto names = names_of(
      "Chuyến thăm kéo dài ba ngày\n\nTổng thống Mỹ Donald Trump sẽ tới Hà Nội vào tuần sau, theo lịch trình mới "
      "nhất.");
  CHECK(has(names, "LOC Mỹ"));
  CHECK(has(names, "PER Donald Trump"));
  CHECK(has(names, "LOC Hà Nội"));
}

TEST_CASE("hyphens and initials belong to a person's name") {
  CHECK(has(names_of("Bức tranh của hoạ sĩ Jean-Michel Basquiat vừa được bán với giá kỷ lục."),
            "PER Jean-Michel Basquiat"));
  CHECK(has(names_of("Công an xác định anh N.V.A. không có mặt tại hiện trường lúc xảy ra vụ việc."), "PER N.V.A."));
}

TEST_CASE("a name in small letters after a title") {
  CHECK(has(names_of("Tối qua, ca sĩ đàm vĩnh hưng đã hát liền mười ca khúc trước hàng nghìn khán giả."),
            "PER đàm vĩnh hưng"));
}

TEST_CASE("the longest organisation wins") {
  CHECK(has(names_of("UBND TP. HCM yêu cầu các quận báo cáo trước cuối tháng."), "ORG UBND TP. HCM"));
  CHECK(has(names_of("Công an tỉnh Nghệ An đã khởi tố vụ án và tạm giam hai người."), "ORG Công an tỉnh Nghệ An"));
}

TEST_CASE("headlines in capitals are read with the article's help") {
  auto names = names_of(
      "ÔNG LÊ VĂN TÁM TRỞ LẠI HUẾ SAU BA MƯƠI NĂM\n\nÔng Lê Văn Tám vừa trở lại Huế sau ba mươi năm xa quê.\n\nTại "
      "Huế, ông Lê Văn "
      "Tám gặp lại nhiều bạn cũ. Ông Tám nói rằng mình rất xúc động.");
  CHECK(has(names, "PER LÊ VĂN TÁM"));
  CHECK(has(names, "LOC HUẾ"));
}

TEST_CASE("a street named after a person is a place, its namesake a person") {
  auto names = names_of("Vụ va chạm xảy ra trên đường Nguyễn Văn Linh khiến anh Nguyễn Văn Linh bị thương nhẹ.");
  CHECK(has(names, "LOC đường Nguyễn Văn Linh"));
  CHECK(has(names, "PER Nguyễn Văn Linh"));
}

TEST_CASE("a person named after a place") {
  CHECK(has(names_of("Chị Trần Thị Hà Giang, nhân viên ngân hàng, cho biết đã nhận được tiền."),
            "PER Trần Thị Hà Giang"));
}

TEST_CASE("any text is fine") {
  names_of("");
  names_of(std::string(20000, 'A'));
  std::string marks, capitals;
  for (int i = 0; i < 20000; ++i) {
    marks += "\"( ";
    capitals += "A. ";
  }
  names_of(marks);
  names_of(capitals);
}

TEST_CASE("the stop that ends a sentence is no part of a name") {
  auto names =
      names_of("Hồ sơ đã được chuyển tới UBND TP.\n\nCơ quan này đang xem xét hồ sơ và sẽ trả lời trong tuần tới.");
  for (const std::string& name : names) CHECK(!name.ends_with("."));
}

TEST_CASE("two persons with a dash between them are two where each is named elsewhere") {
  auto names = names_of(
      "Cuộc gặp Trump - Putin tại Helsinki\n\nTổng thống Mỹ Donald Trump gặp Tổng thống Nga Vladimir Putin tại "
      "Helsinki. "
      "Cuộc gặp Trump - Putin kéo dài hai giờ. Ông Jean - Claude Juncker vắng mặt.");
  CHECK(has(names, "PER Trump"));
  CHECK(has(names, "PER Putin"));
  CHECK_FALSE(has(names, "PER Trump - Putin"));
  CHECK(has(names, "PER Jean - Claude Juncker"));
}
