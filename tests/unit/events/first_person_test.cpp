#include "events/first_person.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/analysis.h"

using namespace ailamgi;

namespace {

// For every pronoun within a quotation: the name of whom it stands for.
std::vector<std::u16string> meant_in_quotes(std::u16string_view text) {
  const Article a = support::analyze(text);
  std::vector<std::u16string> names;
  for (size_t i = 0; i < a.mentions.size(); ++i) {
    const Mention& m = a.mentions[i];
    if (m.kind != MentionKind::pronoun || m.entity == none) continue;
    for (const Quote& q : a.quotes) {
      if (q.span.contains(m.span)) names.emplace_back(a.view(a.entities[static_cast<size_t>(m.entity)].name));
    }
    const auto& own = a.entities[static_cast<size_t>(m.entity)].mentions;
    CHECK(std::count(own.begin(), own.end(), static_cast<Index>(i)) == 1);
  }
  return names;
}

}  // namespace

TEST_CASE("who is quoted is meant by tôi, whoever else is talked of") {
  auto meant = meant_in_quotes(
      u"Cựu cầu thủ Phan Văn Lực mở quán phở\n\nAnh Phan Văn Lực vừa mở quán phở ở Huế. Anh Lực từng đá cho đội Sao "
      u"Biển.\n\nKhách quen của anh Lực là chị Đỗ Thị Thu. “Lực nấu phở rất ngon. Ngày nào tôi cũng ghé”, chị Thu "
      u"nói.");
  CHECK(meant == std::vector<std::u16string>{u"Đỗ Thị Thu"});
}

TEST_CASE("chúng tôi is the body that the speaker speaks for") {
  auto meant = meant_in_quotes(
      u"Bộ Y tế kiểm tra Công ty Hoa Sen\n\nCông ty Hoa Sen bị tố bán thuốc hết hạn. Công ty Hoa Sen phủ "
      u"nhận.\n\n“Chúng "
      u"tôi sẽ kiểm tra tất cả các cửa hàng của Công ty Hoa Sen”, ông Lê Minh Đức, chánh thanh tra Bộ Y tế, cho biết.");
  CHECK(meant == std::vector<std::u16string>{u"Bộ Y tế"});
}

TEST_CASE("a speaker whom nobody names is no one of those named") {
  auto meant = meant_in_quotes(
      u"Bộ Y tế sửa quy chuẩn về sữa\n\nBộ Y tế đã lấy ý kiến của các doanh nghiệp. Bộ Y tế nói sẽ xem xét.\n\n“Chúng "
      u"tôi "
      u"đã gửi góp ý hai lần”, đại diện một doanh nghiệp cho biết.");
  CHECK(meant.empty());
}
