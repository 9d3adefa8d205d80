#include "events/quotes.h"

#include <doctest/doctest.h>

#include <string>

#include "support/analysis.h"

using namespace ailamgi;

namespace {

// All quotations of a text as "speaker: words" lines; the speaker is the entity's name where there is one.
std::string quotes_of(std::u16string_view text) {
  const Article a = support::analyze(text);
  std::u16string out;
  for (const Quote& q : a.quotes) {
    if (!out.empty()) out += u'\n';
    out += q.speaker == none ? a.view(q.speaker_span) : a.view(a.entities[static_cast<size_t>(q.speaker)].name);
    out += u": ";
    out += a.view(q.span);
  }
  return support::to_utf8(out);
}

}  // namespace

TEST_CASE("speech in every style of marks") {
  for (auto text : {u"Sáng nay, ông Nguyễn Văn Bình nói: \"Chúng tôi sẽ sửa cầu trong tháng này\".",
                    u"Sáng nay, ông Nguyễn Văn Bình nói: “Chúng tôi sẽ sửa cầu trong tháng này”.",
                    u"Sáng nay, ông Nguyễn Văn Bình nói: «Chúng tôi sẽ sửa cầu trong tháng này»."}) {
    CHECK(quotes_of(text) == "Nguyễn Văn Bình: Chúng tôi sẽ sửa cầu trong tháng này");
  }
}

TEST_CASE("the speaker stands after, before, in the middle or in the sentence before") {
  CHECK(quotes_of(u"“Năm nay mùa cá đến sớm hơn mọi năm”, bà Trần Thị Hoa cho biết.") ==
        "Trần Thị Hoa: Năm nay mùa cá đến sớm hơn mọi năm");
  CHECK(quotes_of(u"Theo ông Lê Minh Đức, “dự án này sẽ không làm ảnh hưởng đến người dân”.") ==
        "Lê Minh Đức: dự án này sẽ không làm ảnh hưởng đến người dân");
  CHECK(quotes_of(u"“Tôi đã báo cáo việc này”, ông Lê Minh Đức nói, “nhưng không ai trả lời tôi”.") ==
        "Lê Minh Đức: Tôi đã báo cáo việc này\nLê Minh Đức: nhưng không ai trả lời tôi");
  CHECK(quotes_of(
            u"Ông Lê Minh Đức không giấu được sự lo lắng khi trả lời phóng viên. “Chúng tôi không biết phải làm gì "
            u"nữa. Nước cứ lên mỗi giờ”.") == "Lê Minh Đức: Chúng tôi không biết phải làm gì nữa. Nước cứ lên mỗi giờ");
}

TEST_CASE("a quotation over several paragraphs has one speaker, one quotation a paragraph") {
  CHECK(quotes_of(u"Bà Trần Thị Hoa kể lại: “Nước lên rất nhanh trong đêm.\n\nChúng tôi chỉ kịp chạy lên mái "
                  u"nhà.\n\nSáng ra thì cả xóm đã ngập”, bà nói.") ==
        "Trần Thị Hoa: Nước lên rất nhanh trong đêm.\nTrần Thị Hoa: Chúng tôi chỉ kịp chạy lên mái nhà.\n"
        "Trần Thị Hoa: Sáng ra thì cả xóm đã ngập");
}

TEST_CASE("the speaker stands right behind the mark, however much the sentence goes on to say") {
  CHECK(
      quotes_of(u"Cầu dây văng được sửa trong ba tháng.\n\n“Chúng tôi không giấu bất cứ điều gì”, Bộ trưởng Giao thông "
                u"Phạm Quốc Dũng nói với phóng viên trên chuyến tàu trở về sau khi dự lễ kỷ niệm 50 năm ngày khánh "
                u"thành nhà máy xi măng ở thành phố Hải Phòng hôm thứ hai, theo báo Giao thông.") ==
      "Phạm Quốc Dũng: Chúng tôi không giấu bất cứ điều gì");
}

TEST_CASE("the mark that closes begins a paragraph of its own") {
  CHECK(
      quotes_of(
          u"Bà Lê Thị Mai kêu gọi người dân giữ gìn bãi biển.\n\n“Biển là nhà của chúng ta.\n\nXin đừng vứt rác xuống "
          u"biển!\n\n”, ông Trần Văn Hải viết trên trang cá nhân.") ==
      "Trần Văn Hải: Biển là nhà của chúng ta.\nTrần Văn Hải: Xin đừng vứt rác xuống biển!");
}

TEST_CASE("a speaker named elsewhere") {
  CHECK(quotes_of(u"Ngoại trưởng Na Uy Erik Dahl đến Hà Nội hôm qua. “Chúng tôi muốn mua thêm gạo của Việt Nam”, "
                  u"Ngoại trưởng Na Uy nói.") == "Erik Dahl: Chúng tôi muốn mua thêm gạo của Việt Nam");
}

TEST_CASE("a speaker without a name") {
  CHECK(quotes_of(u"“Tôi nghe một tiếng nổ lớn rồi thấy khói bốc lên”, một người dân sống gần chợ cho biết.")
            .starts_with("một người dân"));
}

TEST_CASE("dialogue after dashes") {
  CHECK(quotes_of(u"Bà Trần Thị Hoa đứng ở cửa nhìn ra.\n\n– Mai tôi về quê – bà Hoa nói.\n\n– Gạo, muối và "
                  u"nước mắm.") == "Trần Thị Hoa: Mai tôi về quê");
}

TEST_CASE("titles, names of things and scare quotes are no speech") {
  CHECK(quotes_of(u"Triển lãm mang tên “Sông và người” khai mạc tại Huế hôm qua.").empty());
  CHECK(quotes_of(u"Anh mua hai tấm vé xem phim “Đêm dài trên núi” tặng mẹ.").empty());
  CHECK(quotes_of(u"Giá nhà trong ngõ này cũng “nhảy múa” suốt ba tháng qua.").empty());
  CHECK(quotes_of(u"Hai người bị bắt về tội “Cố ý gây thương tích” ở Cần Thơ.").empty());
}

TEST_CASE("a word of saying goes with the speaker") {
  const Article a = support::analyze(u"“Năm nay mùa cá đến sớm hơn mọi năm”, bà Trần Thị Hoa cho biết.");
  REQUIRE(a.quotes.size() == 1);
  CHECK(a.view(a.quotes[0].cue) == u"cho biết");
}

TEST_CASE("a paragraph full of quotations takes linear time") {
  std::u16string text;
  for (int i = 0; i < 4000; ++i) text += u"ông Nam nói \"mua nhà\" ";
  support::analyze(text);
}

TEST_CASE("somebody's mother is not the one named last") {
  CHECK(
      quotes_of(u"Chị Đỗ Thị Thu mở quán phở ở Huế. Một cậu bé ngày nào cũng ghé quán. Mẹ cậu bé nói: “Cháu chỉ thích "
                u"ăn phở ở đây”.") == "Mẹ cậu bé: Cháu chỉ thích ăn phở ở đây");
}
