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

  explicit Read(std::string_view text) : article(support::analyze(support::to_utf16(text))) {}
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

// "former title @ organisation" of each role of whom the words name.
std::vector<std::string> roles_of(const Read& r, std::string_view name) {
  std::vector<std::string> out;
  Index e = r.of(name);
  if (e == none) return out;
  for (const Role& role : r.article.entities[static_cast<size_t>(e)].roles) {
    std::string text = role.former ? "former " : "";
    text += support::to_utf8(r.article.view(role.title));
    if (role.organization != none) text += " @ " + r.name(role.organization);
    out.push_back(text);
  }
  return out;
}

using Roles = std::vector<std::string>;

}  // namespace

TEST_CASE("a name's short forms mean the same person") {
  Read r(
      "Lễ trao giải\n\nÔng Hồ Văn Thuyết và bà Trần Thị Lan nhận giải hôm qua. Ông Thuyết cho biết rất vui. Bà Lan đã "
      "về "
      "quê.\n\nDonald Trump gửi thư chúc mừng. Thư của ông Trump dài hai trang.");
  CHECK(r.of("Hồ Văn Thuyết") == r.of("Thuyết", 2));
  CHECK(r.of("Trần Thị Lan") == r.of("Lan", 2));
  CHECK(r.of("Donald Trump") == r.of("Trump", 2));
}

TEST_CASE("two people who share a given name stay two, told apart by what they are called") {
  Read r(
      "Hai nhân chứng\n\nÔng Nguyễn Văn Hải và bà Phạm Thị Hải cùng có mặt tại toà. Trả lời thẩm phán, ông Hải nói "
      "không "
      "nhớ rõ. Sau đó bà Hải xin rút đơn.");
  CHECK(r.of("Nguyễn Văn Hải") != r.of("Phạm Thị Hải"));
  CHECK(r.of("Nguyễn Văn Hải") == r.of("Hải", 3));
  CHECK(r.of("Phạm Thị Hải") == r.of("Hải", 4));
}

TEST_CASE("organisations by their kind, place, initials or what a bracket says") {
  Read r(
      "Ban quản lý mới\n\nSở Y tế Nghệ An vừa làm việc với Công ty cổ phần Dịch vụ Sông Lam (SOLACO). Theo Sở Y tế, "
      "SOLACO "
      "phải báo cáo trước cuối tháng. Công ty Sông Lam chưa trả lời.\n\nLiên Hợp Quốc theo dõi vụ việc. LHQ sẽ cử "
      "người "
      "tới Nghệ An, theo Sở Y tế tỉnh Nghệ An.");
  CHECK(r.of("Sở Y tế Nghệ An") == r.of("Sở Y tế", 2));
  CHECK(r.of("SOLACO") == r.of("Công ty cổ phần Dịch vụ Sông Lam"));
  CHECK(r.of("SOLACO", 2) == r.of("SOLACO"));
  CHECK(r.of("LHQ") == r.of("Liên Hợp Quốc"));
}

TEST_CASE("a part of a body is not the body, nor a town the province that bears its name") {
  Read r(
      "Làm việc tại Cà Mau\n\nVăn phòng Chính phủ gửi công văn cho Bộ Công an. Chính phủ họp hôm qua. Thanh tra Bộ "
      "Công an đã "
      "tới TP Cà Mau. Nhiều huyện của tỉnh Cà Mau ngập sâu, theo Bộ Công an.");
  CHECK(r.of("Văn phòng Chính phủ") != r.of("Chính phủ", 2));
  CHECK(r.of("Thanh tra Bộ Công an") != r.of("Bộ Công an"));
  CHECK(r.of("Bộ Công an") == r.of("Bộ Công an", 3));
  CHECK(r.of("TP Cà Mau") != r.of("tỉnh Cà Mau"));
  CHECK(r.of("Cà Mau") == r.of("tỉnh Cà Mau"));
}

TEST_CASE("who is also called otherwise") {
  Read r(
      "Công an bắt Phan Văn Lực (sinh năm 1970, tức Hải Sói). Hải Sói khai nhận hành vi. Bà Trần Thị Mận, tên thật là "
      "Lê "
      "Thu Cúc, đi cùng Lực.");
  CHECK(r.of("Phan Văn Lực") == r.of("Hải Sói"));
  CHECK(r.of("Phan Văn Lực") == r.of("Hải Sói", 2));
  CHECK(r.of("Trần Thị Mận") == r.of("Lê Thu Cúc"));
  CHECK(r.of("Trần Thị Mận") != r.of("Phan Văn Lực"));
}

TEST_CASE("places with and without their kind, and by other names") {
  Read r(
      "Mưa lớn ở miền Trung\n\nTỉnh Nghệ An có mưa lớn. Tại Nghệ An, nhiều nơi ngập sâu. Mỹ gửi hàng cứu trợ. Hàng của "
      "Hoa "
      "Kỳ về tới sân bay Vinh hôm qua.");
  CHECK(r.of("Tỉnh Nghệ An") == r.of("Nghệ An", 2));
  CHECK(r.of("Mỹ") == r.of("Hoa Kỳ"));
}

TEST_CASE("roles stand before a name, with their organisation") {
  Read r("Hội nghị công nghệ\n\nGiám đốc điều hành Microsoft Satya Nadella sẽ phát biểu vào ngày mai tại Hà Nội.");
  CHECK(roles_of(r, "Satya Nadella") == Roles{"Giám đốc điều hành @ Microsoft"});
}

