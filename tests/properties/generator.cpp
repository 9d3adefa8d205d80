#include "generator.h"

#include "support/decode.h"

namespace ailamgi::properties {
namespace {

using support::below;
using support::change_text;
using support::Random;

template <size_t N>
std::string one_of(Random& random, const char* const (&from)[N]) {
  return from[below(random, N)];
}

std::string person(Random& random) {
  static constexpr const char* families[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Bùi", "Vũ"};
  static constexpr const char* middles[] = {"Văn", "Thị", "Hữu", "Minh", "Thu", "Quốc"};
  static constexpr const char* given[] = {"An", "Bình", "Hà", "Đức", "Lan", "Sơn", "Thủy", "Khôi", "Mai"};
  return one_of(random, families) + " " + one_of(random, middles) + " " + one_of(random, given);
}

std::string organisation(Random& random) {
  static constexpr const char* all[] = {"hãng Lạc Hồng", "Công ty Sao Mai",  "Ngân hàng Bình Lâm",
                                        "UBND quận 3",   "Đại học An Phú",   "Microsoft",
                                        "Bộ Y tế",       "TAND tỉnh Hòa Lạc"};
  return one_of(random, all);
}

std::string place(Random& random) {
  static constexpr const char* all[] = {"Hà Nội", "TP. HCM", "Đà Nẵng", "huyện Bình Lâm", "Pháp", "Paris", "sông Hồng"};
  return one_of(random, all);
}

std::string when(Random& random) {
  static constexpr const char* all[] = {
      "Hôm qua",       "Sáng 12/5", "Ngày 20/11/2023", "Tuần trước",   "Năm 2022",
      "Chiều thứ hai", "Lúc 7h30",  "Cuối tháng 2",    "Quý III/2021", "Đêm 30/12 rạng sáng 31/12"};
  return one_of(random, all);
}

std::string sum(Random& random) {
  static constexpr const char* units[] = {" tỉ đồng", " triệu USD", "%", " đồng", " nghìn euro"};
  std::string s = std::to_string(below(random, 2000));
  if (below(random, 3) == 0) s += "," + std::to_string(below(random, 10));
  return s + one_of(random, units);
}

std::string deed(Random& random) {
  static constexpr const char* verbs[] = {"mua", "bán", "phạt", "gặp", "thăm", "kiện", "ký hợp đồng với", "bổ nhiệm"};
  static constexpr const char* marks[] = {"", "đã ", "sẽ ", "không ", "chưa ", "bị ", "được ", "có thể ", "dự kiến "};
  return one_of(random, marks) + one_of(random, verbs) + " " +
         (below(random, 2) == 0 ? organisation(random) : person(random));
}

std::string someone(Random& random) {
  static constexpr const char* titles[] = {"Ông ", "Bà ", "Giám đốc ", "Cựu chủ tịch ", "Thủ tướng ", ""};
  static constexpr const char* again[] = {"Ông", "Bà", "Ông này", "Hãng này", "Công ty này", "Họ", "Cô"};
  return below(random, 3) == 0 ? one_of(random, again) : one_of(random, titles) + person(random);
}

std::string sentence(Random& random) {
  static constexpr const char* says[] = {"cho biết", "nói", "khẳng định", "phủ nhận", "tuyên bố"};
  static constexpr const char* pairs[][2] = {{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"‘", "’"}};
  switch (below(random, 7)) {
    case 0:
      return when(random) + ", " + person(random) + " " + deed(random) + " tại " + place(random) + " với giá " +
             sum(random) + ".";
    case 1:
    case 2: {
      const auto& marks = pairs[below(random, 4)];
      return someone(random) + " " + one_of(random, says) + ": " + marks[0] + "Chúng tôi " + deed(random) + "." +
             marks[1];
    }
    case 3: {
      const auto& marks = pairs[below(random, 4)];
      return std::string(marks[0]) + "Tôi " + deed(random) + marks[1] + ", " + someone(random) + " " +
             one_of(random, says) + ".";
    }
    case 4:
      return "Theo " + organisation(random) + ", " + person(random) + " " + deed(random) + ".";
    case 5:
      return someone(random) + " " + deed(random) + " (" + sum(random) + ") và " + deed(random) + "!";
    default:
      return someone(random) + ", người của " + organisation(random) + ", " + deed(random) + "?";
  }
}

std::string paragraph(Random& random) {
  static constexpr const char* furniture[] = {"Ảnh: TTXVN",
                                              "Xem thêm:",
                                              "Chia sẻ",
                                              "Bình luận (3)",
                                              "Nguyễn An | Thứ hai, 20/11/2023",
                                              "The company did not reply."};
  if (below(random, 8) == 0) return one_of(random, furniture);
  std::string text = sentence(random);
  for (size_t n = below(random, 4); n > 0; --n) text += " " + sentence(random);
  return text;
}

}  // namespace

std::string article(unsigned seed, unsigned n) {
  Random random(seed * 7919 + n + 1);
  random.discard(4);
  std::string text = person(random) + " " + deed(random);
  for (size_t paragraphs = 1 + below(random, 6); paragraphs > 0; --paragraphs) text += "\n\n" + paragraph(random);
  // Every third as it was written, the others changed more and more.
  for (size_t changes = below(random, 3) * below(random, 8); changes > 0; --changes)
    change_text(text, text.size() + 300, random);
  return text;
}

std::u16string units(const std::string& utf8) {
  return support::decode(reinterpret_cast<const uint8_t*>(utf8.data()), utf8.size());
}

}  // namespace ailamgi::properties
