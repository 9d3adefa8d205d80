// Days and the proleptic Gregorian calendar, in whole numbers (Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms"). Years from 0 to 9999.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ailamgi {

struct CivilDay {
  int year = 0, month = 0, day = 0;
  friend bool operator==(CivilDay, CivilDay) = default;
};

// Days since 1970-01-01, and back.
constexpr int32_t to_days(CivilDay d) {
  int y = d.year - (d.month <= 2);
  int era = (y >= 0 ? y : y - 399) / 400;
  int yoe = y - era * 400;
  int doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

constexpr CivilDay to_civil(int32_t days) {
  int z = days + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;
  int month = mp < 10 ? mp + 3 : mp - 9;
  return {yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

// 1 for Monday to 7 for Sunday.
constexpr int weekday_of(int32_t days) {
  return ((days % 7 + 7) % 7 + 3) % 7 + 1;
}

constexpr int days_in_month(int year, int month) {
  constexpr int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

constexpr bool is_valid(CivilDay d) {
  return d.year >= 0 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
         d.day <= days_in_month(d.year, d.month);
}

// Reads YYYY-MM-DD; nothing when it is no date.
std::optional<CivilDay> read_iso_day(std::string_view text);

// YYYY-MM-DD.
std::string iso_day(CivilDay day);

// "2018-W07" for the ISO 8601 week that a day lies in.
std::string iso_week(int32_t days);

// A number with leading zeros.
std::string padded(int number, int width);

}  // namespace ailamgi
