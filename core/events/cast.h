// Who could be meant by "ông", "vị luật sư" or nobody's name at all: the persons and bodies named so far, and how they
// were introduced.
#pragma once

#include <vector>

#include "events/frame.h"

namespace ailamgi::events {

class Cast {
 public:
  // Mentions within `silent` spans (sorted, not overlapping) bring nobody on stage: whoever speaks seldom names
  // himself. O(mentions).
  Cast(const Frame& frame, const std::vector<Span>& silent);

  // The persons and organisations named last before token t, latest first, at most `most` of each. What is looked at is
  // bounded.
  void recent(Index t, size_t most, std::vector<Index>& out) const;

  // How a noun phrase fits an entity.
  struct Fit {
    uint64_t honorific = 0;  // 0 the entity has none; 1 its names bear the phrase's first word; 2 they bear another
    uint64_t title = 0;      // of the phrase's words, those that introduce the entity: 0 none, 1 some, 2 all
    bool head = false;       // the first word is among them
    uint64_t named = 0;      // how often it is named, 0 … 3 (three or more)
    Index last = none;       // token of its last mention before the phrase, outside of silent spans
  };
  Fit fit(Range phrase, Index entity) const;

 private:
  struct Part {
    std::vector<uint64_t> described;   // words before and in apposition to its names, sorted
    std::vector<uint64_t> honorifics;  // words right before its names, sorted
    std::vector<Index> tokens;         // where it is mentioned out loud
    uint64_t named = 0;
  };
  void introduce(const Mention& mention, Part& part) const;

  const Frame& frame_;
  std::vector<Index> heard_;  // mentions outside of silent spans
  std::vector<Part> parts_;   // by entity
};

}  // namespace ailamgi::events
