#include "names/value_tagger.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/analysis.h"
#include "text/text_reader.h"

using namespace ailamgi;

namespace {

// "TIME hôm qua = 2019-03-05" of each value, in order.
std::vector<std::string> values_of(std::string_view text, std::string date = "2019-03-06") {
  static const auto reader = TextReader::open(support::model());
  static const auto tagger = ValueTagger::open(support::model());
  REQUIRE(reader);
  REQUIRE(tagger);
  Article a;
  a.date = std::move(date);
  reader->read(support::to_utf16(text), a);
  tagger->run(a);
  constexpr const char* types[] = {"TIME ", "MONEY ", "PERCENT "};
  std::vector<std::string> out;
  for (const Value& v : a.values) {
    out.push_back(types[static_cast<size_t>(v.type)] + support::to_utf8(a.view(v.span)) + " = " + v.normalised);
  }
  return out;
}

// The one value of a sentence that holds nothing else.
std::string value_of(std::string_view phrase, std::string date = "2019-03-06") {
  auto values = values_of("Theo báo cáo, " + std::string(phrase) + " có một cuộc họp.", std::move(date));
  return values.size() == 1 ? values[0] : "not one value but " + std::to_string(values.size());
}

}  // namespace

TEST_CASE("days are resolved against the article's") {
  CHECK(value_of("hôm qua") == "TIME hôm qua = 2019-03-05");
  CHECK(value_of("sáng nay") == "TIME sáng nay = 2019-03-06");
  CHECK(value_of("ngày mai") == "TIME ngày mai = 2019-03-07");
  CHECK(value_of("ngày 3-9", "2018-09-04") == "TIME ngày 3-9 = 2018-09-03");
  CHECK(value_of("vào 20/11", "2023-11-21") == "TIME 20/11 = 2023-11-20");
  CHECK(value_of("khoảng 3h30 sáng 12/5", "2018-05-13") == "TIME khoảng 3h30 sáng 12/5 = 2018-05-12T03:30");
  CHECK(value_of("chiều 7/8", "2018-08-08").starts_with("TIME chiều 7/8 = 2018-08-07"));
}

TEST_CASE("without the article's day, what is not said stays open") {
  CHECK(value_of("ngày 20/11", "") == "TIME ngày 20/11 = XXXX-11-20");
  CHECK(value_of("hôm qua", "") == "TIME hôm qua = ");
  CHECK(value_of("ngày 17/10/2017", "") == "TIME ngày 17/10/2017 = 2017-10-17");
}

TEST_CASE("months, quarters, years, decades") {
  CHECK(value_of("tháng 10/2017") == "TIME tháng 10/2017 = 2017-10");
  CHECK(value_of("quý I/2018") == "TIME quý I/2018 = 2018-33");
  CHECK(value_of("năm 1969") == "TIME năm 1969 = 1969");
  CHECK(value_of("năm Kỷ Hợi") == "TIME năm Kỷ Hợi = 2019");
  CHECK(value_of("thập niên 1990") == "TIME thập niên 1990 = 199X");
  CHECK(value_of("năm ngoái") == "TIME năm ngoái = 2018");
}

TEST_CASE("weeks and weekdays") {
  CHECK(value_of("tuần trước") == "TIME tuần trước = 2019-W09");
  // 6 March 2019 was a Wednesday.
  CHECK(value_of("thứ Hai").starts_with("TIME thứ Hai = 2019-03-04"));
}

TEST_CASE("durations are no times") {
  CHECK(values_of("Bị cáo lĩnh 18 tháng tù sau 3 năm điều tra.").empty());
}

TEST_CASE("sums of money in any currency") {
  CHECK(value_of("7.270 tỉ đồng") == "MONEY 7.270 tỉ đồng = 7270000000000 VND");
  CHECK(value_of("126 triệu đồng") == "MONEY 126 triệu đồng = 126000000 VND");
  CHECK(value_of("1,5 triệu won") == "MONEY 1,5 triệu won = 1500000 KRW");
  CHECK(value_of("3,2 tỷ USD") == "MONEY 3,2 tỷ USD = 3200000000 USD");
  CHECK(value_of("500.000 đồng VN") == "MONEY 500.000 đồng VN = 500000 VND");
}

TEST_CASE("a heap of money has no number, or a range") {
  auto heap = value_of("hàng chục tỷ USD");
  CHECK(heap.starts_with("MONEY hàng chục tỷ USD = "));
  CHECK(heap.find("= 10") == std::string::npos);
}

TEST_CASE("the country of a currency is no name") {
  const Article a = support::analyze(
      u"Công ty lỗ lớn\n\nCông ty Sao Bắc vừa báo lỗ 276 triệu đô la Mỹ vì đầu tư vào khách sạn ở Mỹ.");
  REQUIRE(a.values.size() == 1);
  CHECK(a.values[0].normalised == "276000000 USD");
  int countries = 0;
  for (const Mention& m : a.mentions) countries += a.view(m.span) == u"Mỹ";
  CHECK(countries == 1);
}

TEST_CASE("percentages") {
  CHECK(value_of("6,7%") == "PERCENT 6,7% = 6.7");
  CHECK(value_of("20 phần trăm") == "PERCENT 20 phần trăm = 20");
}
