#include "text/page_date.h"

#include <array>

#include "text/fold.h"

namespace ailamgi {
namespace {

std::string as_day(uint32_t year, uint32_t month, uint32_t day) {
  constexpr std::array<uint32_t, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days[month - 1]) return {};
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2 && day == 29 && !leap) return {};
  auto two = [](uint32_t n) { return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; };
  return two(year / 100) + two(year % 100) + '-' + two(month) + '-' + two(day);
}

}  // namespace

std::string page_date(std::u16string_view text, std::span<const Syllable> syllables) {
  // The last three numbers met; they make a date however they are joined, as long as only few letters stand between.
  std::array<uint32_t, 3> numbers{};
  for (const Syllable& s : syllables) {
    if (s.shape != Shape::number) continue;
    for (uint32_t i = s.span.start; i < s.span.end;) {
      if (!is_digit(text[i])) {
        ++i;
        continue;
      }
      uint32_t n = 0, digits = 0;
      for (; i < s.span.end && is_digit(text[i]); ++i) {
        n = digits < 8 ? n * 10 + static_cast<uint32_t>(text[i] - u'0') : n;
        ++digits;
      }
      numbers = {numbers[1], numbers[2], digits <= 4 ? n : 0};
      std::string day = as_day(numbers[2], numbers[1], numbers[0]);
      if (day.empty()) day = as_day(numbers[0], numbers[1], numbers[2]);
      if (!day.empty()) return day;
    }
  }
  return {};
}

}  // namespace ailamgi
