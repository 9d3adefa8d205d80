// Joins names that mean the same thing.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "article.h"

namespace ailamgi::identity {

// The entities found so far, by the ways in which they may be called again. Names must be given in text order.
class NameIndex {
 public:
  explicit NameIndex(Article& article) : article_(article) {}

  // Gives the mention its entity, a new one when it is like none before. O(syllables of the name).
  void add(Index mention);

 private:
  Range syllables_of(const Mention& mention) const;
  uint64_t key(EntityType type, Index first, Index end) const;
  Index known(uint64_t key) const;
  Index defined_in_brackets(const Mention& mention, Range syllables) const;
  void learn_short_forms(EntityType type, Range syllables, Index entity);

  Article& article_;
  std::unordered_map<uint64_t, Index> full_;   // whole names
  std::unordered_map<uint64_t, Index> short_;  // short forms; none where two entities share one
  Index last_mention_ = none;
};

// Gives every mention its entity. Mentions must be names in text order. O(syllables of the names).
void join_names(Article& article);

}  // namespace ailamgi::identity
