#include "identity/reference_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "model/hash.h"

namespace ailamgi::identity {
namespace {

constexpr uint8_t bit(EntityType type) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(type));
}
constexpr uint8_t any_type = 15;

Sex sex_of(std::string_view value) {
  if (value.ends_with(" m")) return Sex::male;
  return value.ends_with(" f") ? Sex::female : Sex::unknown;
}

ReferenceWord pronoun(std::string_view value) {
  constexpr uint8_t actors = bit(EntityType::person) | bit(EntityType::organization) | bit(EntityType::location);
  if (value == "I") return {ReferenceKind::me, bit(EntityType::person), Sex::unknown};
  if (value == "we") return {ReferenceKind::us, actors, Sex::unknown};
  if (value == "they") return {ReferenceKind::them, actors, Sex::unknown};
  if (value == "it") return {ReferenceKind::it, any_type, Sex::unknown};
  if (value == "self") return {ReferenceKind::self, actors, Sex::unknown};
  return {ReferenceKind::he, bit(EntityType::person), sex_of(value)};
}

// Classes of things overlap in what people call them by: a school or a mill is a place as well as a body.
uint8_t types_of(std::string_view value) {
  if (value.starts_with("PER")) return bit(EntityType::person);
  if (value.starts_with("ORG")) return bit(EntityType::organization) | bit(EntityType::location);
  if (value.starts_with("LOC")) return bit(EntityType::location) | bit(EntityType::organization);
  return bit(EntityType::misc) | bit(EntityType::location) | bit(EntityType::organization);
}

}  // namespace

ReferenceWords::ReferenceWords(const Lexicon& lexicon)
    : lexicon_(lexicon),
      pronouns_(lexicon.list("identity-pronouns")),
      nominals_(lexicon.list("identity-nominals")),
      leads_(lexicon.list("identity-leads")),
      pointers_(lexicon.list("identity-pointers")),
      sexes_(lexicon.list("identity-name-parts")),
      saying_(lexicon.list("events-say")),
      kin_(lexicon.list("events-kin")),
      titles_{lexicon.list("identity-titles"), lexicon.list("names-person-titles")},
      heads_{lexicon.list("names-body-heads"), lexicon.list("names-place-heads"), lexicon.list("names-thing-heads")},
      places_{lexicon.list("countries"), lexicon.list("names-provinces"), lexicon.list("names-districts"),
              lexicon.list("names-communes")} {}

uint8_t ReferenceWords::place_kind(uint64_t name) const {
  const Lexicon::Entry entry = lexicon_.find(name);
  if (entry.empty()) return 0;
  const auto* found =
      std::find_if(std::begin(places_), std::end(places_), [&](ListId list) { return Lexicon::in(entry, list); });
  return found == std::end(places_) ? 0 : static_cast<uint8_t>(1 + (found - std::begin(places_)));
}

ReferenceWord ReferenceWords::word(uint64_t phrase) const {
  Lexicon::Entry entry = lexicon_.find(phrase);
  if (entry.empty()) return {};
  if (Lexicon::in(entry, pronouns_)) return pronoun(lexicon_.value(entry, pronouns_));
  ReferenceWord w;
  if (Lexicon::in(entry, nominals_)) {
    std::string_view value = lexicon_.value(entry, nominals_);
    w.types = types_of(value);
    w.sex = sex_of(value);
  }
  bool former = lexicon_.value(entry, titles_[0]) == "former";
  if (!former && (Lexicon::in(entry, titles_[0]) || Lexicon::in(entry, titles_[1]))) w.types |= types_of("PER");
  if (Lexicon::in(entry, heads_[0])) w.types |= types_of("ORG");
  if (Lexicon::in(entry, heads_[1])) w.types |= types_of("LOC");
  if (Lexicon::in(entry, heads_[2])) w.types |= types_of("MISC");
  return w;
}

bool ReferenceWords::is_title(const Article& article, Range run) const {
  Lexicon::Entry entry = lexicon_.find(article.phrase(run));
  if (entry.empty()) return false;
  if (Lexicon::in(entry, titles_[0])) return lexicon_.value(entry, titles_[0]).empty();
  return Lexicon::in(entry, titles_[1]);
}

bool ReferenceWords::says_former(const Article& article, Index syllable) const {
  uint64_t word = article.syllables[static_cast<size_t>(syllable)].folded;
  return lexicon_.value(lexicon_.find(word), titles_[0]) == "former";
}

