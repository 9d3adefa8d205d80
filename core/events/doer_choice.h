// Chooses who did it and, of a passive act, whom it was done to: the best of who_candidates() by weights, but for those
// that the sentence rules out whatever the weights say.
#pragma once

#include <vector>

#include "events/doers.h"
#include "events/weights.h"

namespace ailamgi::events {

class DoerChoice {
 public:
  // All must outlive this.
  DoerChoice(const Frame& frame, const SparseWeights& who, const SparseWeights& patient)
      : frame_(frame), who_(who), patient_(patient) {}

  struct Chosen {
    const WhoCandidate *who, *patient;  // null: nobody; the patient of an active act is
    // The chance that `who` is right, in units of 1/certain. Candidates that would be taken for the same share theirs.
    uint64_t sure;
  };

  // Whom it was done to is chosen first; who overlaps that did not do it. `before` and `earlier` as in
  // who_candidates(). The candidates chosen hold until the next call.
  Chosen choose(const Act& act, const Act* before, const Act* earlier);

 private:
  WhoCandidate& best(const SparseWeights& weights, const Act& act, const Act* before, const WhoCandidate* patient);
  bool is_ruled_out(const WhoCandidate& candidate, const Act& act, const Act* before,
                    const WhoCandidate* patient) const;
  bool has_other_doer(const WhoCandidate& candidate, const Act& act, const Act* before) const;
  bool is_before_subject(const WhoCandidate& candidate, const Act& act) const;
  bool is_value(const WhoCandidate& c, const Act& act) const;
  uint64_t chance_of(const WhoCandidate& best) const;
  void make_whole(WhoCandidate& candidate) const;

  const Frame& frame_;
  const SparseWeights &who_, &patient_;
  Features features_;
  std::vector<WhoCandidate> candidates_;
  std::vector<int32_t> scores_;  // of each candidate
};

}  // namespace ailamgi::events
