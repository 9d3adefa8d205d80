#include "events/events.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "events/pairing.h"
#include "support/analysis.h"

using namespace ailamgi;

namespace {

struct Told {
  Article article;
  explicit Told(std::u16string_view text) : article(support::analyze(text)) {}
  // The first event whose act holds `words`, null when there is none.
  const Event* find(std::u16string_view words) const {
    for (const Event& e : article.events) {
      if (article.view(e.did).find(words) != std::u16string_view::npos) return &e;
    }
    return nullptr;
  }
  const Event& at(std::u16string_view words) const {
    const Event* found = find(words);
    REQUIRE(found != nullptr);
    return *found;
  }
  std::u16string_view name_of(const Argument& a) const {
    REQUIRE(a.entity != none);
    return article.view(article.entities[static_cast<size_t>(a.entity)].name);
  }
  std::u16string_view view(const Argument& a) const { return article.view(a.span); }
};

bool holds(std::u16string_view text, std::u16string_view part) {
  return text.find(part) != std::u16string_view::npos;
}

}  // namespace

TEST_CASE("who did what, when and where") {
  Told t(u"Hôm qua, ông Nguyễn Văn Bình khánh thành một cây cầu mới tại Cần Thơ.");
  const Event& e = t.at(u"khánh thành");
  CHECK(holds(t.view(e.who), u"Nguyễn Văn Bình"));
  CHECK(holds(t.view(e.what), u"một cây cầu mới"));
  CHECK(t.view(e.when) == u"Hôm qua");
  CHECK(e.mode == Mode::fact);
  CHECK_FALSE(e.negated);
  CHECK_FALSE(e.passive);
}

TEST_CASE("a vice director is no director, and hundreds are not a hundred") {
  Told vice(u"Phó giám đốc Sở Y tế Nguyễn Văn An cho biết bệnh viện sẽ mở cửa lại.");
  const Event& said = vice.at(u"cho biết");
  CHECK(holds(vice.view(said.who), u"Phó giám đốc"));
  Told deputy(u"Phó thủ tướng Nguyễn Văn An sau đó đề nghị công an điều tra vụ việc.");
  const Event& asked = deputy.at(u"đề nghị");
  CHECK(holds(deputy.view(asked.who), u"Phó thủ tướng"));
  Told many(u"Sáng 5/3, hàng trăm công nhân Nhà máy Sông Xanh đã ký đơn kiến nghị.");
  const Event& signed_ = many.at(u"ký");
  CHECK(holds(many.view(signed_.who), u"hàng trăm công nhân"));
}

TEST_CASE("what is said to have happened is not told as a fact") {
  for (auto text :
       {u"Bà Trần Thị Hoa được cho là đã gặp một nhà báo tại Huế.",
        u"Bà Trần Thị Hoa bị nghi đã gặp một nhà báo tại Huế.", u"Bà Trần Thị Hoa có thể đã gặp một nhà báo tại Huế.",
        u"Bà Trần Thị Hoa dường như đã gặp một nhà báo tại Huế."}) {
    Told t(text);
    const Event& e = t.at(u"gặp");
    CHECK(e.mode == Mode::maybe);
  }
}

TEST_CASE("what is planned or ordered is not told as done") {
  for (auto text : {u"Công ty Sao Mai sẽ xây một nhà máy tại Huế.", u"Công ty Sao Mai dự định xây một nhà máy tại Huế.",
                    u"Công ty Sao Mai muốn xây một nhà máy tại Huế."}) {
    Told t(text);
    const Event& e = t.at(u"xây");
    CHECK(e.mode == Mode::plan);
  }
}

TEST_CASE("many people are not the people") {
  Told t(u"Rất nhiều người dân xã Sông Xanh đã ký đơn kiến nghị.");
  CHECK(t.view(t.at(u"ký").who).starts_with(u"Rất nhiều người dân"));
  Told none_left_out(u"Nhiều hộ dân bị công an phường phạt tiền.");
  CHECK(holds(none_left_out.view(none_left_out.at(u"phạt").what), u"Nhiều hộ dân"));
}

TEST_CASE("a pronoun after a preposition is no part of who acts") {
  Told t(u"Theo đó người dân xã Sông Xanh ký đơn kiến nghị.");
  CHECK(t.view(t.at(u"ký").who).starts_with(u"người dân"));
}

