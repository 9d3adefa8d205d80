// What the features of every decision about an act ask of the words around it. For the files beside it; nothing here
// decides anything.
#pragma once

#include "events/acts.h"

namespace ailamgi::events {

// The tokens of t's sentence that a decision about t may look at: at most this many to either side, so that a sentence
// without end costs no more than its length.
constexpr Index left_reach = 60, right_reach = 120;
Range window(const Frame& frame, Index t);

// What kind of segment (title, lead, paragraph …) t stands in, as a number.
uint64_t segment_kind(const Frame& frame, Index t);

// The word that opens the clause t is in: the first after the last comma or linking word, at most 30 back.
Index opener(const Frame& frame, Index t, Range in);

// The nearest verb or word of saying before t, at most 40 back; none when there is none.
Index verb_before(const Frame& frame, Index t, Range in);

// Where the words of tense, denial and manner before the verb at t begin, t when there are none; at most 12 back.
Index auxiliary_start(const Frame& frame, Index t, Range in);

// Whether a comma or another mark stands between the act before and t, within 40 tokens of it.
bool mark_since(const Frame& frame, const Act& before, Index t);

// What stands between an act and a phrase on either side of it.
struct Between {
  bool left = false;  // whether the phrase stands before the act
  Range tokens;       // from the one to the other
  Index marks = 0, verbs = 0, links = 0;
};
Between between(const Frame& frame, Range did, Range phrase);

}  // namespace ailamgi::events
