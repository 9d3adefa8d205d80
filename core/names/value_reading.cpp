#include "names/value_reading.h"

#include <cstdlib>

namespace ailamgi {
namespace {

// "7.270" is a number of thousands, "3,5" and "3.5" decimals. A comma before three digits is read as a decimal when a
// word of scale follows ("1,250 tỷ") and as thousands when none does ("116,000 đồng").
std::optional<Decimal> read_decimal(std::u16string_view s, bool scaled) {
  Decimal d;
  int digits = 0, after = -1;
  size_t dots = 0, commas = 0, last_group = 0;
  for (char16_t c : s) {
    dots += c == u'.';
    commas += c == u',';
    last_group = c == u'.' || c == u',' ? 0 : last_group + 1;
  }
  bool dot_groups = dots > 1 || (dots == 1 && commas == 0 && last_group == 3) || (dots == 1 && commas == 1);
  bool comma_groups = commas > 1 || (commas == 1 && dots == 0 && last_group == 3 && !scaled && s[0] != u'0');
  for (char16_t c : s) {
    if (c == u'.' || c == u',') {
      bool groups = c == u'.' ? dot_groups : comma_groups;
      if (!groups && after < 0) after = 0;
      continue;
    }
    if (++digits > 17) return {};
    d.digits = d.digits * 10 + (c - u'0');
    if (after >= 0) ++after;
  }
  d.exponent = after > 0 ? -after : 0;
  return d;
}

class Reader {
 public:
  Reader(std::u16string_view text, ValueReading& out) : text_(text), out_(out) {}

  void run(std::span<const ValueStep> steps) {
    bool started = false;
    for (const ValueStep& step : steps) {
      for (const ValueAction* a = step.begin; a != step.end; ++a) {
        if (a->slot == Slot::start) started = false;
        if (a->slot == Slot::end) ended_ = true;
        apply(*a);
      }
      if (step.atom == nullptr) continue;
      if (!ended_) {
        if (!started) out_.span.start = step.atom->span.start;
        out_.span.end = step.atom->span.end;
        started = true;
      }
      if (step.atom->digits > 0) {
        number_ = step.atom->number;
        figure_ = text_.substr(step.atom->span.start, step.atom->span.size());
      }
    }
    end_term();
  }

 private:
  Moment& moment() { return out_.is_range ? out_.to : out_.from; }
  std::vector<Decimal>& terms() { return out_.is_range ? out_.high : out_.low; }

  void end_term() {
    if (!open_term_) return;
    open_term_ = false;
    std::optional<Decimal> d = term_.empty() ? Decimal{term_number_, 0} : read_decimal(term_, scale_ > 0);
    if (!d) {
      out_.vague = true;
      return;
    }
    d->exponent += scale_;
    terms().push_back(*d);
  }

  void distance(Distance::Unit unit, const ValueAction& a) {
    bool fixed = a.source == ValueAction::Source::constant;
    Distance& d = unit == Distance::Unit::years && fixed ? out_.year_distance : out_.distance;
    d.unit = unit;
    d.count = fixed ? a.value : number_;
  }

