#include "events/events.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "events/circumstances.h"
#include "events/contents.h"
#include "events/doer_choice.h"
#include "events/flags.h"
#include "events/pairing.h"
#include "events/sayings.h"
#include "events/sources.h"
#include "events/weights.h"
#include "model/reader.h"

namespace ailamgi {

using namespace events;

std::optional<EventExtractor> EventExtractor::open(const Model& model) {
  return open(model, model.section("events"));
}

std::optional<EventExtractor> EventExtractor::open(const Model& model, Bytes section) {
  auto cues = Cues::open(model);
  auto names = RelationNames::open(model);
  if (!cues || !names) return std::nullopt;
  EventExtractor e(*cues, KnownRelations::of(*names));
  SectionReader in(section);
  e.threshold_ = in.value<uint32_t>();
  struct Part {
    SparseWeights* weights;
    uint32_t labels;
  };
  const Part parts[] = {{&e.act_, 3},  {&e.growth_, 1}, {&e.flags_, 4}, {&e.who_, 1},   {&e.patient_, 1},
                        {&e.what_, 1}, {&e.when_, 1},   {&e.where_, 1}, {&e.source_, 1}};
  for (const Part& part : parts) {
    auto weights = SparseWeights::read(in);
    if (!weights || weights->labels() != part.labels) return std::nullopt;
    *part.weights = *weights;
  }
  return e;
}

// One pass over an article.
class EventExtractor::Telling {
 public:
  Telling(const EventExtractor& e, Article& article)
      : e_(e), article_(article), frame_(article, e.cues_, e.relations_), doers_(frame_, e.who_, e.patient_) {}

  void tell(const Sentence& sentence) {
    acts_.clear();
    told_.clear();
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end;) t = try_act(t);
    for (const Told& told : told_) {
      find_circumstances(told);
      find_source(told);
    }
    for (auto it = acts_.rbegin(); it != acts_.rend(); ++it) {
      if (!it->topic.empty()) {
        earlier_ = *it;
        break;
      }
    }
  }

 private:
  static constexpr Index longest_act = 6, longest_complement = 30;  // tokens
  static constexpr uint64_t ready_share = 4;                        // what threshold_of() divides by
  static constexpr uint64_t least_share = 40;  // per cent of the threshold, above which an event is at least doubtful
  // A place is told from a chance of 0.36 on, in the scale of exponential(): best for F1 in five folds.
  static constexpr int32_t least_place = -18;

  struct Told {
    Act act;
    size_t event, after;  // its place among Article::events; how many of acts_ stand before it
  };

  // That a word is the act of an event that a reader must be told (key), or of one that may be left out (more).
  struct Chances {
    uint64_t key, more;
    bool is_above(uint64_t threshold) const { return key * 1000 > threshold * (certain - more); }
  };

  const Act* before() const { return acts_.empty() ? nullptr : &acts_.back(); }
  const Act* earlier() const { return earlier_.topic.empty() ? nullptr : &earlier_; }

  // "trạm | thu phí BOT Sóc Trăng", "nhà | viết kịch". Not for may_act(): what is learned from such words tells of
  // others, too.
  bool is_in_name(Index t) const {
    const Index mention = frame_.mention_of(t);
    if (mention != none && article_.mentions[static_cast<size_t>(mention)].kind == MentionKind::name) return true;
    return t > frame_.sentence(t).begin && frame_.has(t, Cue::title) && frame_.has(t - 1, Cue::title);
  }

  // Tells the event whose act begins at t, if there is one. Returns the token to go on with.
  [[gnu::noinline]] Index try_act(Index t) {
    if (!may_act(frame_, t) || is_in_name(t)) return t + 1;
    Chances chances = chances_of(t);
    // Most words are below the lowest threshold, whatever theirs is.
    if (!chances.is_above(e_.threshold_ / ready_share)) return t + 1;
    const uint64_t threshold = threshold_of(t),
                   least = std::min<uint64_t>(threshold, e_.threshold_ * least_share / 100);
    if (!chances.is_above(least)) return t + 1;
    Act act;
    act.did = grown({act_start(frame_, t, before()), t + 1});
    find_flags(act);
    const auto [who, patient, sure] = doers_.choose(act, before(), earlier());
    chances.key = chances.key * sure / certain;
    chances.more = chances.more * sure / certain;
    if (!chances.is_above(least)) return t + 1;

    Event event;
    event.doubtful = !chances.is_above(threshold);
    event.sentence = frame_.token(t).sentence;
    event.predicate = t;
    event.did = frame_.span_of(act.did);
    event.passive = act.passive;
    event.negated = act.negated;
    event.mode = act.mode;
    event.chance = static_cast<uint16_t>(chances.key * 10000 / certain);
    if (who != nullptr) event.who = argument_of(*who, act);
    if (act.passive) {
      if (patient != nullptr) {
        event.what = argument_of(*patient, act);
        event.what.implicit = false;
      }
      find_complement(act, event);
    } else {
      find_what(act, event);
    }
    if (const WhoCandidate* topic = patient != nullptr ? patient : who; topic != nullptr) {
      act.topic = topic->span;
      act.topic_tokens = topic->tokens;
      act.topic_entity = topic->entity;
    }
    if (!act.passive) keep_to_quote(article_.quotes, event);
    event.what.span = paired(article_.text, event.what.span);
    event.complement = paired(article_.text, event.complement);
    told_.push_back({act, article_.events.size(), acts_.size()});
    article_.events.push_back(event);
    // What is doubtful stays out of the sight of the verbs after it.
    if (!event.doubtful) acts_.push_back(act);
    return act.did.end;
  }