TEST_CASE("a place ends where somebody acts, and what is said keeps its time to itself") {
  Told t(u"Sáng 5/3, tại Hà Nội, Công ty Sao Mai ký hợp đồng với Công ty Sông Xanh.");
  CHECK(t.view(t.at(u"ký").where) == u"tại Hà Nội");
  Told later(u"Bà Lê Thị Mận mở quán phở tại Huế trong thời gian tới và người dân sẽ ghé quán.");
  CHECK(later.view(later.at(u"mở").where).find(u"thời gian") == std::u16string_view::npos);
  CHECK(later.view(later.at(u"mở").when).find(u"người dân") == std::u16string_view::npos);
  Told said(u"Ông Lê Minh Đức nói: “Người dân hôm nay đã có nước sạch để dùng”.");
  CHECK_FALSE(said.at(u"nói").when.present());
}

TEST_CASE("only what is said goes on behind a comma") {
  Told t(u"Sau khi ông Lê Minh Đức lên tiếng, Công ty Sao Mai đã xin lỗi khách hàng.");
  CHECK(t.at(u"xin lỗi").mode == Mode::fact);
  CHECK_FALSE(t.at(u"lên tiếng").what.present());
  Told said(u"Ông Lê Minh Đức cho biết, công ty sẽ xin lỗi khách hàng.");
  CHECK(holds(said.view(said.at(u"cho biết").what), u"công ty sẽ xin lỗi khách hàng"));
}

TEST_CASE("what is told in a clause of time ends before the main clause") {
  Told t(u"Khi công an giải thích thì nhiều người dân đã ném đá vào lực lượng chức năng.");
  if (const Event* e = t.find(u"giải thích")) CHECK_FALSE(holds(t.view(e->what), u"ném đá"));
}

TEST_CASE("a place that opens a sentence reaches to its comma") {
  Told t(u"Tại buổi họp báo sáng nay, ông Lê Minh Đức cho biết công ty sẽ xin lỗi khách hàng.");
  const Event& e = t.at(u"cho biết");
  if (e.where.present()) CHECK(t.view(e.where) == u"Tại buổi họp báo");
}

TEST_CASE("a sum of money does nothing") {
  Told t(u"Các tài xế đưa tiền lẻ 200, 500, 1.000 đồng bỏ vào chai nhựa khi qua trạm thu phí.");
  for (const Event& e : t.article.events) CHECK(t.view(e.who) != u"1.000 đồng");
}

TEST_CASE("a name that sounds like a rumour is none") {
  Told t(u"Đồn Biên phòng Cảng Chân Mây đã huy động lực lượng tìm kiếm nạn nhân.");
  CHECK(t.at(u"huy động").mode == Mode::fact);
}

TEST_CASE("what may not have happened is denied, and no fact") {
  Told t(u"Công ty Sao Mai có thể không ký hợp đồng với Công ty Sông Xanh.");
  CHECK(t.at(u"ký").negated);
  CHECK(t.at(u"ký").mode == Mode::maybe);
}

TEST_CASE("a wish is no deed of those of whom it is wished") {
  Told t(u"Ông Lê Minh Đức muốn Công ty Sao Mai xin lỗi khách hàng.");
  CHECK(t.at(u"xin lỗi").mode == Mode::plan);
  Told seen(u"Bà Lan không muốn thấy con trai chết.");
  CHECK(seen.at(u"chết").mode == Mode::plan);
}

TEST_CASE("what is done to somebody twice is not done by him the second time") {
  Told t(u"Anh Nam và chị Lan bất ngờ bị tạt axit, cắt gân chân.");
  CHECK(t.at(u"tạt").passive);
  CHECK(t.at(u"cắt").passive);
  CHECK(holds(t.view(t.at(u"cắt").what), u"Anh Nam và chị Lan"));
}

TEST_CASE("a government named after somebody is not he") {
  Told t(u"Chính quyền Trump tiếp tục yêu cầu Trung Quốc nhượng bộ. Tổng thống Trump đã gặp các nghị sĩ.");
  const Argument& who = t.at(u"yêu cầu").who;
  REQUIRE(who.entity != none);
  CHECK(t.article.entities[static_cast<size_t>(who.entity)].type == EntityType::organization);
}

TEST_CASE("an order is not yet carried out") {
  Told t(u"Bộ Ngoại giao chỉ đạo Đại sứ quán Việt Nam tại Lào cử cán bộ túc trực.");
  CHECK(t.at(u"chỉ đạo").mode == Mode::fact);
  CHECK(t.at(u"cử").mode == Mode::plan);
}

TEST_CASE("what a suspect is told to have done is no guess") {
  Told t(u"Nghi phạm đã bỏ trốn khỏi hiện trường.");
  CHECK(t.at(u"bỏ trốn").mode == Mode::fact);
}