  void apply(const ValueAction& a) {
    Moment& m = moment();
    switch (a.slot) {
      case Slot::n:
        number_ = a.value;
        figure_ = {};
        break;
      case Slot::day:
        m.day = number_;
        break;
      case Slot::month:
        m.month = number_;
        break;
      case Slot::year:
        m.year = number_;
        break;
      case Slot::hour:
        m.hour = number_;
        break;
      case Slot::minute:
        m.minute = number_;
        break;
      case Slot::weekday:
        m.weekday = a.value;
        break;
      case Slot::quarter:
        m.quarter = number_;
        break;
      case Slot::century:
        m.century = number_;
        break;
      case Slot::decade:
        m.decade = number_;
        break;
      case Slot::decadeof:
        m.whole_decade = true;
        break;
      case Slot::can:
        m.can = a.value;
        break;
      case Slot::chi:
        m.chi = a.value;
        break;
      case Slot::days:
        distance(Distance::Unit::days, a);
        break;
      case Slot::weeks:
        distance(Distance::Unit::weeks, a);
        break;
      case Slot::months:
        distance(Distance::Unit::months, a);
        break;
      case Slot::years:
        distance(Distance::Unit::years, a);
        break;
      case Slot::part:
        m.part = a.value;
        break;
      case Slot::to:
        end_term();
        out_.is_range = true;
        break;
      case Slot::same:
        m.same = true;
        break;
      case Slot::sameyear:
        m.same_year = true;
        break;
      case Slot::last:
        out_.distance.kind = Distance::Kind::last;
        break;
      case Slot::next:
        out_.distance.kind = Distance::Kind::next;
        break;
      case Slot::ago:
        out_.distance.kind = Distance::Kind::ago;
        break;
      case Slot::ahead:
        out_.distance.kind = Distance::Kind::ahead;
        break;
      case Slot::zone:
        out_.zone = true;
        break;
      case Slot::vague:
        out_.vague = true;
        break;
      case Slot::amount:
        end_term();
        open_term_ = true;
        term_ = figure_;
        term_number_ = number_;
        scale_ = 0;
        break;
      case Slot::scale:
        scale_ += a.value;
        break;
      case Slot::currency:
        out_.currency = a.value;
        break;
      case Slot::start:
      case Slot::end:
        break;
    }
  }

  std::u16string_view text_;
  ValueReading& out_;
  int number_ = 0;
  std::u16string_view figure_, term_;
  int term_number_ = 0, scale_ = 0;
  bool open_term_ = false, ended_ = false;
};

// --- times
// ------------------------------------------------------------------------------------------------------------

CivilDay shift_months(CivilDay d, int months) {
  int m = d.year * 12 + d.month - 1 + months;
  CivilDay out{m / 12, m % 12 + 1, d.day};
  if (out.year >= 1 && out.day > days_in_month(out.year, out.month)) out.day = days_in_month(out.year, out.month);
  return out;
}

std::string month_text(CivilDay d) {
  return padded(d.year, 4) + '-' + padded(d.month, 2);
}

// The date of that day and month which lies nearest to today.
CivilDay nearest(CivilDay d, CivilDay today) {
  CivilDay best = d;
  int32_t best_gap = INT32_MAX;
  for (int year = today.year - 1; year <= today.year + 1; ++year) {
    CivilDay c{year, d.month, d.day};
    if (!is_valid(c)) continue;
    int32_t gap = std::abs(to_days(c) - to_days(today));
    if (gap < best_gap) {
      best_gap = gap;
      best = c;
    }
  }
  return best;
}

class TimeWriter {
 public:
  TimeWriter(const ValueReading& r, TimeContext& context) : r_(r), context_(context) {}

  std::string write() {
    if (r_.vague || r_.zone)
      return r_.from.year && r_.from.day == 0 && r_.from.can == -2 && !r_.vague ? plain(r_.from) : "";
    if (r_.distance.unit != Distance::Unit::unset && r_.distance.kind != Distance::Kind::fixed) return stretch();
    if (!r_.is_range) return plain(r_.from);
    Moment a = r_.from, b = r_.to;
    if (b.hour >= 0 && a.hour >= 0 && !a.day && !a.month) {
      a.day = b.day, a.month = b.month, a.year = b.year, a.same = b.same, a.weekday = b.weekday;
      if (!a.part) a.part = b.part;
    } else {
      if (!a.month) a.month = b.month;
      if (!a.year) a.year = b.year;
    }
    std::string begin = plain(a), end = plain(b);
    return begin.empty() || end.empty() ? "" : begin + '/' + end;
  }

 private:
  using Unit = Distance::Unit;

  std::string stretch() {
    if (!context_.today || r_.distance.count <= 0 || r_.distance.count > 5000) return {};
    CivilDay today = *context_.today;
    Unit unit = r_.distance.unit;
    bool back = r_.distance.kind == Distance::Kind::ago || r_.distance.kind == Distance::Kind::last;
    CivilDay there = moved(today, unit, back ? -r_.distance.count : r_.distance.count);
    if (there.year < 1 || there.year > 9999) return {};
    if (r_.distance.kind == Distance::Kind::last) return iso_day(there) + '/' + iso_day(today);
    if (r_.distance.kind == Distance::Kind::next) return iso_day(today) + '/' + iso_day(there);
    if (unit == Unit::years) return padded(there.year, 4);
    if (unit == Unit::months) return month_text(there);
    if (unit == Unit::weeks) return iso_week(to_days(there));
    context_.last = there;
    return iso_day(there);
  }