  Chances chances_of(Index t) {
    features_.clear();
    act_features(frame_, t, before(), features_);
    int32_t scores[3] = {};
    for (uint64_t f : features_.list()) e_.act_.add(f, scores);
    const int32_t top = std::max({scores[0], scores[1], scores[2]});
    const uint64_t no = exponential(scores[0] - top), key = exponential(scores[1] - top),
                   more = exponential(scores[2] - top);
    const uint64_t sum = no + key + more;
    return {key * certain / sum, more * certain / sum};
  }

  // Hedged deeds are told more readily too: left out, "Bị can được cho là đã chuyển tiền" would leave nothing said.
  uint64_t threshold_of(Index t) const {
    bool ready = is_reported(t) || marked_mode(frame_, {t, t + 1}) == Mode::maybe;
    return ready ? e_.threshold_ / ready_share : e_.threshold_;
  }

  // What somebody named did, told by a source without a name ("nguồn tin cho biết Altman đã gặp ..."): the deed is the
  // news there, and the saying only says how sure it is.
  bool is_reported(Index t) const {
    Index head = frame_.token(t).head, subject = frame_.subject[static_cast<size_t>(t)];
    return hangs_on(frame_, {t, t + 1}, before()) && subject != none && frame_.mention_of(subject) != none &&
           before()->topic_entity == none && frame_.has(head, Cue::say);
  }

  Range grown(Range did) {
    const Range in = frame_.sentence(did.begin);
    while (did.end < in.end && did.size() < longest_act && frame_.is_word(did.end)) {
      features_.clear();
      growth_features(frame_, did, features_);
      if (score_of(e_.growth_, features_) <= 0) break;
      ++did.end;
    }
    return did;
  }

  void find_flags(Act& act) {
    features_.clear();
    flag_features(frame_, act.did, before(), features_);
    int32_t scores[flag_labels] = {};
    for (uint64_t f : features_.list()) e_.flags_.add(f, scores);
    set_flags(frame_, scores, before(), act);
  }

  Argument argument_of(const WhoCandidate& who, const Act& act) const {
    Argument a;
    a.span = who.span;
    a.entity = who.entity;
    a.implicit = who.tokens.size() == 0;
    if (!a.implicit) a.span.start = frame_.token(frame_.start_of_amount(who.tokens.begin)).span.start;
    // The agent of a verb further back, not said again.
    if (!acts_.empty() && acts_.back().topic == who.span && who.tokens.end <= acts_.back().did.begin &&
        act.did.begin >= acts_.back().did.end) {
      a.implicit = true;
    }
    return a;
  }

  // As the content of an active verb, then the reason to its end: "bị bắt | tại nhà riêng | vì trộm xe".
  void find_complement(const Act& act, Event& event) {
    Index mark = passive_mark(frame_, act.did);
    if (mark == none && shares_passive(frame_, act.did, before())) mark = passive_mark(frame_, before()->did);
    if (mark != none && !act.did.contains(mark)) event.mark = frame_.token(mark).span;
    Range r = content_of(act);
    if (r.size() > 0 && r.begin < act.did.end) r = {};
    Range in = frame_.sentence(act.did.begin);
    Index end = r.size() > 0 ? r.end : act.did.end;
    if (end + 1 < in.end && frame_.has(end, Cue::reason)) {
      while (end < in.end && end < act.did.end + longest_complement && !frame_.is_mark(end)) ++end;
      if (end < in.end && !frame_.is_mark(end)) end = r.size() > 0 ? r.end : act.did.end;
    }
    if (end <= act.did.end || frame_.is_mark(act.did.end)) return;
    Span s{event.did.end, frame_.token(end - 1).span.end};
    bool taken =
        (event.what.present() && s.overlaps(event.what.span)) || (event.who.present() && s.overlaps(event.who.span));
    if (!taken) event.complement = {frame_.token(act.did.end).span.start, s.end};
  }

  void find_what(Act& act, Event& event) {
    act.what = content_of(act);
    if (act.what.size() == 0) return;
    event.what.span = frame_.span_of(act.what);
    event.what.entity = frame_.entity_of(act.what);
  }

