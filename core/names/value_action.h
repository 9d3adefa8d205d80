// What the patterns of values.grammar find, and what they say of it.
#pragma once

#include <cstdint>

namespace ailamgi {

// What a pattern finds.
enum class ValueKind : uint8_t { time, money, percent, nothing };

// What { } in a pattern speaks of; see the head of values.grammar.
enum class Slot : uint8_t {
  n,
  day,
  month,
  year,
  hour,
  minute,
  weekday,
  quarter,
  century,
  decade,
  decadeof,
  can,
  chi,
  days,
  weeks,
  months,
  years,
  part,
  to,
  same,
  sameyear,
  last,
  next,
  ago,
  ahead,
  zone,
  vague,
  amount,
  scale,
  currency,
  start,
  end
};

struct ValueAction {
  enum class Source : uint8_t { mark, constant, number };  // {ago}, {days=-1}, {days=n}
  Slot slot;
  Source source;
  int32_t value;  // of a constant; letters are packed eight bits each
};

}  // namespace ailamgi