TEST_CASE("roles stand behind a name, former ones marked") {
  Read r(
      "Thay đổi nhân sự\n\nÔng Lê Văn Tám, phó chủ tịch UBND huyện Đông Sơn, cho biết sẽ kiểm tra ngay. Ông Đỗ Quang "
      "Vinh "
      "(58 tuổi), nguyên giám đốc Sở Xây dựng Hà Nội, cũng có mặt.");
  CHECK(roles_of(r, "Lê Văn Tám") == Roles{"phó chủ tịch @ UBND huyện Đông Sơn"});
  CHECK(roles_of(r, "Đỗ Quang Vinh") == Roles{"former nguyên giám đốc @ Sở Xây dựng Hà Nội"});
}

TEST_CASE("whom somebody talks with is not he") {
  Read r(
      "Trao đổi với PV, ông Lê Văn Tám cho biết cầu sẽ được sửa. Theo giám đốc Sở Y tế, bà Trần Thị Lan đã khỏi bệnh.");
  CHECK(roles_of(r, "Lê Văn Tám").empty());
}

TEST_CASE("a title with its field, and two titles of one person") {
  Read r(
      "Chuyến thăm\n\nBộ trưởng Thương mại Mỹ Wilbur Ross tới Hà Nội hôm qua. Phó thủ tướng, Bộ trưởng Ngoại giao Phạm "
      "Bình "
      "Minh đón ông tại sân bay.");
  CHECK(roles_of(r, "Wilbur Ross") == Roles{"Bộ trưởng Thương mại @ Mỹ"});
  auto two = roles_of(r, "Phạm Bình Minh");
  CHECK(two.size() == 2);
}

TEST_CASE("a title begins with a word") {
  Read r("Chính quyền Tổng thống Jorge Batlle tăng thuế. Quyền Thủ tướng Trần Văn Lợi phản đối việc này.");
  CHECK(roles_of(r, "Jorge Batlle") == Roles{"Tổng thống"});
  CHECK(roles_of(r, "Trần Văn Lợi") == Roles{"Quyền Thủ tướng"});
}

TEST_CASE("the adviser of somebody is somebody else") {
  Read r("Ông Lê Văn Tám từng là cố vấn an ninh quốc gia của Tổng thống Jorge Batlle trong ba năm.");
  CHECK(roles_of(r, "Jorge Batlle") == Roles{"Tổng thống"});
  Read bare("Bà Chín gặp cố vấn an ninh của Jorge Batlle tại Montevideo.");
  CHECK(roles_of(bare, "Jorge Batlle").empty());
}

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

TEST_CASE("a title before a country and its holder is no reference") {
  Read r("Tổng thống Mỹ Donald Trump tới Hà Nội hôm qua. Theo Reuters, Tổng thống Mỹ Donald Trump sẽ ở lại hai ngày.");
  CHECK(r.of("Tổng thống") == none);
  CHECK(r.of("Tổng thống", 2) == none);
}

TEST_CASE("a common noun stands for what is of its kind") {
  Read r(
      "Dừng thu phí\n\nTổng cục Đường bộ yêu cầu Công ty Cầu Vàng dừng thu phí. Sau khi nhận văn bản của Tổng cục "
      "Đường bộ, "
      "công ty này sửa mặt đường.\n\nNhật Bản cấp vốn cho thành phố Marawi. Theo kế hoạch, nước này sẽ cử chuyên gia "
      "tới.");
  CHECK(r.of("công ty này") != r.of("Tổng cục Đường bộ"));
  CHECK(r.of("nước này") != r.of("Marawi"));
}

TEST_CASE("who once held a post is somebody just named, unless there are several or the phrase goes on") {
  Read r(
      "Sao Mai đổi chủ\n\nGiám đốc điều hành Lê Thu Hà của hãng Biển Xanh cho biết thương vụ đã xong. Ngay sau tin "
      "Trần "
      "Quốc Hưng rời Sao Mai, hàng chục kỹ sư nộp đơn và theo chân cựu CEO sang hãng mới.\n\nCuộc gặp còn có nhiều cựu "
      "giám đốc dự. Một cựu chủ tịch phát biểu khai mạc.");
  CHECK(r.name(r.of("cựu CEO")) == "Trần Quốc Hưng");
  CHECK(r.of("cựu giám đốc") == none);
  CHECK(r.of("cựu chủ tịch") == none);
}

TEST_CASE("a relative is not the one whom the article is about") {
  Read r(
      "Công an huyện tạm giữ Phan Văn Lực để điều tra vụ cháy nhà.\n\nTrưa hôm đó, Lực bỏ đi khỏi nhà. Về tới nơi, "
      "người "
      "cha dượng thấy khói bốc lên từ gian bếp. Người này gọi hàng xóm tới giúp.");
  CHECK(r.of("người cha dượng") == none);
}

TEST_CASE("what follows a name is no part of its short form") {
  Read r("Toà tuyên án Timothy Hill Jr. hôm qua. Hill nói sẽ kháng cáo.");
  CHECK(r.of("Hill", 2) != none);
  CHECK(r.of("Hill", 2) == r.article.mentions.front().entity);
}

TEST_CASE("who tells his own story is nobody named later") {
  Read r("Tôi vừa đọc xong một cuốn sách của Đỗ Thị Thu. Tôi rất thích cuốn sách.");
  CHECK(r.of("Tôi") == none);
}