  // Empty when there is none.
  Range content_of(const Act& act) {
    what_candidates(frame_, act.did, whats_);
    auto weigh = [&](const WhatCandidate& c) { what_features(frame_, act.did, c, features_); };
    return best_of(whats_, e_.what_, std::numeric_limits<int32_t>::min(), weigh)->tokens;
  }

  // When and where what is said happened is not when and where it is said.
  void leave_said(const Act& act) {
    if (!frame_.has(act.did.begin, Cue::say)) return;
    auto is_said = [&](const PhraseCandidate& c) {
      return act.what.contains(c.tokens.begin) && c.tokens.end < act.what.end;
    };
    std::erase_if(phrases_, is_said);
  }

  // "trong thời gian tới | và người Việt được vào": a phrase, where "khi" opens a clause.
  Range time_in(Range phrase) const {
    const Index second = phrase.begin + 1;
    if (second < phrase.end && frame_.token(second).upos == Upos::PRON && frame_.token(second).head == phrase.begin)
      return {phrase.begin, second + 1};  // "khi đó | ông Nam …"
    if (frame_.token(phrase.begin).upos == Upos::SCONJ || frame_.has(phrase.begin, Cue::link)) return phrase;
    for (Index k = phrase.begin + 2; k + 1 < phrase.end; ++k) {
      if (frame_.token(k).upos == Upos::CCONJ && !frame_.has(k + 1, Cue::time)) return {phrase.begin, k};
    }
    return phrase;
  }

  // "sau | đó", "trong | thời gian tới": words of place before what only time has.
  void leave_times() {
    auto is_time = [&](const PhraseCandidate& c) {
      const Index second = c.tokens.begin + 1;
      return second < c.tokens.end && frame_.has(c.tokens.begin, Cue::time) &&
             (frame_.has(second, Cue::time) || frame_.token(second).upos == Upos::PRON);
    };
    std::erase_if(phrases_, is_time);
  }

  void find_circumstances(const Told& told) {
    const Act& act = told.act;
    const Act* prior = told.after > 0 ? &acts_[told.after - 1] : nullptr;
    Event& event = article_.events[told.event];
    auto weigh = [&](const PhraseCandidate& c) { phrase_features(frame_, act.did, act.what, prior, c, features_); };
    phrase_candidates(frame_, act.did, Circumstance::when, phrases_);
    leave_said(act);
    if (const PhraseCandidate* when = best_of(phrases_, e_.when_, 0, weigh)) {
      const Index value = when->value;
      event.when.span =
          value == none ? frame_.span_of(time_in(when->tokens)) : article_.values[static_cast<size_t>(value)].span;
      event.when.value = value;
    }
    phrase_candidates(frame_, act.did, Circumstance::where, phrases_);
    leave_said(act);
    leave_times();
    if (const PhraseCandidate* where = best_of(phrases_, e_.where_, least_place, weigh)) {
      const Range r = where->tokens;
      event.where.span = frame_.span_of(r);
      if (r.size() > 1) event.where.entity = frame_.entity_of({r.begin + 1, r.end});
      // "trong cuộc họp" is told once.
      if (event.when.span.overlaps(event.where.span)) event.where = {};
    }
  }

  void find_source(const Told& told) {
    const Act& act = told.act;
    source_candidates(frame_, act.did, acts_, sources_);
    auto weigh = [&](const SourceCandidate& c) { source_features(frame_, act.did, c, features_); };
    if (const SourceCandidate* source = best_of(sources_, e_.source_, 0, weigh)) {
      Argument& by = article_.events[told.event].source;
      by.span = source->span;
      by.entity = source->entity;
    }
  }

  // The candidate with the highest score, the first of equals; null when none is above `least`. `weigh` adds the
  // features of one.
  template <class Candidate, class Weigh>
  const Candidate* best_of(const std::vector<Candidate>& all, const SparseWeights& weights, int32_t least,
                           Weigh weigh) {
    const Candidate* best = nullptr;
    for (const Candidate& c : all) {
      features_.clear();
      weigh(c);
      const int32_t score = score_of(weights, features_);
      if (score <= least) continue;
      best = &c;
      least = score;
    }
    return best;
  }

  const EventExtractor& e_;
  Article& article_;
  Frame frame_;
  DoerChoice doers_;
  std::vector<Act> acts_;   // of the sentence, but for the doubtful ones
  std::vector<Told> told_;  // every one of the sentence
  Act earlier_;             // the last act before the sentence that has a topic
  Features features_;
  std::vector<WhatCandidate> whats_;
  std::vector<PhraseCandidate> phrases_;
  std::vector<SourceCandidate> sources_;
};

void EventExtractor::run(Article& article, Progress& progress) const {
  article.events.clear();
  Telling telling(*this, article);
  size_t seen = 0;
  for (const Sentence& sentence : article.sentences) {
    if (!progress.reached(seen++, article.sentences.size())) return;
    if (sentence.told) telling.tell(sentence);
  }
}

}  // namespace ailamgi
