// What a match of the grammar says: a moment or a stretch of time, a sum, a share; and its normalised form.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"
#include "names/value_grammar.h"
#include "text/calendar.h"

namespace ailamgi {

// One end of what a time expression says; zero or less: not said.
struct Moment {
  int day = 0, month = 0, year = 0, hour = -1, minute = -1, weekday = 0, quarter = 0, century = 0;
  int decade = -1;  // 90 in "những năm 90"
  int part = 0;     // 1 morning, noon, afternoon, evening, 5 night
  int can = -2, chi = -1;
  bool whole_decade = false;  // "thập niên 1990"
  bool same = false, same_year = false;
  bool said() const { return day || month || year || hour >= 0 || weekday || quarter; }
};

// How far from the article's day: "tuần trước" is -1 weeks, "ba ngày qua" 3 days, last.
struct Distance {
  enum class Unit : uint8_t { unset, days, weeks, months, years } unit = Unit::unset;
  enum class Kind : uint8_t { fixed, ago, ahead, last, next } kind = Kind::fixed;
  int count = 0;
};

// A decimal number: digits x 10^exponent.
struct Decimal {
  int64_t digits = 0;
  int exponent = 0;
};

struct ValueReading {
  ValueKind kind = ValueKind::nothing;
  Span span;
  Moment from, to;
  bool is_range = false;
  Distance distance, year_distance;
  bool vague = false, zone = false;
  std::vector<Decimal> low, high;  // of a sum or share: terms to be added
  int32_t currency = 0;            // three letters, packed eight bits each
};

// Does what the actions of a match say. Nothing for a match that finds nothing.
std::optional<ValueReading> read_value(std::u16string_view text, ValueKind kind, std::span<const ValueStep> steps);

// What is known around a value: the article's day, and the day spoken of last.
struct TimeContext {
  std::optional<CivilDay> today, last;
};

// The value as OUTPUT.md wants it: ISO 8601 and EDTF, "7270000000000 VND", "6.7"; empty when it can't be told.
// Remembers the day of a time in `context.last`.
std::string normalise(const ValueReading& reading, TimeContext& context);

}  // namespace ailamgi
