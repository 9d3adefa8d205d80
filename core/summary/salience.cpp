#include "summary/salience.h"

#include <algorithm>
#include <numeric>

#include "events/weights.h"
#include "model/reader.h"

namespace ailamgi::summary {

using events::bucket;
using events::Features;
using events::score_of;

namespace {

constexpr int32_t unit = 1024;

uint64_t number(Index n) {
  return static_cast<uint64_t>(n);
}

// Eighths of a share, 8 for all, 9 where there is nothing to share.
uint64_t eighths(int32_t part, int32_t whole) {
  return whole <= 0 ? 9 : number(part * 8 / whole);
}

// 1/(1 + e^-x), x in 1/32, in 1/1024.
int32_t chance_of(int32_t score) {
  int64_t small = events::exponential(-std::abs(score));
  int64_t less = small * unit / (65536 + small);
  return static_cast<int32_t>(score < 0 ? less : unit - less);
}

}  // namespace

std::optional<SalienceWeights> SalienceWeights::read(Bytes section) {
  SectionReader in(section);
  SalienceWeights all;
  for (NameWeights* part : {&all.word, &all.event, &all.top}) {
    auto weights = NameWeights::read(in);
    if (!weights || weights->labels() != 1) return std::nullopt;
    *part = *weights;
  }
  return all;
}

Salience::Salience(const Article& article, const std::vector<CueSet>& cues)
    : a_(article), vocabulary_(article), cues_(cues), tellings_(article.events.size()) {
  for (const Segment& s : a_.segments) titled_ |= s.kind == SegmentKind::title;
  for (const Word& w : vocabulary_.words()) {
    if (!is_content(w)) continue;
    if (w.title) title_size_ += w.size;
    if (w.lead) lead_size_ += w.size;
  }
  Index sentence = none;
  int32_t n = 0;
  for (size_t i = 0; i < a_.events.size(); ++i) {
    tellings_[i].words = vocabulary_.told_by(a_.events[i]);
    n = a_.events[i].sentence == sentence ? n + 1 : 0;
    sentence = a_.events[i].sentence;
    order_in_sentence_.push_back(n);
  }
}

bool Salience::is_content(const Word& word) const {
  Upos p = a_.tokens[static_cast<size_t>(word.first)].upos;
  return word.mention != none || p == Upos::NOUN || p == Upos::PROPN || p == Upos::VERB || p == Upos::ADJ ||
         p == Upos::NUM || p == Upos::X;
}

void Salience::word_features(Index word, Features& out) const {
  const Word& w = vocabulary_.words()[static_cast<size_t>(word)];
  const Token& token = a_.tokens[static_cast<size_t>(w.first)];
  const Syllable& syllable = a_.syllables[static_cast<size_t>(token.syllables.begin)];
  uint64_t count = bucket(w.count), sentences = bucket(w.sentences), paragraph = bucket(w.paragraph);
  auto pos = static_cast<uint64_t>(token.upos);
  auto size = bucket(static_cast<Index>(a_.sentences.size()));
  bool first_sentence = token.sentence == a_.tokens.front().sentence;
  uint64_t type = w.mention == none ? 9 : static_cast<uint64_t>(a_.mentions[static_cast<size_t>(w.mention)].type);
  uint64_t salience = 0;
  if (w.mention != none && a_.mentions[static_cast<size_t>(w.mention)].entity != none) {
    Index e = a_.mentions[static_cast<size_t>(w.mention)].entity;
    salience = 1U + a_.entities[static_cast<size_t>(e)].salience / 1250U;
  }
  out.add(1, 0);
  out.add(2, w.folded);
  out.add(4, count, paragraph);
  out.add(5, count, pos);
  out.add(6, paragraph, pos);
  out.add(7, type, count, paragraph);
  out.add(8, type, salience);
  out.add(9, sentences, size);
  out.add(10, static_cast<uint64_t>(syllable.shape), number(w.size));
  out.add(11, first_sentence, count, pos);
  out.add(12, w.folded, count);
  out.add(13, paragraph, bucket(token.sentence));
  out.add(14, size, paragraph);
}

void Salience::weigh_words(const NameWeights& weights) {
  chance_.clear();
  Features features;
  for (size_t w = 0; w < vocabulary_.words().size(); ++w) {
    features.clear();
    word_features(static_cast<Index>(w), features);
    chance_.push_back(chance_of(score_of(weights, features)));
  }
  for (Telling& t : tellings_) {
    int32_t sum = 0, size = 0;
    t.mass = 0;
    for (Index i : t.words) {
      const Word& w = vocabulary_.words()[static_cast<size_t>(i)];
      int32_t c = chance_[static_cast<size_t>(i)];
      sum += c * w.size;
      size += w.size;
      if (is_content(w)) t.mass += c;
    }
    t.density = size == 0 ? 0 : sum / size;
  }
}

void Salience::event_features(Index event, Features& out) const {
  const Event& e = a_.events[static_cast<size_t>(event)];
  const Telling& t = tellings_[static_cast<size_t>(event)];
  auto size = bucket(static_cast<Index>(t.words.size()));
  auto density = number(t.density / 32);
  int32_t paragraph = e.sentence == none ? 1 : vocabulary_.paragraph(e.sentence);
  uint64_t who = !e.who.present() ? 0 : e.who.implicit ? 1 : 2;
  uint64_t who_type =
      e.who.entity == none ? 9 : static_cast<uint64_t>(a_.entities[static_cast<size_t>(e.who.entity)].type);
  uint64_t who_salience =
      e.who.entity == none ? 0 : 1U + a_.entities[static_cast<size_t>(e.who.entity)].salience / 1250U;
  const Token& act = a_.tokens[static_cast<size_t>(e.predicate)];
  CueSet cue = cues_[static_cast<size_t>(e.predicate)];
  out.add(20, density);
  out.add(21, density / 2, size);
  out.add(22, number(t.mass / 512));
  out.add(23, bucket(paragraph), bucket(e.sentence));
  out.add(24, who, who_type, e.what.present());
  out.add(25, who_type, who_salience);
  out.add(26, static_cast<uint64_t>(e.mode), e.negated, e.passive);
  out.add(27, e.when.present(), e.where.present(), e.source.present());
  out.add(29, act.folded);
  out.add(30, bucket(order_in_sentence_[static_cast<size_t>(event)]), act.head == none);
  out.add(31, bucket(static_cast<Index>(e.what.span.size() / 12)));
  out.add(32, e.chance / 1000U);
  out.add(33, size);
  events::each_cue(cue, [&](uint64_t kind) { out.add(34, kind, e.what.present()); });
}

void Salience::rank_events(const NameWeights& weights) {
  Features features;
  std::vector<Index> order(tellings_.size());
  std::iota(order.begin(), order.end(), 0);
  for (Index i : order) {
    features.clear();
    event_features(i, features);
    tellings_[static_cast<size_t>(i)].score = score_of(weights, features);
  }
  std::stable_sort(order.begin(), order.end(), [&](Index x, Index y) {
    return tellings_[static_cast<size_t>(x)].score > tellings_[static_cast<size_t>(y)].score;
  });
  for (size_t i = 0; i < order.size(); ++i) tellings_[static_cast<size_t>(order[i])].rank = static_cast<int32_t>(i);
}

Salience::Overlap Salience::overlap(const Telling& telling, bool Word::*where) const {
  Overlap o;
  for (Index i : telling.words) {
    const Word& w = vocabulary_.words()[static_cast<size_t>(i)];
    if (!is_content(w)) continue;
    o.of += w.size;
    if (w.*where) o.same += w.size;
  }
  return o;
}

void Salience::top_features(Index event, Features& out) const {
  const Event& e = a_.events[static_cast<size_t>(event)];
  const Telling& t = tellings_[static_cast<size_t>(event)];
  Overlap title = overlap(t, &Word::title), lead = overlap(t, &Word::lead);
  SegmentKind kind = e.sentence == none ? SegmentKind::body : vocabulary_.kind(e.sentence);
  auto place = static_cast<uint64_t>(kind);
  int32_t paragraph = e.sentence == none ? 1 : vocabulary_.paragraph(e.sentence);
  uint64_t who_salience =
      e.who.entity == none ? 0 : 1U + a_.entities[static_cast<size_t>(e.who.entity)].salience / 1250U;
  CueSet cue = cues_[static_cast<size_t>(e.predicate)];
  auto rank = bucket(t.rank);
  out.add(40, rank);
  out.add(41, rank, place);
  out.add(42, place, bucket(paragraph));
  out.add(43, place, eighths(title.same, title.of));
  out.add(44, place, eighths(title.same, title_size_));
  out.add(45, place, eighths(lead.same, lead.of));
  out.add(46, place, eighths(lead.same, lead_size_));
  out.add(47, static_cast<uint64_t>(e.mode), e.negated);
  out.add(48, e.passive, e.who.present(), e.who.implicit);
  out.add(49, who_salience);
  out.add(50, e.chance / 1000U);
  out.add(51, e.what.present(), bucket(static_cast<Index>(e.what.span.size() / 12)));
  out.add(52, place, bucket(order_in_sentence_[static_cast<size_t>(event)]));
  out.add(53, has(cue, Cue::say) || has(cue, Cue::think), place);
  out.add(54, e.source.present(), e.when.present());
  out.add(55, number(t.density / 64));
}

void Salience::run(const SalienceWeights& weights, Article& article) {
  weigh_words(weights.word);
  rank_events(weights.event);
  Features features;
  int32_t best = 0;
  for (size_t i = 0; i < tellings_.size(); ++i) {
    Telling& t = tellings_[i];
    t.final_score = t.score;
    if (titled_) {
      features.clear();
      top_features(static_cast<Index>(i), features);
      t.final_score = score_of(weights.top, features);
    }
    best = i == 0 ? t.final_score : std::max(best, t.final_score);
  }
  // The best has 1, what is half as likely to be told 0.7.
  for (size_t i = 0; i < tellings_.size(); ++i) {
    uint64_t share = events::exponential((tellings_[i].final_score - best) / 2);
    article.events[i].salience = static_cast<uint16_t>(share * 10000 / 65536);
  }
}

}  // namespace ailamgi::summary
