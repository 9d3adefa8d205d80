#include "events/doer_choice.h"

#include "events/phrases.h"

namespace ailamgi::events {
namespace {

using Kind = WhoCandidate::Kind;

// What being ruled out costs: no sum of weights outweighs it.
constexpr int32_t ruled_out = 1000;

// Whether one is right where the other is: the same entity, or nearly the same words.
bool alike(const WhoCandidate& a, const WhoCandidate& b) {
  if (a.kind == Kind::nobody || b.kind == Kind::nobody) return false;
  if (a.entity != none && a.entity == b.entity) return true;
  return nearly_same(a.span, b.span);
}

}  // namespace

DoerChoice::Chosen DoerChoice::choose(const Act& act, const Act* before, const Act* earlier) {
  who_candidates(frame_, act.did, before, earlier, candidates_);
  const WhoCandidate* patient = nullptr;
  if (act.passive) {
    WhoCandidate& best_patient = best(patient_, act, before, nullptr);
    make_whole(best_patient);
    patient = &best_patient;
  }
  WhoCandidate& who = best(who_, act, before, patient);
  const uint64_t sure = chance_of(who);
  if (&who != patient) make_whole(who);
  auto somebody = [](const WhoCandidate* c) { return c != nullptr && c->kind != Kind::nobody ? c : nullptr; };
  return {somebody(&who), somebody(patient), sure};
}

WhoCandidate& DoerChoice::best(const SparseWeights& weights, const Act& act, const Act* before,
                               const WhoCandidate* patient) {
  scores_.clear();
  size_t best = 0;
  for (size_t i = 0; i < candidates_.size(); ++i) {
    const WhoCandidate& c = candidates_[i];
    features_.clear();
    who_features(frame_, act.did, act.passive, before, c, features_);
    const int32_t score = score_of(weights, features_);
    scores_.push_back(is_ruled_out(c, act, before, patient) ? score - ruled_out : score);
    if (scores_[i] > scores_[best]) best = i;
  }
  return candidates_[best];
}

bool DoerChoice::is_ruled_out(const WhoCandidate& c, const Act& act, const Act* before,
                              const WhoCandidate* patient) const {
  if (patient != nullptr)
    return patient->kind != Kind::nobody && c.kind != Kind::nobody && c.span.overlaps(patient->span);
  return c.tokens.size() > 0 && (has_other_doer(c, act, before) || is_before_subject(c, act) || is_value(c, act));
}

// "nhân viên ký thư, | tuyên bố từ chức": whoever stands before the first act does both or neither.
bool DoerChoice::has_other_doer(const WhoCandidate& c, const Act& act, const Act* before) const {
  if (before == nullptr || before->topic.empty() || c.tokens.end > before->did.begin) return false;
  const bool shared = frame_.coordinated[static_cast<size_t>(act.did.begin)] != 0 && hangs_on(frame_, act.did, before);
  return shared && !c.span.overlaps(before->topic);
}

// "sau khi bà Hoa rời đi, | công nhân viết đơn": whoever stands before a comma and the act's own subject does not act.
bool DoerChoice::is_before_subject(const WhoCandidate& c, const Act& act) const {
  const Index subject = frame_.subject[static_cast<size_t>(act.did.begin)];
  if (subject == none || subject >= act.did.begin || act.passive) return false;
  for (Index k = c.tokens.end; k < subject; ++k) {
    if (frame_.is_comma(k)) return true;
  }
  return false;
}

// "đưa tiền 200, 500, | 1.000 đồng bỏ vào chai": a sum does nothing.
bool DoerChoice::is_value(const WhoCandidate& c, const Act& act) const {
  if (act.passive) return false;
  for (Index t = c.tokens.begin; t < c.tokens.end; ++t) {
    if (frame_.value_of(t) == none) return false;
  }
  return true;
}

uint64_t DoerChoice::chance_of(const WhoCandidate& best) const {
  const int32_t most = scores_[static_cast<size_t>(&best - candidates_.data())];
  uint64_t sum = 0, right = 0;
  for (size_t i = 0; i < candidates_.size(); ++i) {
    const uint64_t chance = exponential(scores_[i] - most);
    sum += chance;
    if (&candidates_[i] == &best || alike(candidates_[i], best)) right += chance;
  }
  return right * certain / sum;
}

// A name that only says more about the noun before it is not who acts: "máy bay | Trung Quốc hạ cánh".
void DoerChoice::make_whole(WhoCandidate& who) const {
  Range r = who.tokens;
  if (r.size() == 0 || who.entity == none) return;
  Index top = r.begin;
  for (Index steps = 0; top != none && r.contains(top) && steps <= r.size(); ++steps) top = frame_.token(top).head;
  const Index from = frame_.sentence(r.begin).begin;
  if (top == none || top < from || top >= r.begin || frame_.has(top, Cue::time)) return;
  Range wide = r;
  while (wide.begin > top && frame_.is_nominal(wide.begin - 1) && frame_.value_of(wide.begin - 1) == none) --wide.begin;
  if (wide.begin != top) return;
  while (wide.begin > from && wide.size() < 12 && frame_.is_nominal(wide.begin - 1) &&
         frame_.token(wide.begin - 1).head != none && wide.contains(frame_.token(wide.begin - 1).head))
    --wide.begin;
  Index entity = frame_.entity_of(wide);
  if (entity == who.entity) return;
  who.tokens = wide;
  who.span = frame_.span_of(wide);
  who.entity = entity;
}

}  // namespace ailamgi::events
