#include "text/page_date.h"

#include <array>

#include "text/calendar.h"
#include "text/fold.h"

namespace ailamgi {
namespace {

// A day that a newspaper may have appeared on.
std::string as_day(uint32_t year, uint32_t month, uint32_t day) {
  CivilDay d{static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)};
  return year >= 1900 && year <= 2199 && is_valid(d) ? iso_day(d) : std::string();
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
