#include "names/value_tagger.h"

#include <algorithm>

#include "names/value_atoms.h"
#include "names/value_reading.h"
#include "text/calendar.h"

namespace ailamgi {
namespace {

ValueType type_of(ValueKind kind) {
  return kind == ValueKind::time ? ValueType::time : kind == ValueKind::money ? ValueType::money : ValueType::percent;
}

bool is_full_day(const ValueReading& r) {
  return r.kind == ValueKind::time && !r.is_range && !r.vague && r.from.day && r.from.month && r.from.year;
}

// The day of the first whole date in a byline.
std::string find_dateline(const Article& a, const std::vector<ValueReading>& readings) {
  for (size_t i = 0; i < readings.size(); ++i) {
    const ValueReading& r = readings[i];
    if (!is_full_day(r)) continue;
    const Sentence& s = a.sentences[static_cast<size_t>(a.values[i].sentence)];
    if (s.segment == none || a.segments[static_cast<size_t>(s.segment)].kind != SegmentKind::byline) continue;
    CivilDay d{r.from.year, r.from.month, r.from.day};
    if (is_valid(d)) return padded(d.year, 4) + '-' + padded(d.month, 2) + '-' + padded(d.day, 2);
  }
  return {};
}

struct Found {
  const ValueAtom* end;                 // of everything matched
  std::optional<ValueReading> reading;  // nothing when the words are only to be skipped
};

}  // namespace

struct ValueTagger::Finder {
  const ValueGrammar& grammar;
  std::u16string_view text;
  const ValueAtom* end;
  ValueGrammar::Scratch scratch;
  std::vector<ValueStep> steps;

  std::optional<Found> at(const ValueAtom* begin) {
    auto kind = grammar.match(begin, end, scratch, steps);
    if (!kind) return {};
    return Found{begin + (steps.size() - 1), read_value(text, *kind, steps)};
  }

  // A pattern that begins with words before the value yields to one that begins at the value and goes further.
  std::optional<Found> best_at(const ValueAtom* begin) {
    auto found = at(begin);
    if (!found || !found->reading || found->reading->span.start == begin->span.start) return found;
    const ValueAtom* inner = begin;
    while (inner->span.start < found->reading->span.start) ++inner;
    auto better = at(inner);
    return better && better->end > found->end ? better : found;
  }
};

std::optional<ValueTagger> ValueTagger::open(const Model& model) {
  auto grammar = ValueGrammar::open(model);
  if (!grammar) return {};
  return ValueTagger(std::move(*grammar));
}

void ValueTagger::run(Article& article) const {
  article.values.clear();
  std::vector<ValueReading> readings;
  std::vector<ValueAtom> atoms;
  Finder finder{grammar_, article.text, nullptr, {}, {}};
  size_t mention = 0;
  for (size_t s = 0; s < article.sentences.size(); ++s) {
    const Sentence& sentence = article.sentences[s];
    atoms.clear();
    cut_atoms(article.text, article.syllables.data() + sentence.syllables.begin,
              article.syllables.data() + sentence.syllables.end, atoms);
    finder.end = atoms.data() + atoms.size();
    for (size_t i = 0; i < atoms.size();) {
      const ValueAtom* begin = atoms.data() + i;
      auto found = finder.best_at(begin);
      ++i;
      if (!found) continue;
      auto& [end, reading] = *found;
      if (!reading) {
        i = static_cast<size_t>(end - atoms.data());
        continue;
      }
      while (i < atoms.size() && atoms[i].span.start < reading->span.end) ++i;
      while (mention < article.mentions.size() && article.mentions[mention].span.end <= reading->span.start) ++mention;
      // "3 triệu đô la Mỹ" is no place.
      while (mention < article.mentions.size() && reading->kind == ValueKind::money &&
             reading->span.contains(article.mentions[mention].span)) {
        article.mentions[mention++].span.end = 0;
      }
      if (mention < article.mentions.size() && article.mentions[mention].span.overlaps(reading->span)) continue;
      article.values.push_back({type_of(reading->kind), reading->span, static_cast<Index>(s), {}});
      readings.push_back(std::move(*reading));
    }
  }
  std::erase_if(article.mentions, [](const Mention& m) { return m.span.end == 0; });
  if (article.date.empty()) article.date = find_dateline(article, readings);
  TimeContext context;
  context.today = read_iso_day(article.date);
  for (size_t i = 0; i < readings.size(); ++i) article.values[i].normalised = normalise(readings[i], context);
}

}  // namespace ailamgi
