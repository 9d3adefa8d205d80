#include "identity/descriptions.h"

#include <algorithm>

#include "model/hash.h"

namespace ailamgi::identity {
namespace {

// Titles in a row before a name ("Phó giáo sư, tiến sĩ, bác sĩ").
constexpr int most_titles = 3;

void add_once(std::vector<uint64_t>& to, uint64_t item) {
  if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
}

class Describer {
 public:
  Describer(const Article& a, const ReferenceWords& w) : a_(a), words_(w), found_(a.entities.size()) {}

  std::vector<Description> run() {
    for (size_t i = 0; i < a_.mentions.size(); ++i) {
      const Mention& m = a_.mentions[i];
      if (m.entity == none) continue;
      if (m.type == EntityType::person) {
        person(i);
      } else {
        thing(m);
      }
    }
    return std::move(found_);
  }

 private:
  const Syllable& syllable(Index i) const { return a_.syllables[static_cast<size_t>(i)]; }
  bool is_mark(Index i) const { return syllable(i).shape == Shape::punctuation || syllable(i).shape == Shape::symbol; }

  void add(Index entity, Range words) {
    Description& d = found_[static_cast<size_t>(entity)];
    uint64_t phrase = a_.phrase(words);
    add_once(d.phrases, phrase);
    add_once(d.edges, syllable(words.begin).folded);
    add_once(d.edges, syllable(words.end - 1).folded);
    tell(d, words_.word(phrase).sex);
  }
  static void tell(Description& d, Sex sex) {
    d.males += sex == Sex::male;
    d.females += sex == Sex::female;
  }

  void person(size_t i) {
    const Mention& m = a_.mentions[i];
    Range sentence = a_.sentences[static_cast<size_t>(m.sentence)].syllables;
    Index begin = a_.first_syllable(m.span.start), end = a_.first_syllable(m.span.end);
    for (Index k = begin + 1; k + 1 < end; ++k) {
      tell(found_[static_cast<size_t>(m.entity)], words_.sex_of_name_part(syllable(k).folded));
    }
    // "Giám đốc điều hành Microsoft Satya Nadella": over the organisation.
    Index before = begin;
    if (i > 0 && a_.mentions[i - 1].type != EntityType::person && a_.mentions[i - 1].sentence == m.sentence &&
        a_.mentions[i - 1].span.end + 1 >= m.span.start) {
      before = a_.first_syllable(a_.mentions[i - 1].span.start);
    }
    for (int n = 0; n < most_titles; ++n) {
      Range title = words_.title_ending(a_, before, sentence.begin);
      if (title.size() == 0) break;
      add(m.entity, title);
      Description& d = found_[static_cast<size_t>(m.entity)];
      d.in_post = d.in_post || words_.is_current_post(a_, title, sentence.begin);
      before = title.begin;
      if (before > sentence.begin && is_mark(before - 1)) --before;
    }
    if (end + 1 < sentence.end && is_mark(end)) {
      Range title = words_.title_starting(a_, end + 1, sentence.end);
      if (title.size() > 0) add(m.entity, title);
    }
  }

  void thing(const Mention& m) {
    Range sentence = a_.sentences[static_cast<size_t>(m.sentence)].syllables;
    Index begin = a_.first_syllable(m.span.start), end = a_.first_syllable(m.span.end);
    uint64_t h = 0;
    Range listed{begin, begin};
    for (Index k = begin; k + 1 < end && k < begin + 5; ++k) {
      h = k == begin ? syllable(k).folded : extend_phrase(h, syllable(k).folded);
      if (words_.word(h).types != 0) listed.end = k + 1;
    }
    if (listed.size() > 0) add(m.entity, listed);
    if (begin < end && syllable(begin).shape == Shape::lower) found_[static_cast<size_t>(m.entity)].kinded = true;
    if (uint8_t& place = found_[static_cast<size_t>(m.entity)].place; m.type == EntityType::location && place == 0)
      place = words_.place_kind(a_.phrase({begin, end}));
    for (Index first = std::max(sentence.begin, begin - 3); first < begin; ++first) {
      if (is_mark(begin - 1)) break;
      ReferenceWord w = words_.word(a_.phrase({first, begin}));
      if (w.kind != ReferenceKind::nominal || (w.types >> static_cast<unsigned>(m.type) & 1U) == 0) continue;
      add(m.entity, {first, begin});
      break;
    }
  }

  const Article& a_;
  const ReferenceWords& words_;
  std::vector<Description> found_;
};

}  // namespace

bool Description::has_phrase(uint64_t phrase) const {
  return std::find(phrases.begin(), phrases.end(), phrase) != phrases.end();
}
bool Description::has_edge(uint64_t syllable) const {
  return std::find(edges.begin(), edges.end(), syllable) != edges.end();
}

std::vector<Description> describe_entities(const Article& article, const ReferenceWords& words) {
  return Describer(article, words).run();
}

}  // namespace ailamgi::identity
