// Names of the dependency relations that Token::relation numbers.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "article.h"
#include "model/model.h"

namespace ailamgi {

// The list of toolchain/lexicons/relations.grammar. Points into the model.
class RelationNames {
 public:
  // Takes the section "relations"; nothing when the model has none, or one of more than 256 names.
  static std::optional<RelationNames> open(const Model& model);

  // "nsubj", "obl:tmod" …; "dep" for a number that has no name.
  std::string_view name(Relation relation) const { return relation < names_.size() ? names_[relation] : "dep"; }

  // The number of a name, 1 ("dep") when there is none. For use at load time: O(number of relations).
  Relation number(std::string_view name) const;

 private:
  std::vector<std::string_view> names_;
};

// "NOUN", "VERB" …
std::string_view name_of(Upos upos);

}  // namespace ailamgi
