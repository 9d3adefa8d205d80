#include "syntax/relations.h"

namespace ailamgi {

std::optional<RelationNames> RelationNames::open(const Model& model) {
  Bytes section = model.section("relations");
  std::string_view text(reinterpret_cast<const char*>(section.data()), section.size());
  RelationNames x;
  while (!text.empty()) {
    size_t end = text.find('\n');
    x.names_.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  if (x.names_.empty() || x.names_.size() > 256) return std::nullopt;
  return x;
}

Relation RelationNames::number(std::string_view name) const {
  for (size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) return static_cast<Relation>(i);
  }
  return 1;
}

std::string_view name_of(Upos upos) {
  constexpr std::string_view names[upos_count] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                  "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                  "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  return names[static_cast<size_t>(upos)];
}

}  // namespace ailamgi
