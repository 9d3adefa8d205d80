// Chooses who speaks: the likeliest of speaker_candidates() by weights.
#pragma once

#include <vector>

#include "events/speaker_features.h"
#include "events/weights.h"

namespace ailamgi::events {

class SpeakerChoice {
 public:
  // All must outlive this.
  SpeakerChoice(const Frame& frame, const Cast& cast, const SparseWeights& weights)
      : frame_(frame), cast_(cast), weights_(weights) {}

  // Gives a quotation its speaker and the word of saying that goes with him (attribution.h). `before` is the quotation
  // before, null when there is none. O(candidates).
  void choose(const QuoteScene& scene, const Quote* before, Quote& quote);

 private:
  const SpeakerCandidate& likeliest(const Quote* before) const;
  bool alike(const Quote* before, const SpeakerCandidate& a, const SpeakerCandidate& b) const;

  const Frame& frame_;
  const Cast& cast_;
  const SparseWeights& weights_;
  Features features_;
  std::vector<SpeakerCandidate> candidates_;
  std::vector<int32_t> scores_;  // of each candidate
};

}  // namespace ailamgi::events
