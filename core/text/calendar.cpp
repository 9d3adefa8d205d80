#include "text/calendar.h"

namespace ailamgi {

std::optional<CivilDay> read_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  int fields[3] = {0, 0, 0};
  constexpr int begin[] = {0, 5, 8}, end[] = {4, 7, 10};
  for (int f = 0; f < 3; ++f) {
    for (int i = begin[f]; i < end[f]; ++i) {
      char c = text[static_cast<size_t>(i)];
      if (c < '0' || c > '9') return {};
      fields[f] = fields[f] * 10 + (c - '0');
    }
  }
  CivilDay day{fields[0], fields[1], fields[2]};
  if (!is_valid(day)) return {};
  return day;
}

std::string iso_day(CivilDay day) {
  return padded(day.year, 4) + '-' + padded(day.month, 2) + '-' + padded(day.day, 2);
}

std::string iso_week(int32_t days) {
  int32_t thursday = days - weekday_of(days) + 4;
  int year = to_civil(thursday).year;
  int week = (thursday - to_days({year, 1, 1})) / 7 + 1;
  return padded(year, 4) + "-W" + padded(week, 2);
}

std::string padded(int number, int width) {
  std::string s = std::to_string(number);
  if (static_cast<int>(s.size()) < width) s.insert(0, static_cast<size_t>(width) - s.size(), '0');
  return s;
}

}  // namespace ailamgi