uint8_t ReferenceWords::post(const Article& article, Range run) const {
  if (is_title(article, run)) return 1;
  return run.size() > 1 && says_former(article, run.begin) && is_title(article, {run.begin + 1, run.end}) ? 2 : 0;
}

bool ReferenceWords::is_current_post(const Article& article, Range title, Index floor) const {
  return lexicon_.has(article.phrase(title), titles_[0]) &&
         (title.begin <= floor || !says_former(article, title.begin - 1));
}

Range ReferenceWords::title_ending(const Article& article, Index end, Index floor) const {
  for (Index first = std::max(floor, end - longest); first < end; ++first) {
    if (is_title(article, {first, end})) return {first, end};
  }
  return {};
}

Range ReferenceWords::title_starting(const Article& article, Index first, Index ceiling) const {
  for (Index end = std::min(ceiling, first + longest); end > first; --end) {
    if (is_title(article, {first, end})) return {first, end};
  }
  return {};
}

Sex ReferenceWords::sex_of_name_part(uint64_t syllable) const {
  return sex_of(lexicon_.value(lexicon_.find(syllable), sexes_));
}

void ReferenceWords::find(const Article& article, Index sentence, std::vector<Reference>& out) const {
  Range range = article.sentences[static_cast<size_t>(sentence)].syllables;
  auto at = [&](Index i) -> const Syllable& { return article.syllables[static_cast<size_t>(i)]; };
  if (range.size() == 0) return;
  auto mention = static_cast<size_t>(article.first_mention(at(range.begin).span.start));
  Index free_to = range.begin;  // first syllable of the next name
  for (Index i = range.begin; i < range.end;) {
    // The next name that ends behind i.
    while (mention < article.mentions.size() && article.mentions[mention].span.end <= at(i).span.start) ++mention;
    const Mention* next = mention < article.mentions.size() && article.mentions[mention].sentence == sentence
                              ? &article.mentions[mention]
                              : nullptr;
    free_to = next != nullptr ? std::min(range.end, article.first_syllable(next->span.start)) : range.end;
    if (free_to <= i) {
      i = std::max(i + 1, article.first_syllable(next->span.end));
      continue;
    }
    Shape shape = at(i).shape;
    if (shape == Shape::punctuation || shape == Shape::symbol || shape == Shape::number) {
      ++i;
      continue;
    }
    auto longest_from = [&](Index first, ReferenceWord& found, uint64_t& phrase) {
      uint64_t h = 0;
      Index end = first;
      for (Index k = first; k < free_to && k < first + longest; ++k) {
        h = k == first ? at(k).folded : extend_phrase(h, at(k).folded);
        ReferenceWord w = word(h);
        if (w.types == 0) continue;
        found = w;
        phrase = h;
        end = k + 1;
      }
      return end;
    };
    Reference r;
    r.sentence = sentence;
    Index end = longest_from(i, r.word, r.phrase);
    // "vị tổng thống", "nữ phóng viên", "chiếc tàu ngầm".
    if (Lexicon::Entry lead = lexicon_.find(at(i).folded); Lexicon::in(lead, leads_) && i + 1 < free_to) {
      ReferenceWord w;
      uint64_t phrase = 0;
      Index far = longest_from(i + 1, w, phrase);
      if (far > std::max(end, i + 1) && w.kind == ReferenceKind::nominal) {
        end = far;
        r.word = w;
        if (Sex sex = sex_of(lexicon_.value(lead, leads_)); sex != Sex::unknown) r.word.sex = sex;
        r.phrase = phrase;
      }
    }
    if (end == i) {
      ++i;
      continue;
    }
    if ((r.word.types & bit(EntityType::person)) != 0) r.post = post(article, {i, end});
    r.kin = is_kin(article.phrase({i, end})) || (end - i > 1 && is_kin(article.phrase({i + 1, end})));
    bool leads_name = end == free_to && next != nullptr && next->type == EntityType::person &&
                      (r.word.types & bit(EntityType::person)) != 0;
    for (Index k = std::min(free_to, end + 2); k > end; --k) {
      if (lexicon_.has(article.phrase({end, k}), pointers_)) {
        r.pointing = true;
        end = k;
        break;
      }
    }
    r.syllables = {i, end};
    if (!leads_name) out.push_back(r);
    i = end;
  }
}

}  // namespace ailamgi::identity
