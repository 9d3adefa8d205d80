#include "names/name_labels.h"

namespace ailamgi {

void read_names(const std::vector<uint8_t>& labels, Index first, std::vector<LabelledName>& out) {
  for (size_t i = 0; i < labels.size();) {
    size_t start = i++;
    if (!is_begin(labels[start])) continue;
    while (i < labels.size() && labels[i] == labels[start] + 1) ++i;
    out.push_back({{first + static_cast<Index>(start), first + static_cast<Index>(i)}, type_of(labels[start])});
  }
}

}  // namespace ailamgi
