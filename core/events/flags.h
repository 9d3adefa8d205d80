// How an act is meant: passive, denied, planned or only possible. Weights over flag_features() decide, and what the
// other functions find in so many words decides against them.
#pragma once

#include "events/acts.h"

namespace ailamgi::events {

// Labels: 0 passive, 1 denied, 2 planned, 3 possible; each holds when its score is above zero (2 and 3: the higher).
void flag_features(const Frame& frame, Range did, const Act* before, Features& out);

// Plan or maybe when a phrase right before the act, or within it, says so whatever else is said ("được cho là đã gặp");
// fact otherwise.
Mode marked_mode(const Frame& frame, Range did);

// The word that makes an act passive: the nearest before it within its clause, none when there is none.
Index passive_mark(const Frame& frame, Range did);

// The agent between the mark of the passive and the act ("bị | công an Hà Nội | bắt"), empty when there is none.
Range done_by(const Frame& frame, Range did);

// Whether the passive of the act before reaches this one, too: "bị bắt và tra hỏi", "bị phạt tiền, cấm bay"; not
// "bị bắt và khai tên đồng bọn", which has an object of its own.
bool shares_passive(const Frame& frame, Range did, const Act* before);

}  // namespace ailamgi::events