TEST_CASE("nothing is done inside a name") {
  Told t(u"Hai trạm thu phí BOT Sông Xanh sẽ xả trạm đêm giao thừa.");
  CHECK(t.at(u"xả").mode == Mode::plan);
  CHECK(t.find(u"thu") == nullptr);
  Told writer(u"Nhà viết kịch Phan Văn Lực vừa ra mắt vở diễn mới.");
  CHECK(writer.find(u"viết") == nullptr);
}

TEST_CASE("what is denied is told as denied") {
  for (auto text : {u"Ông Lê Minh Đức không ký hợp đồng với Công ty Sao Mai.",
                    u"Ông Lê Minh Đức chưa ký hợp đồng với Công ty Sao Mai."}) {
    Told t(text);
    const Event& e = t.at(u"ký");
    CHECK(e.negated);
  }
}

TEST_CASE("a passive is turned round") {
  Told t(u"Ông Lê Minh Đức bị công an Hà Nội bắt hôm 3/5.");
  const Event& e = t.at(u"bắt");
  CHECK(e.passive);
  CHECK(holds(t.view(e.who), u"công an"));
  CHECK(holds(t.view(e.what), u"Lê Minh Đức"));
}

TEST_CASE("nobody is made up for a passive without an agent") {
  Told t(u"Ông Lê Minh Đức bị bắt hôm 3/5.");
  const Event& e = t.at(u"bắt");
  CHECK(e.passive);
  CHECK_FALSE(e.who.present());
}

TEST_CASE("a report keeps its source") {
  Told t(u"Theo Reuters, Công ty Sao Mai đã bán hai nhà máy cho một tập đoàn Nhật Bản.");
  const Event& e = t.at(u"bán");
  CHECK(t.view(e.source) == u"Reuters");
}

TEST_CASE("what a source without a name tells of somebody is that one's deed") {
  Told t(
      u"Dự án mới của Sao Mai\n\nÔng Trần Quốc Hưng rời Công ty Sao Mai hôm thứ Sáu.\n\nNguồn tin cho biết ông Hưng đã "
      u"bàn bạc "
      u"với một số xưởng đóng tàu về con tàu chạy điện.");
  const Event& e = t.at(u"bàn bạc");
  CHECK(holds(t.view(e.who), u"Hưng"));
  CHECK(holds(t.view(e.source), u"Nguồn tin"));
}

TEST_CASE("a paper that reports is the source") {
  Told t(u"Quân đội Syria bắn rơi một máy bay, AFP đưa tin.");
  const Event& e = t.at(u"bắn rơi");
  CHECK(t.view(e.source) == u"AFP");
}

TEST_CASE("a paper that reports is not joined with whom the deed was done to") {
  Told t(u"Hôm qua, tài xế đã mắng hai hành khách và cầm gậy doạ đánh họ, Reuters đưa tin.");
  for (const Event& e : t.article.events) CHECK_FALSE(holds(t.view(e.source), u"họ"));
}

TEST_CASE("whoever says I is who speaks") {
  Told t(u"“Tôi đã bán hai con bò để mua thuốc cho mẹ”, bà Trần Thị Hoa nói.");
  const Event& e = t.at(u"bán");
  REQUIRE(e.who.present());
  CHECK(t.name_of(e.who) == u"Trần Thị Hoa");
}

TEST_CASE("who speaks may stand behind the word of saying, and all of the quotation is said") {
  Told t(
      u"Đường đèo sắp thông\n\nCông ty Sao Mai sửa đường từ tháng 3. “Con đường này sẽ mở lại vào mùa xuân,” nói Greg "
      u"Brown, "
      u"giám đốc của Sao Mai, người đã đến Huế cùng với kỹ sư Lê Minh Đức.");
  const Event& e = t.at(u"nói");
  CHECK(t.name_of(e.who) == u"Greg Brown");
  CHECK(t.view(e.what) == u"Con đường này sẽ mở lại vào mùa xuân,");
}

TEST_CASE("a second verb has the agent of the first") {
  Told t(u"Ông Lê Minh Đức rời Hà Nội, đến Huế và gặp các kỹ sư.");
  const Event& e = t.at(u"gặp");
  CHECK(holds(t.view(e.who), u"Lê Minh Đức"));
  CHECK(e.who.implicit);
}

TEST_CASE("a second verb does not take an agent from before the first") {
  Told t(
      u"Ngay sau khi bà Trần Thị Hoa rời công ty Sông Xanh, hàng trăm công nhân nhà máy đã viết đơn, đòi tăng lương.");
  const Event& e = t.at(u"đòi");
  CHECK(holds(t.view(e.who), u"công nhân"));
}

