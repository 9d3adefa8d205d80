#include "identity/name_index.h"

#include <algorithm>

#include "identity/name_parts.h"
#include "model/hash.h"
#include "text/fold.h"

namespace ailamgi::identity {
namespace {

constexpr Index longest = 8;            // syllables of a name that short forms are made of
constexpr size_t longest_initials = 8;  // letters
constexpr size_t most_namesakes = 16;   // remembered of one short form, the latest
constexpr Index longest_link = 5;       // syllables of what says that a name is another's
constexpr Index farthest_link = 8;      // syllables between a name and that

bool is_mark(const Syllable& s) {
  return s.shape == Shape::punctuation || s.shape == Shape::symbol;
}
bool is_capital(const Syllable& s) {
  return s.shape == Shape::capitalised || s.shape == Shape::upper || s.shape == Shape::mixed;
}

struct Known {        // what is remembered of an entity, beside the article's own record
  size_t words = 0;   // of its fullest name
  Index last = none;  // mention
  Sex sex = Sex::unknown;
};

class NameIndex {
 public:
  NameIndex(Article& a, const Lexicon& l, const ReferenceWords& w)
      : a_(a), lexicon_(l), parts_(a, l, w), also_called_(l.list("identity-also-called")) {}

  void add(Index mention) {
    Mention& m = a_.mentions[static_cast<size_t>(mention)];
    Name n = parts_.take_apart(m);
    Index entity = find(n, m);
    if (entity == none) {
      entity = static_cast<Index>(a_.entities.size());
      a_.entities.push_back({});
      a_.entities.back().type = m.type;
      a_.entities.back().name = m.span;
      known_.push_back({});
    }
    m.entity = entity;
    Entity& e = a_.entities[static_cast<size_t>(entity)];
    Known& k = known_[static_cast<size_t>(entity)];
    if (m.span.size() > e.name.size()) e.name = m.span;
    k.words = std::max(k.words, n.size());
    k.last = mention;
    if (n.sex != Sex::unknown) k.sex = n.sex;
    if (full_.try_emplace(n.whole, entity).second) learn_short_forms(n, entity);
    last_mention_ = mention;
  }

 private:
  const Syllable& at(Index i) const { return a_.syllables[static_cast<size_t>(i)]; }

  Index known(uint64_t k) const {
    auto it = full_.find(k);
    return it == full_.end() ? none : it->second;
  }

  // The entity that a short form means here.
  Index meant(uint64_t k, Sex sex) const {
    auto it = short_.find(k);
    if (it == short_.end()) return none;
    Index best = none;
    for (Index e : it->second) {
      const Known& x = known_[static_cast<size_t>(e)];
      if (sex != Sex::unknown && x.sex != Sex::unknown && x.sex != sex) continue;
      if (best == none || x.last > known_[static_cast<size_t>(best)].last) best = e;
    }
    return best;
  }

  bool is_code(const Name& n) const {
    return n.size() <= 2 && (at(n.words[0]).shape == Shape::upper || at(n.words[0]).shape == Shape::mixed ||
                             at(n.words[0]).shape == Shape::alnum);
  }

  // "Công ty Dịch vụ Địa ốc Sài Gòn (SEJCO)": the name right before the bracket.
  Index defined_in_brackets(const Name& n, const Mention& m) const {
    if (last_mention_ == none || n.syllables.begin < 1) return none;
    const Mention& last = a_.mentions[static_cast<size_t>(last_mention_)];
    const Syllable& bracket = at(n.syllables.begin - 1);
    bool adjacent = last.sentence == m.sentence && bracket.span.start >= last.span.end &&
                    bracket.span.start <= last.span.end + 1 && a_.text[bracket.span.start] == u'(';
    if (!adjacent || last.type != m.type || m.type == EntityType::location) return none;
    return is_code(n) || is_code(parts_.take_apart(last)) ? last.entity : none;
  }

  // "Free Joseon, còn được gọi là nhóm Cheollima", "Phan Văn Lực (sinh năm 1970, tức Lực Đen)": the name before.
  Index also_called(const Name& n, const Mention& m) const {
    if (last_mention_ == none) return none;
    const Mention& last = a_.mentions[static_cast<size_t>(last_mention_)];
    if (last.type != m.type || last.sentence != m.sentence) return none;
    Index end = n.syllables.begin;
    const Index from = a_.first_syllable(last.span.end);
    if (end > from && is_mark(at(end - 1))) --end;
    for (Index begin = end - 1; begin >= std::max(from, end - longest_link); --begin) {
      if (is_mark(at(begin))) break;
      if (begin - from <= farthest_link && lexicon_.has(a_.phrase({begin, end}), also_called_)) return last.entity;
    }
    return none;
  }

  // Initials of the words from `first` on: of those with a capital, or of all.
  uint64_t initials(const Name& n, size_t first, bool all) const {
    uint64_t h = static_cast<uint64_t>(n.type) + 1;
    size_t letters = 0;
    for (size_t i = first; i < n.size(); ++i) {
      if (!all && !is_capital(at(n.words[i]))) continue;
      h = extend_phrase(h, bare(lower(a_.text[at(n.words[i]).span.start])));
      ++letters;
    }
    return letters < 3 || letters > longest_initials ? 0 : h;
  }
  uint64_t letters(const Name& n) const {
    const Syllable& s = at(n.words[0]);
    if (n.size() != 1 || s.shape != Shape::upper || s.span.size() < 3) return 0;
    uint64_t h = static_cast<uint64_t>(n.type) + 1;
    for (char16_t c : a_.view(s.span)) h = extend_phrase(h, bare(lower(c)));
    return h;
  }
  Index by_initials(const Name& n) const {
    auto get = [&](uint64_t k) {
      auto it = k == 0 ? initials_.end() : initials_.find(k);
      return it == initials_.end() ? none : it->second;
    };
    if (n.type == EntityType::person) return none;
    if (Index e = get(letters(n)); e != none) return e;
    if (n.size() < 3) return none;
    for (size_t first : {size_t{0}, n.head}) {
      for (bool all : {false, true}) {
        if (Index e = get(initials(n, first, all)); e != none && known_[static_cast<size_t>(e)].words == 1) return e;
      }
    }
    return none;
  }

