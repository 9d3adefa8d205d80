// How an act is meant: passive, denied, planned or only possible. Weights over flag_features() decide, but not against
// what the text says in so many words.
#pragma once

#include "events/acts.h"

namespace ailamgi::events {

// Labels: 0 passive, 1 denied, 2 planned, 3 possible; each holds when its score is above zero (2 and 3: the higher).
constexpr size_t flag_labels = 4;
void flag_features(const Frame& frame, Range did, const Act* before, Features& out);

// Sets `passive`, `negated` and `mode` of an act of which `did` is known. `scores` are those of its flag_features().
void set_flags(const Frame& frame, const int32_t (&scores)[flag_labels], const Act* before, Act& act);

// Plan or maybe when a phrase right before the act, or within it, says so whatever else is said ("được cho là đã gặp");
// fact otherwise.
Mode marked_mode(const Frame& frame, Range did);

// The word that makes an act passive: the nearest before it within its clause, none when there is none.
Index passive_mark(const Frame& frame, Range did);

// Whether the passive of the act before reaches this one, too: "bị bắt và tra hỏi", "bị phạt tiền, cấm bay", "bị tạt
// axit, cắt gân chân"; not "bị bắt và khai tên đồng bọn", which alone of the two has an object.
bool shares_passive(const Frame& frame, Range did, const Act* before);

}  // namespace ailamgi::events
