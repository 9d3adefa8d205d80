#include "events/speaker_choice.h"

#include <algorithm>

#include "events/attribution.h"
#include "events/phrases.h"

namespace ailamgi::events {

using Kind = SpeakerCandidate::Kind;

void SpeakerChoice::choose(const QuoteScene& scene, const Quote* before, Quote& quote) {
  speaker_candidates(frame_, cast_, scene, before, candidates_);
  scores_.clear();
  for (const SpeakerCandidate& c : candidates_) {
    features_.clear();
    speaker_features(frame_, cast_, scene, before, c, features_);
    scores_.push_back(score_of(weights_, features_));
  }
  const SpeakerCandidate& best = likeliest(before);
  if (best.kind == Kind::same_as_before) {
    quote.speaker = before->speaker;
    quote.speaker_span = before->speaker_span;
  } else if (best.kind == Kind::phrase) {
    quote.speaker = best.entity;
    quote.speaker_span = frame_.span_of(best.tokens);
  }
  quote.cue = cue_of(frame_, scene, best.tokens);
}

// The best of those that, with the candidates alike, have the most of the chances. Only the first few by themselves are
// weighed like that: O(candidates).
const SpeakerCandidate& SpeakerChoice::likeliest(const Quote* before) const {
  constexpr size_t few = 6;
  std::vector<size_t> order(candidates_.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const size_t kept = std::min(few, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    [&](size_t a, size_t b) { return scores_[a] != scores_[b] ? scores_[a] > scores_[b] : a < b; });
  const int32_t top = scores_[order[0]];
  size_t best = order[0];
  uint64_t most = 0;
  for (size_t i = 0; i < kept; ++i) {
    uint64_t sum = 0;
    for (size_t k = 0; k < candidates_.size(); ++k) {
      if (alike(before, candidates_[order[i]], candidates_[k])) sum += exponential(scores_[k] - top);
    }
    if (sum > most) {
      most = sum;
      best = order[i];
    }
  }
  return candidates_[best];
}

// Whether two candidates come to the same: the same entity, or nearly the same words for nobody named.
bool SpeakerChoice::alike(const Quote* before, const SpeakerCandidate& a, const SpeakerCandidate& b) const {
  if (a.kind == Kind::nobody || b.kind == Kind::nobody) return a.kind == b.kind;
  if (a.entity != b.entity) return false;
  if (a.entity != none) return true;
  auto words = [&](const SpeakerCandidate& c) {
    return c.kind == Kind::same_as_before ? before->speaker_span : frame_.span_of(c.tokens);
  };
  return nearly_same(words(a), words(b));
}

}  // namespace ailamgi::events
