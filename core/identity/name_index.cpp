#include "identity/name_index.h"

#include "model/hash.h"

namespace ailamgi::identity {

Range NameIndex::syllables_of(const Mention& mention) const {
  return {article_.first_syllable(mention.span.start), article_.first_syllable(mention.span.end)};
}

uint64_t NameIndex::key(EntityType type, Index first, Index end) const {
  uint64_t h = static_cast<uint64_t>(type) + 1;
  for (Index i = first; i < end; ++i) {
    const Syllable& s = article_.syllables[static_cast<size_t>(i)];
    if (s.is_word()) h = extend_phrase(h, s.folded);
  }
  return h;
}

Index NameIndex::known(uint64_t key) const {
  if (auto it = full_.find(key); it != full_.end()) return it->second;
  if (auto it = short_.find(key); it != short_.end()) return it->second;
  return none;
}

// "Công ty Dịch vụ Địa ốc Sài Gòn (SEJCO)": the name right before the bracket.
Index NameIndex::defined_in_brackets(const Mention& mention, Range syllables) const {
  if (last_mention_ == none || syllables.begin < 1) return none;
  const Mention& last = article_.mentions[static_cast<size_t>(last_mention_)];
  const Syllable& bracket = article_.syllables[static_cast<size_t>(syllables.begin) - 1];
  bool code = syllables.size() == 1 && article_.syllables[static_cast<size_t>(syllables.begin)].shape == Shape::upper;
  bool adjacent = last.sentence == mention.sentence && bracket.span.start >= last.span.end &&
                  bracket.span.start <= last.span.end + 1 && article_.text[bracket.span.start] == u'(';
  return code && adjacent && last.type == mention.type ? last.entity : none;
}

void NameIndex::learn_short_forms(EntityType type, Range syllables, Index entity) {
  auto learn = [&](Index first, Index end) {
    auto [it, fresh] = short_.try_emplace(key(type, first, end), entity);
    if (!fresh && it->second != entity) it->second = type == EntityType::person ? none : it->second;
  };
  bool person = type == EntityType::person;
  // A given name comes last in Vietnamese, first or last elsewhere; a type noun comes first.
  for (Index i = syllables.begin + 1; i < syllables.end && i < syllables.begin + 8; ++i) {
    const Syllable& s = article_.syllables[static_cast<size_t>(i)];
    if (!s.is_word() || s.shape == Shape::lower) continue;
    const Syllable& before = article_.syllables[static_cast<size_t>(i) - 1];
    bool after_type_noun = before.shape == Shape::lower;
    if (person || after_type_noun || syllables.end - i >= 2) learn(i, syllables.end);
  }
  if (person && syllables.size() >= 2) learn(syllables.begin, syllables.begin + 1);
}

void NameIndex::add(Index index) {
  Mention& m = article_.mentions[static_cast<size_t>(index)];
  Range syllables = syllables_of(m);
  uint64_t name = key(m.type, syllables.begin, syllables.end);
  Index entity = known(name);
  if (entity == none) entity = defined_in_brackets(m, syllables);
  if (entity == none) {
    // "Công ty X" after "X": its tail may be known.
    for (Index i = syllables.begin + 1; entity == none && i < syllables.end && i < syllables.begin + 6; ++i) {
      bool type_noun = article_.syllables[static_cast<size_t>(i) - 1].shape == Shape::lower;
      if (!type_noun && m.type != EntityType::person) break;
      auto it = full_.find(key(m.type, i, syllables.end));
      if (it != full_.end()) entity = it->second;
    }
  }
  if (entity == none) {
    entity = static_cast<Index>(article_.entities.size());
    article_.entities.push_back({});
    article_.entities.back().type = m.type;
    article_.entities.back().name = m.span;
  }
  m.entity = entity;
  Entity& e = article_.entities[static_cast<size_t>(entity)];
  if (m.span.size() > e.name.size()) e.name = m.span;
  if (full_.try_emplace(name, entity).second) learn_short_forms(m.type, syllables, entity);
  last_mention_ = index;
}

void join_names(Article& article) {
  NameIndex index(article);
  for (size_t i = 0; i < article.mentions.size(); ++i) index.add(static_cast<Index>(i));
}

}  // namespace ailamgi::identity