TEST_CASE("whom a name only tells apart is not the one named") {
  Told t(u"Bà Trần Thị Hoa sống ở Huế. Chồng bà này đã lái xe đến Đà Nẵng. Con trai bà Hoa đã bán hai con bò.");
  for (auto words : {u"lái xe", u"bán"}) {
    const Event& e = t.at(words);
    REQUIRE(e.who.present());
    CHECK(e.who.entity == none);
  }
}

TEST_CASE("a name that says more about the noun before it does not act") {
  Told t(u"Chính phủ Nhật Bản phản đối. Máy bay Nhật Bản đã hạ cánh tại sân bay Nội Bài hôm 3/5.");
  const Event& e = t.at(u"hạ cánh");
  CHECK(holds(t.view(e.who), u"Máy bay"));
  CHECK(e.who.entity == none);
}

TEST_CASE("what was stopped is not told as done") {
  Told t(u"Công ty Sao Mai đã ngừng bán thuốc lá từ năm 2015.");
  const Event& e = t.at(u"bán");
  CHECK(t.article.view(e.did) == u"ngừng bán");
  CHECK(holds(t.view(e.what), u"thuốc lá"));
}

TEST_CASE("what was received was not done to anybody") {
  Told t(u"Hôm 3/5, bà Trần Thị Hoa nhận được thông báo của Ngân hàng Sao Mai.");
  const Event& e = t.at(u"nhận");
  CHECK_FALSE(e.passive);
  CHECK(holds(t.view(e.who), u"Hoa"));
  for (const Event& other : t.article.events) CHECK_FALSE(other.passive);
}

TEST_CASE("the mark of the passive reaches coordinated verbs, and past a named agent") {
  Told t(u"Ông Lê Minh Đức bị bắt giữ và tra khảo. Bà Trần Thị Hoa bị Cục Hàng không Việt Nam cấm bay trong một năm.");
  CHECK(t.at(u"tra khảo").passive);
  const Event& e = t.at(u"cấm");
  CHECK(e.passive);
  CHECK(holds(t.view(e.who), u"Cục Hàng không"));
  CHECK(holds(t.view(e.what), u"Hoa"));
}

TEST_CASE("a passive has its mark and what finishes it") {
  Told t(u"Ông Lê Minh Đức bị công an Hà Nội bắt vì trộm hai chiếc xe.");
  const Event& e = t.at(u"bắt");
  CHECK(e.passive);
  CHECK(t.article.view(e.mark) == u"bị");
  CHECK(t.article.view(e.complement) == u"vì trộm hai chiếc xe");
  REQUIRE_FALSE(t.article.summary.empty());
  CHECK(t.article.summary[0].text == u"Ông Lê Minh Đức bị công an Hà Nội bắt vì trộm hai chiếc xe.");
}

TEST_CASE("brackets and quotation marks have their partners") {
  Told t(
      u"Bà Trần Thị Hoa đã bán căn nhà ở Huế (rộng 40 m2) cho một người quen. Công ty Sao Mai tặng bà chiếc xe \"Gió "
      u"Mới\".");
  for (const Event& e : t.article.events) {
    auto what = t.view(e.what);
    CHECK(std::count(what.begin(), what.end(), u'(') == std::count(what.begin(), what.end(), u')'));
    CHECK(std::count(what.begin(), what.end(), u'"') % 2 == 0);
  }
}

TEST_CASE("a bracket that is left open within a span is cut off") {
  constexpr std::u16string_view text = u"bắt ông Khải (bút danh Hà Khải, 29 tuổi) hôm qua";
  auto cut = [&](uint32_t start, uint32_t end) {
    return text.substr(start, events::paired(text, {start, end}).size());
  };
  CHECK(cut(4, 30) == u"ông Khải");
  CHECK(cut(4, 40) == u"ông Khải (bút danh Hà Khải, 29 tuổi)");
  CHECK(cut(4, 12) == u"ông Khải");
}

TEST_CASE("one sentence without end takes linear time") {
  std::u16string text;
  for (int i = 0; i < 3000; ++i) text += u"ông Nam nói bà Lan đã mua nhà ở Huế hôm qua và bán xe, ";
  support::analyze(text);
}

TEST_CASE("a passive is denied before its mark, however long the agent behind it") {
  Told t(u"Ông Lê Văn Nam xây nhà ở Hội An. Đến nay ngôi nhà chưa được Ủy ban nhân dân thành phố Hội An cấp phép.");
  const Event& e = t.at(u"cấp phép");
  CHECK(e.passive);
  CHECK(e.negated);
}
