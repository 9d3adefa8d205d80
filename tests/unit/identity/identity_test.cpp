#include "identity/identity.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/analysis.h"

using namespace ailamgi;

namespace {

struct Read {
  Article article;

  explicit Read(std::string_view text) {
    REQUIRE(support::analyzer().analyze(support::to_utf16(text), {}, article) == TextError::ok);
  }
  // The entity of the n-th place where the words stand; none when they mean nothing there.
  Index of(std::string_view words, int n = 1) const {
    std::u16string w = support::to_utf16(words);
    size_t at = article.text.find(w);
    while (--n > 0) at = article.text.find(w, at + 1);
    REQUIRE(at != std::u16string::npos);
    for (const Mention& m : article.mentions) {
      if (m.span.start == at && m.span.size() == w.size()) return m.entity;
    }
    return none;
  }
  std::string name(Index entity) const {
    return entity == none ? "" : support::to_utf8(article.view(article.entities[static_cast<size_t>(entity)].name));
  }
};

}  // namespace

TEST_CASE("pronouns stand for the person of their sex") {
  Read r(
      "Thư viện lưu động về với trẻ em vùng cao\n\nÔng Trần Văn Khải và bà Lê Thị Mai cùng lập thư viện lưu động từ "
      "năm "
      "2015.\n\nBà là giáo viên đã về hưu. Ông lái chiếc xe chở sách đi khắp các bản làng.");
  CHECK(r.name(r.of("Bà")) == "Lê Thị Mai");
  CHECK(r.name(r.of("Ông", 2)) == "Trần Văn Khải");
}

TEST_CASE("common nouns stand for what was named") {
  Read r(
      "Nam Long Foods mở nhà máy mới\n\nCông ty Nam Long Foods vừa khánh thành nhà máy thứ ba tại Long An. Công ty này "
      "cho biết sẽ tuyển thêm 500 lao động trong năm nay.\n\nTheo báo cáo, Nhật Bản là thị trường lớn nhất của doanh "
      "nghiệp. Nước này nhập khẩu 2.000 tấn hàng mỗi tháng.");
  CHECK(r.name(r.of("Công ty này")) == "Công ty Nam Long Foods");
  CHECK(r.name(r.of("Nước này")) == "Nhật Bản");
}

TEST_CASE("the first person of a quotation is its speaker") {
  Read r(
      "Người giữ rừng\n\nAnh Phạm Văn Lộc đã giữ rừng suốt 20 năm qua tại Kon Tum.\n\n\"Tôi chưa bao giờ nghĩ đến "
      "chuyện bỏ "
      "nghề\", anh Lộc nói.");
  CHECK(r.name(r.of("Tôi")) == "Phạm Văn Lộc");
}

TEST_CASE("a word that leads a name is no reference") {
  Read r("Lễ trao giải\n\nÔng Hồ Văn Thuyết nhận giải thưởng hôm qua. Sau buổi lễ, ông Thuyết về quê.");
  CHECK(r.of("ông") == none);
  CHECK(r.of("Hồ Văn Thuyết") == r.of("Thuyết", 2));
}