  // A name said in short before it is said in full.
  Index short_before(const Name& n) const {
    auto bare_entity = [&](size_t first, size_t end) {
      Index e = known(parts_.key(n, first, end));
      return e != none && known_[static_cast<size_t>(e)].words == end - first ? e : none;
    };
    size_t size = n.size();
    if (n.type == EntityType::person) {
      for (size_t i = 1; i < size && i < 6; ++i) {
        if (Index e = bare_entity(i, size); e != none) return e;
      }
      for (size_t end = size - 1; end >= 1 && size >= 2; --end) {
        if (Index e = bare_entity(0, end); e != none) return e;
      }
      return none;
    }
    if (n.type == EntityType::location) return parts_.is_region(n, 0, n.head, true) ? bare_entity(n.head, size) : none;
    if (n.type == EntityType::organization) {
      if (n.head > 0 && !parts_.is_another(n, n.head)) {
        if (Index e = bare_entity(n.head, size); e != none) return e;
      }
      for (size_t i = 1; i < size && i < 6 && at(n.words[i - 1]).shape == Shape::lower; ++i) {
        if (parts_.is_another(n, i)) continue;
        if (Index e = bare_entity(i, size); e != none) return e;
      }
      for (size_t end = size - 1; end >= 2 && end > n.head; --end) {
        if (!is_capital(at(n.words[end])) && !parts_.is_region(n, end, end + 1)) continue;
        if (Index e = bare_entity(0, end); e != none) return e;
      }
    }
    return none;
  }

  Index find(const Name& n, const Mention& m) const {
    if (Index e = known(n.whole); e != none) {
      // A lone given name may be somebody else's by now.
      if (n.type != EntityType::person || n.size() > 1) return e;
      Index other = meant(n.whole, n.sex);
      const Known& x = known_[static_cast<size_t>(e)];
      bool fits = n.sex == Sex::unknown || x.sex == Sex::unknown || x.sex == n.sex;
      if (other == none || (fits && x.last >= known_[static_cast<size_t>(other)].last)) return e;
      return other;
    }
    if (Index e = meant(n.whole, n.sex); e != none) return e;
    if (n.type != EntityType::misc) {
      if (Index e = meant(parts_.key(n, 0, n.size()), n.sex); e != none) return e;
    }
    if (Index e = defined_in_brackets(n, m); e != none) return e;
    if (Index e = also_called(n, m); e != none) return e;
    if (Index e = by_initials(n); e != none) return e;
    return short_before(n);
  }

  void learn(uint64_t k, Index entity) {
    auto& entities = short_[k];
    if (std::find(entities.begin(), entities.end(), entity) != entities.end()) return;
    if (entities.size() == most_namesakes) entities.erase(entities.begin());
    entities.push_back(entity);
  }

  void learn_short_forms(const Name& n, Index entity) {
    size_t size = n.size();
    if (uint64_t k = letters(n); k != 0) initials_.try_emplace(k, entity);
    if (n.type != EntityType::person && size >= 3) {
      for (size_t first : {size_t{0}, n.head}) {
        for (bool all : {false, true}) {
          if (uint64_t k = initials(n, first, all); k != 0) initials_.try_emplace(k, entity);
        }
      }
    }
    // A given name comes last in Vietnamese, first or last elsewhere; a kind comes first.
    for (size_t i = 1; i < size && i < static_cast<size_t>(longest); ++i) {
      if (at(n.words[i]).shape == Shape::lower && n.type != EntityType::person) continue;
      if (parts_.is_another(n, i)) continue;
      bool after_kind = at(n.words[i - 1]).shape == Shape::lower || i == n.head;
      if (n.type == EntityType::person || after_kind || size - i >= 2) learn(parts_.key(n, i, size), entity);
    }
    if (n.type == EntityType::person && size >= 2) {
      learn(parts_.key(n, 0, 1), entity);
      if (size >= 3) {
        uint64_t ends = extend_phrase(parts_.key(n, 0, 1), at(n.words.back()).folded);
        learn(ends, entity);
        learn(parts_.key(n, 0, 2), entity);
      }
    }
    if (n.type == EntityType::organization) {
      // "Sở Y tế" of "Sở Y tế Nghệ An".
      for (size_t end = size - 1; end >= 2 && end > n.head; --end) {
        if (is_capital(at(n.words[end])) || parts_.is_region(n, end, end + 1)) learn(parts_.key(n, 0, end), entity);
      }
    }
  }

  Article& a_;
  const Lexicon& lexicon_;
  NameParts parts_;
  ListId also_called_;
  std::vector<Known> known_;
  std::unordered_map<uint64_t, Index> full_;                // whole names
  std::unordered_map<uint64_t, std::vector<Index>> short_;  // short forms
  std::unordered_map<uint64_t, Index> initials_;
  Index last_mention_ = none;
};

}  // namespace

void join_names(Article& article, const Lexicon& lexicon, const ReferenceWords& words) {
  NameIndex index(article, lexicon, words);
  for (size_t i = 0; i < article.mentions.size(); ++i) index.add(static_cast<Index>(i));
}

}  // namespace ailamgi::identity
