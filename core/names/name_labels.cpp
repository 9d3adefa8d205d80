#include "names/name_labels.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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

}  // namespace ailamgi
