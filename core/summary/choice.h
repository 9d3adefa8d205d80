// Which events a summary tells, and in which of their forms.
//
// Without a title the statements are chosen together, so that they are expected to tell as much as possible of the lead
// that an editor would write (expectation.h): greedily, from each of several first ones. With a title the event that
// ranks first, given those taken already, is taken again and again, in the form that is expected to tell most.
#pragma once

#include <vector>

#include "article.h"
#include "summary/phrasing.h"
#include "summary/salience.h"

namespace ailamgi::summary {

inline constexpr size_t most_statements = 5;

// The statements of a summary, most telling first. `weighed` must have run. O(events log events).
std::vector<Statement> choose(const Article& article, const Phrasing& phrasing, const SalienceWeights& weights,
                              const Salience& weighed);

}  // namespace ailamgi::summary
