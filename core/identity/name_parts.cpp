#include "identity/name_parts.h"

#include <algorithm>

#include "model/hash.h"
#include "text/fold.h"

namespace ailamgi::identity {
namespace {

constexpr uint64_t town_mark = 0x7079;  // tells "TP Cà Mau" from "Cà Mau"
constexpr size_t longest_kind = 6;      // words, and of a province

bool is_mark(const Syllable& s) {
  return s.shape == Shape::punctuation || s.shape == Shape::symbol;
}

}  // namespace

NameParts::NameParts(const Article& article, const Lexicon& lexicon, const ReferenceWords& words)
    : a_(article),
      lexicon_(lexicon),
      words_(words),
      aliases_(lexicon.list("identity-aliases")),
      suffixes_(lexicon.list("identity-name-suffixes")),
      regions_(lexicon.list("identity-regions")),
      agencies_(lexicon.list("names-agencies")),
      provinces_(lexicon.list("names-provinces")),
      heads_{no_list, lexicon.list("names-body-heads"), lexicon.list("names-place-heads"),
             lexicon.list("names-thing-heads")} {}

uint64_t NameParts::key(const Name& n, size_t first, size_t end) const {
  uint64_t h = static_cast<uint64_t>(n.type) + 1;
  for (size_t i = first; i < end; ++i) h = extend_phrase(h, at(n.words[i]).folded);
  return h;
}

// Of at least one word.
uint64_t NameParts::phrase(const Name& n, size_t first, size_t end) const {
  uint64_t h = at(n.words[first]).folded;
  for (size_t i = first + 1; i < end; ++i) h = extend_phrase(h, at(n.words[i]).folded);
  return h;
}

Lexicon::Entry NameParts::entry(const Name& n, size_t first, size_t end) const {
  return lexicon_.find(phrase(n, first, end));
}

// Letters and digits run together: "SM -3" and "SM3".
uint64_t NameParts::spelled(const Name& n) const {
  uint64_t h = static_cast<uint64_t>(n.type) + 1;
  for (Index i : n.words) {
    for (char16_t c : a_.view(at(i).span)) h = extend_phrase(h, lower(c));
  }
  return h;
}

size_t NameParts::head_of(const Name& n) const {
  size_t found = 0;
  uint64_t h = 0;
  for (size_t i = 0; i + 1 < n.size() && i < longest_kind; ++i) {
    h = i == 0 ? at(n.words[i]).folded : extend_phrase(h, at(n.words[i]).folded);
    const Lexicon::Entry e = lexicon_.find(h);
    if (Lexicon::in(e, heads_[static_cast<size_t>(n.type)]) || Lexicon::in(e, regions_)) found = i + 1;
  }
  return found;
}

bool NameParts::is_region(const Name& n, size_t first, size_t end, bool unit) const {
  if (end <= first) return false;
  const Lexicon::Entry e = entry(n, first, end);
  return Lexicon::in(e, regions_) && (lexicon_.value(e, regions_) == "unit") == unit;
}

// Whether `kind` is a town's, and a province, no city of that rank, is called what stands from `first` on.
bool NameParts::is_provincial_town(const Name& n, Lexicon::Entry kind, size_t first) const {
  if (first >= n.size() || n.size() - first > longest_kind || lexicon_.value(kind, regions_) != "town") return false;
  const Lexicon::Entry e = entry(n, first, n.size());
  return Lexicon::in(e, provinces_) && lexicon_.value(e, provinces_).empty();
}

bool NameParts::is_another(const Name& n, size_t first) const {
  if (n.head == 0 || first < n.head) return false;
  if (n.type == EntityType::location) {
    const uint8_t kind = n.unit ? uint8_t{0} : words_.place_kind(phrase(n, first, n.size()));
    return kind == 1 || kind == 2;
  }
  if (!n.part) return false;
  for (size_t end = first + 1; end < n.size() && end <= first + longest_kind; ++end) {
    if (Lexicon::in(entry(n, first, end), heads_[static_cast<size_t>(n.type)])) return true;
  }
  return Lexicon::in(entry(n, first, n.size()), agencies_);
}

Name NameParts::take_apart(const Mention& m) const {
  Name n;
  n.type = m.type;
  n.syllables = {a_.first_syllable(m.span.start), a_.first_syllable(m.span.end)};
  bool quoted = false;
  for (Index i = n.syllables.begin; i < n.syllables.end; ++i) {
    char16_t c = a_.text[at(i).span.start];
    if (m.type == EntityType::person && (c == u'"' || c == u'“' || c == u'”')) quoted = !quoted;
    if (!quoted && !is_mark(at(i))) n.words.push_back(i);
  }
  // Nothing but marks, or a part of a syllable: it stands for itself.
  if (n.words.empty()) n.words.push_back(std::max<Index>(n.syllables.end - 1, 0));
  // "Timothy Jones | Jr."
  while (m.type == EntityType::person && n.size() > 1 && lexicon_.has(at(n.words.back()).folded, suffixes_)) {
    n.words.pop_back();
  }
  // "Hoa hậu Hoàn vũ 2018".
  if (m.type == EntityType::misc && n.size() > 2 && at(n.words.back()).shape == Shape::number &&
      at(n.words.back()).span.size() == 4) {
    n.words.pop_back();
  }
  if (n.type != EntityType::person) n.head = head_of(n);
  bool town = false;
  if (n.head > 0) {
    const Lexicon::Entry kind = entry(n, 0, n.head);
    town = is_provincial_town(n, kind, n.head);
    n.unit = Lexicon::in(kind, regions_) && !town;
    n.region = n.type == EntityType::location && n.unit && lexicon_.value(kind, regions_) != "unit";
    n.part = n.type == EntityType::organization && lexicon_.value(kind, heads_[static_cast<size_t>(n.type)]) == "part";
  }
  n.whole = n.type == EntityType::misc ? spelled(n) : key(n, n.region ? n.head : 0, n.size());
  if (town) n.whole = extend_phrase(key(n, n.head, n.size()), town_mark);
  if (n.type == EntityType::organization) n.whole = without_regions(n);
  if (uint64_t k = alias_of(n); k != 0) n.whole = k;
  if (n.type == EntityType::person) n.sex = sex_of(m, n);
  return n;
}

// The key of what the name is an alias of, as it is written, without marks, or without its kind of region; else 0.
uint64_t NameParts::alias_of(const Name& n) const {
  auto value = [&](uint64_t words) { return lexicon_.value(lexicon_.find(words), aliases_); };
  std::string_view found = n.syllables.size() > 0 ? value(a_.phrase(n.syllables)) : std::string_view{};
  if (found.empty()) found = value(phrase(n, 0, n.size()));
  if (found.empty() && n.region) found = value(phrase(n, n.head, n.size()));
  if (found.empty()) return 0;
  uint64_t h = 7;
  for (char c : found) h = extend_phrase(h, static_cast<unsigned char>(c));
  return h;
}

// "Sở Y tế tỉnh Nghệ An" is "Sở Y tế Nghệ An".
uint64_t NameParts::without_regions(const Name& n) const {
  uint64_t h = static_cast<uint64_t>(n.type) + 1;
  for (size_t i = 0; i < n.size();) {
    size_t skip = 0;
    if (i > 0 && i + 1 < n.size() && is_region(n, i, i + 1)) skip = 1;
    if (i > 0 && i + 2 < n.size() && is_region(n, i, i + 2)) skip = 2;
    if (skip > 0 && is_provincial_town(n, entry(n, i, i + skip), i + skip)) skip = 0;
    if (skip == 0) h = extend_phrase(h, at(n.words[i++]).folded);
    i += skip;
  }
  return h;
}

Sex NameParts::sex_of(const Mention& m, const Name& n) const {
  for (size_t i = 1; i + 1 < n.size(); ++i) {
    if (Sex s = words_.sex_of_name_part(at(n.words[i]).folded); s != Sex::unknown) return s;
  }
  Range sentence = a_.sentences[static_cast<size_t>(m.sentence)].syllables;
  Range title = words_.title_ending(a_, n.syllables.begin, sentence.begin);
  return title.size() == 0 ? Sex::unknown : words_.word(a_.phrase(title)).sex;
}

}  // namespace ailamgi::identity