  static CivilDay moved(CivilDay d, Unit unit, int count) {
    if (unit == Unit::days) return to_civil(to_days(d) + count);
    if (unit == Unit::weeks) return to_civil(to_days(d) + 7 * count);
    return shift_months(d, unit == Unit::months ? count : 12 * count);
  }

  std::string plain(const Moment& given) {
    Moment m = given;
    const auto& today = context_.today;
    if (r_.year_distance.unit != Unit::unset) {
      if (m.year == 0) {
        if (!today) return m.month && m.day ? "XXXX-" + padded(m.month, 2) + '-' + padded(m.day, 2) : "";
        m.year = today->year + r_.year_distance.count;
      }
    }
    if (m.same_year) {
      if (!context_.last) return {};
      m.year = context_.last->year;
    }
    if (m.century)
      return m.decade >= 0 ? padded(m.century * 10 - 10 + m.decade / 10, 3) + "X" : padded(m.century - 1, 2) + "XX";
    if (m.decade >= 0) return "19" + std::to_string(m.decade / 10) + "X";
    if (m.whole_decade) return padded(m.year / 10, 3) + "X";
    if (m.chi >= 0) return lunar_year(m);
    if (m.quarter) {
      int year = m.year ? m.year : today ? today->year : 0;
      return (year ? padded(year, 4) : "XXXX") + "-" + std::to_string(32 + m.quarter);
    }
    if (r_.distance.unit != Unit::unset) return near_today(m);
    if (m.weekday && !m.day) return near_weekday(m, 0, false);
    if (m.day || m.same) return on_day(m);
    if (m.month) {
      int year = m.year ? m.year : today ? nearest({0, m.month, 15}, *today).year : 0;
      return (year ? padded(year, 4) : "XXXX") + "-" + padded(m.month, 2);
    }
    if (m.year) return padded(m.year, 4);
    return m.hour >= 0 ? clock(m) : "";
  }

  std::string near_today(const Moment& m) {
    if (m.day && m.month) return on_day(m);
    if (!context_.today) return {};
    int count = r_.distance.count;
    switch (r_.distance.unit) {
      case Unit::days: {
        CivilDay d = to_civil(to_days(*context_.today) + count);
        context_.last = d;
        return iso_day(d) + clock(m);
      }
      case Unit::weeks:
        if (m.weekday) return near_weekday(m, count, true);
        return iso_week(to_days(*context_.today) + 7 * count);
      case Unit::months: {
        CivilDay d = shift_months(*context_.today, count);
        if (!m.day) return month_text(d);
        d.day = m.day;
        return is_valid(d) ? iso_day(d) : "";
      }
      default:
        return {};
    }
  }

  // "thứ Hai": the one of the week meant, or else the last one up to today.
  std::string near_weekday(const Moment& m, int weeks, bool week_said) {
    if (!context_.today) return {};
    int32_t today = to_days(*context_.today);
    int32_t day = today - weekday_of(today) + m.weekday + 7 * weeks;
    if (!week_said && day > today) day -= 7;
    context_.last = to_civil(day);
    return iso_day(*context_.last) + clock(m);
  }

  std::string on_day(const Moment& m) {
    const auto& today = context_.today;
    if (m.same && !m.day) return context_.last ? iso_day(*context_.last) + clock(m) : clock(m);
    CivilDay d{m.year, m.month, m.day};
    if (!d.month && d.day && today) {
      d = nearest_month(d.day);
    } else if (!d.year && d.month && today) {
      d = nearest(d, *today);
    }
    if (d.year && d.month) {
      if (!is_valid(d)) return {};
      context_.last = d;
      return iso_day(d) + clock(m);
    }
    if (d.day > days_in_month(2000, d.month ? d.month : 1)) return {};
    return "XXXX-" + (d.month ? padded(d.month, 2) : "XX") + "-" + padded(d.day, 2) + clock(m);
  }

