#include "names/name_labels.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace ailamgi {

void read_names(const std::vector<uint8_t>& labels, Index first, std::vector<LabelledName>& out) {
  for (size_t i = 0; i < labels.size();) {
    size_t start = i++;
    if (!is_begin(labels[start])) continue;
    while (i < labels.size() && labels[i] == labels[start] + 1) ++i;
    out.push_back({{first + static_cast<Index>(start), first + static_cast<Index>(i)}, type_of(labels[start])});
  }
}

void settle_types(const Article& article, std::vector<LabelledName>& names) {
  struct Votes {
    std::array<int, 4> count{};
    EntityType first = EntityType::person;
  };
  std::unordered_map<uint64_t, Votes> votes;
  for (const LabelledName& name : names) {
    auto [it, fresh] = votes.try_emplace(article.phrase(name.syllables));
    if (fresh) it->second.first = name.type;
    ++it->second.count[static_cast<size_t>(name.type)];
  }
  for (LabelledName& name : names) {
    const Votes& v = votes.find(article.phrase(name.syllables))->second;
    auto most = std::max_element(v.count.begin(), v.count.end());
    name.type =
        *most == v.count[static_cast<size_t>(v.first)] ? v.first : static_cast<EntityType>(most - v.count.begin());
  }
}

namespace {

// The dash within a person's name; none when it has none or several.
Index dash_in(const Article& article, const LabelledName& name) {
  Index found = none;
  for (Index i = name.syllables.begin + 1; i + 1 < name.syllables.end && name.type == EntityType::person; ++i) {
    const Syllable& s = article.syllables[static_cast<size_t>(i)];
    const char16_t c = article.text[s.span.start];
    if (s.shape != Shape::punctuation || (c != u'-' && c != u'–')) continue;
    if (found != none) return none;
    found = i;
  }
  return found;
}

}  // namespace

void part_pairs(const Article& article, std::vector<LabelledName>& names) {
  std::unordered_set<uint64_t> persons;
  std::vector<Index> dashes(names.size(), none);
  bool any = false;
  for (size_t i = 0; i < names.size(); ++i) {
    const Range r = names[i].syllables;
    dashes[i] = dash_in(article, names[i]);
    any = any || dashes[i] != none;
    if (dashes[i] != none || names[i].type != EntityType::person) continue;
    persons.insert({article.phrase(r), article.phrase({r.begin, r.begin + 1}), article.phrase({r.end - 1, r.end})});
  }
  if (!any) return;
  std::vector<LabelledName> parted;
  for (size_t i = 0; i < names.size(); ++i) {
    const Range r = names[i].syllables;
    const Range left{r.begin, dashes[i]}, right{dashes[i] + 1, r.end};
    if (dashes[i] != none && persons.contains(article.phrase(left)) && persons.contains(article.phrase(right))) {
      parted.push_back({left, names[i].type});
      parted.push_back({right, names[i].type});
    } else {
      parted.push_back(names[i]);
    }
  }
  names = std::move(parted);
}

}  // namespace ailamgi
