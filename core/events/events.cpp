#include "events/events.h"

#include <algorithm>
#include <vector>

#include "events/circumstances.h"
#include "events/contents.h"
#include "events/doers.h"
#include "events/flags.h"
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
    NameWeights* weights;
    uint32_t labels;
  };
  const Part parts[] = {{&e.act_, 3},  {&e.growth_, 1}, {&e.flags_, 4}, {&e.who_, 1},   {&e.patient_, 1},
                        {&e.what_, 1}, {&e.when_, 1},   {&e.where_, 1}, {&e.source_, 1}};
  for (const Part& part : parts) {
    auto weights = NameWeights::read(in);
    if (!weights || weights->labels() != part.labels) return std::nullopt;
    *part.weights = *weights;
  }
  return e;
}

// One pass over an article.
class EventExtractor::Telling {
 public:
  Telling(const EventExtractor& e, Article& article)
      : e_(e), article_(article), frame_(article, e.cues_, e.relations_) {}

  void tell(const Sentence& sentence) {
    acts_.clear();
    told_.clear();
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end;) t = try_act(t);
    for (const Told& told : told_) find_circumstances(told);
    for (auto it = acts_.rbegin(); it != acts_.rend(); ++it) {
      if (!it->topic.empty()) {
        earlier_ = *it;
        break;
      }
    }
  }

 private:
  static constexpr uint32_t one = 65536;
  static constexpr Index longest_complement = 30;  // tokens
  static constexpr uint64_t ready_share = 4;       // what threshold_of() divides by
  static constexpr uint64_t least_share = 40;  // per cent of the threshold, above which an event is at least doubtful

  struct Told {
    Act act;
    size_t event, after;  // its place among Article::events; how many of acts_ stand before it
  };

  const Act* before() const { return acts_.empty() ? nullptr : &acts_.back(); }

  // What somebody named did, told by a source without a name ("nguồn tin cho biết Altman đã gặp ..."): the deed is the
  // news there, and the saying only says how sure it is.
  bool is_reported(Index t) const {
    Index head = frame_.token(t).head, subject = frame_.subject[static_cast<size_t>(t)];
    return hangs_on(frame_, {t, t + 1}, before()) && subject != none && frame_.mention_of(subject) != none &&
           before()->topic_entity == none && frame_.has(head, Cue::say);
  }

  // Hedged deeds are told more readily too: left out, "Bị can được cho là đã chuyển tiền" would leave nothing said.
  uint64_t threshold_of(Index t) const {
    bool ready = is_reported(t) || marked_mode(frame_, {t, t + 1}) == Mode::maybe;
    return ready ? e_.threshold_ / ready_share : e_.threshold_;
  }

  // Where the act at t begins: "ngừng | thử" is no trial, and "thử" alone would say that there was one. What "không
  // ngừng" precedes does go on.
  Index chain_start(Index t) const {
    const Index from = std::max(frame_.sentence(t).begin, before() != nullptr ? before()->did.end : 0);
    const Index stop = t - 1;
    bool stopped = stop >= from && frame_.is_verb(stop) && frame_.has(stop, Cue::negverb) && !goes_on(t);
    return stopped ? stop : t;
  }
  bool goes_on(Index t) const {
    return t - 2 >= frame_.sentence(t).begin && frame_.has(t - 1, Cue::negverb) && frame_.has(t - 2, Cue::negation);
  }

  static bool is_above(uint64_t threshold, uint64_t chance_key, uint64_t chance_more) {
    return chance_key * 1000 > threshold * (one - chance_more);
  }

  // Tells the event whose act begins at t, if there is one. Returns the token to go on with.
  [[gnu::noinline]] Index try_act(Index t) {
    if (!may_act(frame_, t)) return t + 1;
    features_.clear();
    act_features(frame_, t, before(), features_);
    int32_t scores[3] = {};
    for (uint64_t f : features_.list()) e_.act_.add(f, scores);
    int32_t top = std::max({scores[0], scores[1], scores[2]});
    uint32_t none_of = exponential(scores[0] - top), key = exponential(scores[1] - top),
             more = exponential(scores[2] - top);
    uint64_t sum = uint64_t{none_of} + key + more;
    uint64_t chance_key = uint64_t{key} * one / sum, chance_more = uint64_t{more} * one / sum;
    // Most words are below the lowest threshold, whatever theirs is.
    if (!is_above(e_.threshold_ / ready_share, chance_key, chance_more)) return t + 1;
    const uint64_t threshold = threshold_of(t),
                   least = std::min<uint64_t>(threshold, e_.threshold_ * least_share / 100);
    if (!is_above(least, chance_key, chance_more)) return t + 1;
    Act act;
    act.did = {chain_start(t), t + 1};
    Range in = frame_.sentence(t);
    while (act.did.end < in.end && act.did.size() < 6 && frame_.is_word(act.did.end)) {
      features_.clear();
      growth_features(frame_, act.did, features_);
      if (score_of(e_.growth_, features_) <= 0) break;
      ++act.did.end;
    }
    set_flags(act);
    Event event;
    who_candidates(frame_, act.did, before(), earlier_.topic.empty() ? nullptr : &earlier_, candidates_);
    const WhoCandidate* patient = nullptr;
    if (act.passive) patient = whole(best_who(e_.patient_, act, nullptr));
    uint64_t sure = one;
    WhoCandidate* who = best_who(e_.who_, act, patient, &sure);
    if (who != patient) who = whole(who);
    chance_key = chance_key * sure / one;
    chance_more = chance_more * sure / one;
    if (!is_above(least, chance_key, chance_more)) return t + 1;

    event.doubtful = !is_above(threshold, chance_key, chance_more);
    event.sentence = frame_.token(t).sentence;
    event.predicate = t;
    event.did = frame_.span_of(act.did);
    event.passive = act.passive;
    event.negated = act.negated;
    event.mode = act.mode;
    event.chance = static_cast<uint16_t>(chance_key * 10000 / one);
    if (who->kind != WhoCandidate::Kind::nobody) event.who = argument_of(*who, act);
    if (act.passive) {
      if (patient->kind != WhoCandidate::Kind::nobody) {
        event.what = argument_of(*patient, act);
        event.what.implicit = false;
      }
      find_complement(act, event);
    } else {
      find_what(act, event);
    }
    const WhoCandidate* topic = patient != nullptr && patient->kind != WhoCandidate::Kind::nobody ? patient : who;
    if (topic->kind != WhoCandidate::Kind::nobody) {
      act.topic = topic->span;
      act.topic_tokens = topic->tokens;
      act.topic_entity = topic->entity;
    }
    if (!act.passive) keep_to_quote(event);
    event.what.span = paired(event.what.span);
    event.complement = paired(event.complement);
    told_.push_back({act, article_.events.size(), acts_.size()});
    article_.events.push_back(event);
    // What is doubtful stays out of the sight of the verbs after it.
    if (!event.doubtful) acts_.push_back(act);
    return act.did.end;
  }

  void set_flags(Act& act) {
    features_.clear();
    flag_features(frame_, act.did, before(), features_);
    int32_t scores[4] = {};
    for (uint64_t f : features_.list()) e_.flags_.add(f, scores);
    act.passive = scores[0] > 0 || done_by(frame_, act.did).size() > 0 || shares_passive(frame_, act.did, before());
    act.negated = (scores[1] > 0 || (act.passive && is_passive_denied(act.did))) && !goes_on(act.did.begin);
    if (std::max(scores[2], scores[3]) > 0) act.mode = scores[2] > scores[3] ? Mode::plan : Mode::maybe;
    // A reader must not be told as a fact what the text calls a guess.
    if (act.mode == Mode::fact) act.mode = marked_mode(frame_, act.did);
    if (act.mode == Mode::fact && !act.passive && is_asked_for(act.did)) act.mode = Mode::plan;
  }

  // "chưa | được UBND tỉnh phê duyệt": however long the agent between the mark and the act.
  bool is_passive_denied(Range did) const {
    const Index mark = passive_mark(frame_, did);
    return mark != none && mark > frame_.sentence(mark).begin && frame_.has(mark - 1, Cue::negation);
  }

  // "chỉ đạo Đại sứ quán | cử cán bộ túc trực": what somebody is to do.
  bool is_asked_for(Range did) const {
    const Act* asking = before();
    if (asking == nullptr || asking->passive || !frame_.has(asking->did.end - 1, Cue::ask)) return false;
    Index k = asking->did.end;
    while (k < did.begin && frame_.is_nominal(k)) ++k;
    return k == did.begin && k > asking->did.end;
  }

  // A name that only says more about the noun before it is not who acts: "máy bay | Trung Quốc hạ cánh".
  WhoCandidate* whole(WhoCandidate* who) const {
    Range r = who->tokens;
    if (r.size() == 0 || who->entity == none) return who;
    Index top = r.begin;
    for (Index steps = 0; top != none && r.contains(top) && steps <= r.size(); ++steps) top = frame_.token(top).head;
    const Index from = frame_.sentence(r.begin).begin;
    if (top == none || top < from || top >= r.begin || frame_.has(top, Cue::time)) return who;
    Range wide = r;
    while (wide.begin > top && frame_.is_nominal(wide.begin - 1) && frame_.value_of(wide.begin - 1) == none)
      --wide.begin;
    if (wide.begin != top) return who;
    while (wide.begin > from && wide.size() < 12 && frame_.is_nominal(wide.begin - 1) &&
           frame_.token(wide.begin - 1).head != none && wide.contains(frame_.token(wide.begin - 1).head))
      --wide.begin;
    Index entity = frame_.entity_of(wide);
    if (entity == who->entity) return who;
    who->tokens = wide;
    who->span = frame_.span_of(wide);
    who->entity = entity;
    return who;
  }

  // "nhân viên ký thư, | tuyên bố từ chức": whoever stands before the first act does both or neither.
  bool shares_doer(Range did) const {
    return frame_.coordinated[static_cast<size_t>(did.begin)] != 0 && hangs_on(frame_, did, before()) &&
           !before()->topic.empty();
  }

  // "sau khi bà Hoa rời đi, | công nhân viết đơn": whoever stands before a comma and the act's own subject does not
  // act.
  bool behind_subject(const Act& act, const WhoCandidate& c) const {
    const Index subject = frame_.subject[static_cast<size_t>(act.did.begin)];
    if (subject == none || subject >= act.did.begin || act.passive || c.tokens.size() == 0) return false;
    bool comma = false;
    for (Index k = c.tokens.end; k < subject; ++k) comma = comma || frame_.is_comma(k);
    return comma;
  }

  WhoCandidate* best_who(const NameWeights& weights, const Act& act, const WhoCandidate* taken,
                         uint64_t* sure = nullptr) {
    scores_.clear();
    size_t best = 0;
    const bool shared = taken == nullptr && shares_doer(act.did);
    for (size_t i = 0; i < candidates_.size(); ++i) {
      const WhoCandidate& c = candidates_[i];
      features_.clear();
      who_features(frame_, act.did, act.passive, before(), c, features_);
      int32_t score = score_of(weights, features_);
      if (taken != nullptr && taken->kind != WhoCandidate::Kind::nobody && c.kind != WhoCandidate::Kind::nobody &&
          c.span.overlaps(taken->span)) {
        score -= 1000;
      }
      if (shared && c.tokens.size() > 0 && c.tokens.end <= before()->did.begin && !c.span.overlaps(before()->topic)) {
        score -= 1000;
      }
      if (taken == nullptr && behind_subject(act, c)) score -= 1000;
      scores_.push_back(score);
      if (score > scores_[best]) best = i;
    }
    if (sure != nullptr) {
      // Candidates that would be taken for the same (the same entity, or nearly the same words) share their chances.
      uint64_t sum = 0, right = 0;
      for (size_t i = 0; i < candidates_.size(); ++i) {
        uint64_t p = exponential(scores_[i] - scores_[best]);
        sum += p;
        if (i == best || alike(candidates_[i], candidates_[best])) right += p;
      }
      *sure = right * one / sum;
    }
    return &candidates_[best];
  }

  static bool alike(const WhoCandidate& a, const WhoCandidate& b) {
    if (a.kind == WhoCandidate::Kind::nobody || b.kind == WhoCandidate::Kind::nobody) return false;
    if (a.entity != none && a.entity == b.entity) return true;
    uint32_t start = std::max(a.span.start, b.span.start), end = std::min(a.span.end, b.span.end);
    return start < end && 4 * (end - start) >= a.span.size() + b.span.size();
  }

  Argument argument_of(const WhoCandidate& who, const Act& act) const {
    Argument a;
    a.span = who.span;
    a.entity = who.entity;
    a.implicit = who.tokens.size() == 0;
    // Hundreds are not a hundred.
    Index first = who.tokens.begin;
    if (!a.implicit && first > frame_.sentence(first).begin && frame_.is_about(first - 1))
      a.span.start = frame_.token(first - 1).span.start;
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
    Range r = best_what(act);
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

  // What the quotations know of a word of saying: "“…”, nói bà Hoa" has its speaker behind it, and all that stands
  // between the marks is said, over however many sentences.
  void keep_to_quote(Event& event) const {
    auto q = std::partition_point(article_.quotes.begin(), article_.quotes.end(),
                                  [&](const Quote& quote) { return quote.span.start < event.did.start; });
    if (q == article_.quotes.begin() || !(--q)->cue.overlaps(event.did)) return;
    if (q->speaker_span.start >= event.did.end) {
      event.who.span = q->speaker_span;
      event.who.entity = q->speaker;
      event.who.implicit = false;
      event.what = {};
    }
    const Span said = event.what.span;
    if (said.empty() || said.overlaps(q->span)) {
      event.what = {};
      event.what.span = q->span;
    }
  }

  // With the partner of a bracket or quotation mark that stands right outside, without one whose partner is far.
  Span paired(Span s) const {
    static constexpr std::u16string_view openers = u"([“«", closers = u")]”»";
    const std::u16string& text = article_.text;
    for (size_t kind = 0; kind < openers.size() && !s.empty(); ++kind) {
      int depth = 0;
      bool lone_closer = false;
      for (uint32_t i = s.start; i < s.end; ++i) {
        if (text[i] == openers[kind]) ++depth;
        if (text[i] == closers[kind] && --depth < 0) {
          lone_closer = true;
          depth = 0;
        }
      }
      if (depth > 0 && s.end < text.size() && text[s.end] == closers[kind]) {
        ++s.end;
      } else if (depth > 0 && text[s.start] == openers[kind]) {
        ++s.start;
      } else if (lone_closer && s.start > 0 && text[s.start - 1] == openers[kind]) {
        --s.start;
      } else if (lone_closer && text[s.end - 1] == closers[kind]) {
        --s.end;
      }
    }
    auto all = article_.view(s);
    if (std::count(all.begin(), all.end(), u'"') % 2 == 0) return s;
    if (s.end < text.size() && text[s.end] == u'"') {
      ++s.end;
    } else if (text[s.start] == u'"') {
      ++s.start;
    } else if (s.start > 0 && text[s.start - 1] == u'"') {
      --s.start;
    } else if (text[s.end - 1] == u'"') {
      --s.end;
    }
    return s;
  }

  void find_what(Act& act, Event& event) {
    act.what = best_what(act);
    if (act.what.size() == 0) return;
    event.what.span = frame_.span_of(act.what);
    event.what.entity = frame_.entity_of(act.what);
  }

  // Empty when nothing is.
  Range best_what(const Act& act) {
    what_candidates(frame_, act.did, whats_);
    const WhatCandidate* best = nullptr;
    int32_t most = 0;
    for (const WhatCandidate& c : whats_) {
      features_.clear();
      what_features(frame_, act.did, c, features_);
      int32_t score = score_of(e_.what_, features_);
      if (best == nullptr || score > most) {
        best = &c;
        most = score;
      }
    }
    return best->tokens;
  }

  void find_circumstances(const Told& told) {
    const Act& act = told.act;
    Event& event = article_.events[told.event];
    const Act* prior = told.after > 0 ? &acts_[told.after - 1] : nullptr;
    for (auto kind : {Circumstance::when, Circumstance::where}) {
      phrase_candidates(frame_, act.did, kind, phrases_);
      const PhraseCandidate* best = nullptr;
      int32_t most = 0;
      for (const PhraseCandidate& c : phrases_) {
        features_.clear();
        phrase_features(frame_, act.did, act.what, prior, c, features_);
        int32_t score = score_of(kind == Circumstance::when ? e_.when_ : e_.where_, features_);
        if (score > most) {
          best = &c;
          most = score;
        }
      }
      if (best == nullptr) continue;
      Argument& a = kind == Circumstance::when ? event.when : event.where;
      a.span =
          best->value == none ? frame_.span_of(best->tokens) : article_.values[static_cast<size_t>(best->value)].span;
      a.value = best->value;
      if (kind == Circumstance::where && best->tokens.size() > 1)
        a.entity = frame_.entity_of({best->tokens.begin + 1, best->tokens.end});
    }
    source_candidates(frame_, act.did, acts_, sources_);
    const SourceCandidate* best = nullptr;
    int32_t most = 0;
    for (const SourceCandidate& c : sources_) {
      features_.clear();
      source_features(frame_, act.did, c, features_);
      int32_t score = score_of(e_.source_, features_);
      if (score > most) {
        best = &c;
        most = score;
      }
    }
    if (best != nullptr) {
      event.source.span = best->span;
      event.source.entity = best->entity;
    }
  }

  const EventExtractor& e_;
  Article& article_;
  Frame frame_;
  std::vector<Act> acts_;   // of the sentence, but for the doubtful ones
  std::vector<Told> told_;  // every one of the sentence
  Act earlier_;             // the last act before the sentence that has a topic
  Features features_;
  std::vector<WhoCandidate> candidates_;
  std::vector<int32_t> scores_;
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
