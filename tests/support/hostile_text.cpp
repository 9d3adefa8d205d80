#include "support/hostile_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ailamgi::support {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view initials[] = {"b",  "c", "ch", "d",  "đ",  "g",   "gh", "gi", "h",  "k",
                                         "kh", "l", "m",  "n",  "ng", "ngh", "nh", "p",  "ph", "qu",
                                         "r",  "s", "t",  "th", "tr", "v",   "x",  "Đ",  "Ng", "Th"};
constexpr std::string_view rhymes[] = {"a",    "à",  "án", "ai", "ao",  "ăn",  "ắt",  "âu", "ấy",   "ẫn",
                                       "e",    "ẹp", "ê",  "ến", "iệt", "inh", "oa",  "oà", "òa",   "oán",
                                       "ong",  "ộc", "ôi", "ổn", "ơ",   "ờn",  "uân", "úc", "uệ",   "ươi",
                                       "ướng", "ưu", "uy", "ủy", "uỷ",  "yễn", "ỵ",   "ỳ",  "iếng", "o"};
constexpr std::string_view phrases[] = {"ông",         "bà",
                                        "anh ta",      "họ",
                                        "hãng",        "công ty này",
                                        "ông này",     "cựu CEO",
                                        "Chủ tịch",    "Thủ tướng",
                                        "giám đốc",    "phó",
                                        "nói",         "cho biết",
                                        "khẳng định",  "theo",
                                        "cho rằng",    "tuyên bố",
                                        "phủ nhận",    "không",
                                        "chưa",        "sẽ",
                                        "đã",          "đang",
                                        "bị",          "được",
                                        "có thể",      "dự kiến",
                                        "nếu",         "và",
                                        "nhưng",       "của",
                                        "tại",         "ở",
                                        "trong",       "ngày",
                                        "tháng 11",    "năm 2023",
                                        "hôm qua",     "sáng 12/5",
                                        "thứ hai",     "20/11/2023",
                                        "7h30",        "7.270 tỉ đồng",
                                        "6,7%",        "100 USD",
                                        "hàng chục",   "một phần ba",
                                        "Hà Nội",      "TP. HCM",
                                        "TP HCM",      "Việt Nam",
                                        "Microsoft",   "Nguyễn Văn An",
                                        "Trần Thị B.", "UBND",
                                        "Bộ Y tế",     "Ảnh:",
                                        "Xem thêm:",   "Theo",
                                        "PV",          "(TTXVN)",
                                        "VnExpress",   "|",
                                        "iPhone 15",   "F0",
                                        "GMT+7",       "http://a.vn/x?y=1",
                                        "a@b.vn",      "1.",
                                        "a)",          "Jean-Michel",
                                        "khi nào",     "ở đâu",
                                        "đã làm gì",   "Ai"};
constexpr std::string_view marks[] = {"\"", "“", "”",  "„",   "«", "»", "‘", "’",  "'", "(",    ")",  "[", "]", "{",
                                      "}",  ".", "..", "...", "…", "!", "?", "。", ",", ";",    ":",  "-", "–", "—",
                                      "/",  "|", "•",  "%",   "$", "#", "@", "&",  "*", "\"\"", "“”", "?!"};
constexpr std::string_view oddities[] = {"\u0300"sv,
                                         "\u0301"sv,
                                         "\u0323"sv,
                                         "\u0302\u0301"sv,
                                         "\u031B"sv,
                                         "\u0344"sv,
                                         "\u200B"sv,
                                         "\u200E"sv,
                                         "\u202A"sv,
                                         "\u202E"sv,
                                         "\u2066"sv,
                                         "\u2069"sv,
                                         "\u061C"sv,
                                         "\uFEFF"sv,
                                         "\u00A0"sv,
                                         "\u3000"sv,
                                         "\u00AD"sv,
                                         "\0"sv,
                                         "\x1B"sv,
                                         "\x7F"sv,
                                         "\u0085"sv,
                                         "\u2028"sv,
                                         "\u2029"sv,
                                         "😀"sv,
                                         "👩‍👩‍👧"sv,
                                         "\U0001D160"sv,
                                         "\xED\xA0\x80"sv,
                                         "\xED\xB0\x80"sv,
                                         "\xC3"sv,
                                         "\x80"sv,
                                         "\xFE"sv,
                                         "한글"sv,
                                         "中文"sv,
                                         "\u0958"sv};