  CivilDay nearest_month(int day) const {
    CivilDay best{};
    int32_t best_gap = INT32_MAX;
    for (int months = -1; months <= 1; ++months) {
      CivilDay c = shift_months({context_.today->year, context_.today->month, 1}, months);
      c.day = day;
      if (!is_valid(c)) continue;
      int32_t gap = std::abs(to_days(c) - to_days(*context_.today));
      if (gap < best_gap) {
        best_gap = gap;
        best = c;
      }
    }
    return best;
  }

  // The sixty-year cycle began with a Giáp Tý year in 1984; an animal alone comes back every twelve years.
  std::string lunar_year(const Moment& m) const {
    auto fits = [&](int year) {
      int since = year - 1984 + 6000;
      return since % 12 == m.chi && (m.can < 0 || since % 10 == m.can);
    };
    if (m.year) return padded(m.year, 4);
    if (!context_.today) return {};
    for (int gap = 0; gap <= 60; ++gap) {
      if (fits(context_.today->year - gap)) return padded(context_.today->year - gap, 4);
      if (gap <= 2 && fits(context_.today->year + gap)) return padded(context_.today->year + gap, 4);
    }
    return {};
  }

  static std::string clock(const Moment& m) {
    if (m.hour < 0) return {};
    int hour = m.hour;
    bool late = m.part == 3 || m.part == 4 || (m.part == 5 && hour >= 6) || (m.part == 2 && hour <= 3);
    if (late && hour >= 1 && hour < 12) hour += 12;
    if (m.part == 5 && hour == 12) hour = 0;
    return "T" + padded(hour, 2) + ":" + padded(m.minute < 0 ? 0 : m.minute, 2);
  }

  const ValueReading& r_;
  TimeContext& context_;
};

// --- sums
// -------------------------------------------------------------------------------------------------------------

// The sum of the terms, written out; empty when it has more than 18 digits.
std::string total(std::vector<Decimal> terms) {
  if (terms.empty()) return {};
  Decimal sum = terms[0];
  constexpr int64_t most = 100'000'000'000'000'000;
  for (size_t i = 1; i < terms.size(); ++i) {
    Decimal t = terms[i];
    while (sum.exponent > t.exponent && sum.digits < most) sum.digits *= 10, --sum.exponent;
    while (t.exponent > sum.exponent && t.digits < most) t.digits *= 10, --t.exponent;
    if (sum.exponent != t.exponent) return {};
    sum.digits += t.digits;
  }
  while (sum.exponent < 0 && sum.digits % 10 == 0) sum.digits /= 10, ++sum.exponent;
  std::string s = std::to_string(sum.digits);
  if (sum.exponent > 0) {
    if (sum.digits != 0) s.append(static_cast<size_t>(sum.exponent), '0');
  } else if (sum.exponent < 0) {
    auto places = static_cast<size_t>(-sum.exponent);
    if (s.size() <= places) s.insert(0, places + 1 - s.size(), '0');
    s.insert(s.size() - places, ".");
  }
  return s;
}

std::string write_amount(const ValueReading& r) {
  if (r.vague) return {};
  std::vector<Decimal> low = r.low;
  if (r.is_range && low.size() == 1 && r.high.size() == 1 && low[0].exponent == 0 && r.high[0].exponent > 0) {
    low[0].exponent = r.high[0].exponent;  // "20-30 triệu"
  }
  std::string s = total(low);
  if (s.empty()) return {};
  if (r.is_range) {
    std::string high = total(r.high);
    if (high.empty()) return {};
    s += '/' + high;
  }
  if (r.kind == ValueKind::percent) return s;
  if (r.currency == 0) return {};
  s += ' ';
  for (int shift = 16; shift >= 0; shift -= 8) s += static_cast<char>((r.currency >> shift) & 0xFF);
  return s;
}

}  // namespace

std::optional<ValueReading> read_value(std::u16string_view text, ValueKind kind, std::span<const ValueStep> steps) {
  ValueReading reading;
  reading.kind = kind;
  if (kind == ValueKind::nothing) return {};
  Reader(text, reading).run(steps);
  if (reading.span.empty()) return {};
  return reading;
}

std::string normalise(const ValueReading& reading, TimeContext& context) {
  return reading.kind == ValueKind::time ? TimeWriter(reading, context).write() : write_amount(reading);
}

}  // namespace ailamgi
