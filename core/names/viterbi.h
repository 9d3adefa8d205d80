// The best sequence of labels under a first-order model (Viterbi 1967), in whole numbers.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "names/name_labels.h"

namespace ailamgi {

using LabelScores = std::array<int32_t, name_label_count>;
using LabelTransitions = std::array<std::array<int32_t, name_label_count>, name_label_count>;

// Sets `labels` to the sequence with the highest sum of scores[i][label] and transitions[before][label]; the first
// label follows label_outside. Only sequences of may_follow() count. O(n).
void best_labels(const std::vector<LabelScores>& scores, const LabelTransitions& transitions,
                 std::vector<uint8_t>& labels);

}  // namespace ailamgi
