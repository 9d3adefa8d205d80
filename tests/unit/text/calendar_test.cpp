#include "text/calendar.h"

#include <doctest/doctest.h>

using namespace ailamgi;

TEST_CASE("days count from 1970 and lead back") {
  CHECK(to_days({1970, 1, 1}) == 0);
  CHECK(to_days({2000, 3, 1}) == 11017);
  for (int32_t day : {-719468, -1, 0, 59, 11016, 11017, 19682}) CHECK(to_days(to_civil(day)) == day);
  CHECK(weekday_of(to_days({2023, 11, 20})) == 1);
}

TEST_CASE("days that no calendar has are refused") {
  CHECK(is_valid({2024, 2, 29}));
  CHECK_FALSE(is_valid({2023, 2, 29}));
  CHECK_FALSE(is_valid({1900, 2, 29}));
  CHECK_FALSE(is_valid({2023, 4, 31}));
  CHECK_FALSE(is_valid({2023, 13, 1}));
  CHECK_FALSE(read_iso_day("2023-02-30"));
  CHECK_FALSE(read_iso_day("2023-2-3"));
  CHECK(read_iso_day("2023-02-03") == CivilDay{2023, 2, 3});
}

TEST_CASE("days and weeks as ISO 8601 writes them") {
  CHECK(iso_day({987, 6, 5}) == "0987-06-05");
  CHECK(iso_week(to_days({2023, 11, 20})) == "2023-W47");
  CHECK(iso_week(to_days({2021, 1, 3})) == "2020-W53");
}
