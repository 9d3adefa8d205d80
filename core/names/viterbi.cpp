#include "names/viterbi.h"

namespace ailamgi {

void best_labels(const std::vector<LabelScores>& scores, const LabelTransitions& transitions,
                 std::vector<uint8_t>& labels) {
  constexpr int64_t impossible = INT64_MIN / 4;
  size_t n = scores.size();
  labels.assign(n, label_outside);
  if (n == 0) return;
  std::array<int64_t, name_label_count> best, next;
  best.fill(impossible);
  best[label_outside] = 0;
  std::vector<std::array<uint8_t, name_label_count>> from(n);
  for (size_t i = 0; i < n; ++i) {
    for (uint8_t y = 0; y < name_label_count; ++y) {
      int64_t top = impossible;
      uint8_t arg = 0;
      for (uint8_t p = 0; p < name_label_count; ++p) {
        if (!may_follow(p, y)) continue;
        int64_t s = best[p] + transitions[p][y];
        if (s > top) {
          top = s;
          arg = p;
        }
      }
      next[y] = top + scores[i][y];
      from[i][y] = arg;
    }
    best = next;
  }
  uint8_t y = 0;
  for (uint8_t k = 1; k < name_label_count; ++k) {
    if (best[k] > best[y]) y = k;
  }
  for (size_t i = n; i-- > 0;) {
    labels[i] = y;
    y = from[i][y];
  }
}

}  // namespace ailamgi