// Where characters begin: every byte that continues none.
size_t boundary(std::string_view s, size_t at) {
  while (at < s.size() && (static_cast<uint8_t>(s[at]) & 0xC0) == 0x80) ++at;
  return at;
}

template <size_t N>
std::string one_of(Random& random, const std::string_view (&from)[N]) {
  return std::string(from[below(random, N)]);
}

std::string syllable(Random& random) {
  return one_of(random, initials) + one_of(random, rhymes);
}

std::string phrase(Random& random) {
  return one_of(random, phrases);
}

std::string mark(Random& random) {
  return one_of(random, marks);
}

std::string oddity(Random& random) {
  return one_of(random, oddities);
}

std::string number(Random& random) {
  std::string s;
  for (size_t n = 1 + below(random, below(random, 16) == 0 ? 60 : 5); n > 0; --n) {
    s += static_cast<char>('0' + random() % 10);
    if (n > 1 && below(random, 4) == 0) s += ".,/:-hg "[below(random, 8)];
  }
  return s;
}

std::string repeated(const std::string& s, size_t most) {
  std::string out;
  while (!s.empty() && out.size() + s.size() <= most) out += s;
  return out;
}

}  // namespace

std::string piece(Random& random, size_t room) {
  switch (below(random, 12)) {
    case 0:
    case 1:
      return syllable(random) + " ";
    case 2:
    case 3:
    case 4:
      return phrase(random) + " ";
    case 5:
    case 6:
      return mark(random);
    case 7:
      return " " + number(random);
    case 8:
      return oddity(random);
    case 9:
      return below(random, 2) == 0 ? "\n" : "\n\n";
    case 10: {  // nesting, and rows of the same mark
      std::string s = mark(random);
      if (below(random, 2) == 0) s += syllable(random) + " ";
      return repeated(s, std::min(room, size_t{4} << below(random, 12)));
    }
    default: {  // one huge token, or a heap of combining marks
      std::string s = below(random, 3) == 0   ? oddity(random)
                      : below(random, 2) == 0 ? syllable(random)
                                              : number(random);
      return repeated(s, std::min(room, size_t{4} << below(random, 12)));
    }
  }
}

void change_text(std::string& s, size_t max, Random& random) {
  size_t room = max > s.size() ? max - s.size() : 0;
  size_t from = boundary(s, below(random, s.size() + 1));
  size_t to = boundary(s, std::min(s.size(), from + below(random, size_t{2} << below(random, 8))));
  switch (below(random, 9)) {
    case 0:
      s.erase(from, to - from);
      break;
    case 1: {  // say it again elsewhere
      std::string part = s.substr(from, std::min(to - from, room));
      s.insert(boundary(s, below(random, s.size() + 1)), part);
      break;
    }
    case 2: {  // in brackets or quotes
      static constexpr std::array<std::pair<const char*, const char*>, 6> around = {
          {{"“", "”"}, {"\"", "\""}, {"(", ")"}, {"«", "»"}, {"‘", "’"}, {"\n\n", "\n\n"}}};
      auto [open, close] = around[below(random, around.size())];
      s.insert(to, close);
      s.insert(from, open);
      break;
    }
    case 3:
      s.replace(from, to - from, piece(random, room));
      break;
    case 4: {  // words change places
      size_t other = boundary(s, below(random, s.size() + 1));
      if (other > to)
        std::rotate(s.begin() + static_cast<std::ptrdiff_t>(from), s.begin() + static_cast<std::ptrdiff_t>(to),
                    s.begin() + static_cast<std::ptrdiff_t>(other));
      break;
    }
    default:
      s.insert(from, piece(random, room));
  }
  if (s.size() > max) s.resize(max);
}

std::vector<std::string> all_pieces() {
  std::vector<std::string> all;
  for (std::string_view s : phrases) all.emplace_back(s);
  for (std::string_view s : marks) all.emplace_back(s);
  for (std::string_view s : oddities) all.emplace_back(s);
  return all;
}

}  // namespace ailamgi::support
