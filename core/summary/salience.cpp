#include "summary/salience.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "events/weights.h"
#include "model/reader.h"

namespace ailamgi::summary {

using events::bucket;
using events::score_of;

namespace {

constexpr int32_t unit = 1024;
constexpr size_t most_doubtful = 3;  // a doubtful event is told when it ranks among as many
constexpr size_t farthest = 12;      // events that one in whose clause another may stand lies back

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
  for (SparseWeights* part : {&all.word, &all.event, &all.top}) {
    auto weights = SparseWeights::read(in);
    if (!weights || weights->labels() != 1) return std::nullopt;
    *part = *weights;
  }
  return all;
}

Salience::Salience(const Article& article, const std::vector<CueSet>& cues)
    : a_(article), vocabulary_(article), cues_(cues), tellings_(article.events.size()) {
  for (const Segment& s : a_.segments) titled_ |= s.kind == SegmentKind::title;
  named_.assign(a_.entities.size(), 0);
  for (const Mention& m : a_.mentions) {
    if (m.entity == none || m.sentence == none) continue;
    SegmentKind kind = vocabulary_.kind(m.sentence);
    named_[static_cast<size_t>(m.entity)] |=
        static_cast<uint8_t>((kind == SegmentKind::title ? 1U : 0U) | (kind == SegmentKind::lead ? 2U : 0U));
  }
  Index sentence = none;
  int32_t n = 0;
  for (size_t i = 0; i < a_.events.size(); ++i) {
    tellings_[i].words = vocabulary_.told_by(a_.events[i]);
    n = a_.events[i].sentence == sentence ? n + 1 : 0;
    sentence = a_.events[i].sentence;
    order_in_sentence_.push_back(n);
  }
  find_nesting();
}

void Salience::find_nesting() {
  nesting_.assign(a_.events.size(), 0);
  for (size_t i = 0; i < a_.events.size(); ++i) {
    const Event& e = a_.events[i];
    for (size_t k = i; k-- > 0 && i - k < farthest && a_.events[k].sentence == e.sentence;) {
      const Event& other = a_.events[k];
      if (other.passive || !other.what.span.contains(e.did)) continue;
      CueSet cue = cues_[static_cast<size_t>(other.predicate)];
      bool said = has(cue, Cue::say) || has(cue, Cue::think);
      nesting_[i] = std::max(nesting_[i], static_cast<uint8_t>(said ? 2 : 1));
    }
    auto q = std::partition_point(a_.quotes.begin(), a_.quotes.end(),
                                  [&](const Quote& quote) { return quote.span.end <= e.did.start; });
    if (q != a_.quotes.end() && q->span.overlaps(e.did)) nesting_[i] = static_cast<uint8_t>(nesting_[i] + 3);
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

void Salience::weigh_words(const SparseWeights& weights) {
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

void Salience::rank_events(const SparseWeights& weights) {
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

Salience::Overlap Salience::overlap(const Telling& telling, const Telling& other) const {
  Overlap o;
  for (Index i : telling.words) {
    const Word& w = vocabulary_.words()[static_cast<size_t>(i)];
    if (!is_content(w)) continue;
    o.of += w.size;
    if (std::binary_search(other.words.begin(), other.words.end(), i)) o.same += w.size;
  }
  return o;
}

SegmentKind Salience::place(const Event& event) const {
  return event.sentence == none ? SegmentKind::body : vocabulary_.kind(event.sentence);
}

void Salience::top_features(Index event, Features& out) const {
  const Event& e = a_.events[static_cast<size_t>(event)];
  const Telling& t = tellings_[static_cast<size_t>(event)];
  Overlap title = overlap(t, &Word::title), lead = overlap(t, &Word::lead);
  auto at = static_cast<uint64_t>(place(e));
  int32_t paragraph = e.sentence == none ? 1 : vocabulary_.paragraph(e.sentence);
  uint64_t who_salience =
      e.who.entity == none ? 0 : 1U + a_.entities[static_cast<size_t>(e.who.entity)].salience / 1250U;
  uint64_t who_type = e.who.entity != none ? static_cast<uint64_t>(a_.entities[static_cast<size_t>(e.who.entity)].type)
                      : e.who.present()    ? 8
                                           : 9;
  CueSet cue = cues_[static_cast<size_t>(e.predicate)];
  const Token& act = a_.tokens[static_cast<size_t>(e.predicate)];
  Index word = vocabulary_.of(e.predicate);
  Word seen = word == none ? Word{} : vocabulary_.words()[static_cast<size_t>(word)];
  auto rank = bucket(t.rank);
  auto order = static_cast<size_t>(event);
  out.add(40, rank);
  out.add(41, rank, at);
  out.add(42, at, bucket(paragraph));
  out.add(43, at, eighths(title.same, title.of));
  out.add(45, at, eighths(lead.same, lead.of));
  out.add(47, static_cast<uint64_t>(e.mode), e.negated);
  out.add(48, e.passive, e.who.present(), e.who.implicit);
  out.add(49, who_salience);
  out.add(50, e.chance / 1000U);
  out.add(51, e.what.present(), bucket(static_cast<Index>(e.what.span.size() / 12)));
  out.add(52, at, bucket(order_in_sentence_[order]));
  out.add(53, has(cue, Cue::say) || has(cue, Cue::think), at);
  out.add(54, e.source.present(), e.when.present());
  out.add(55, number(t.density / 64));
  out.add(80, seen.title, seen.lead, at);
  out.add(81, bucket(seen.count), at);
  out.add(82, who_type, e.who.implicit, e.what.present());
  events::each_cue(cue, [&](uint64_t kind) { out.add(83, kind); });
  out.add(84, nesting_[order]);
  out.add(85, e.sentence == none ? 9 : eighths(e.sentence, static_cast<int32_t>(a_.sentences.size())), at);
  out.add(86, bucket(static_cast<Index>(t.words.size())));
  out.add(87, act.head == none, order_in_sentence_[order] == 0);
  out.add(88, number(t.mass / 512));
  out.add(89, e.where.present(), e.when.present(), e.source.present());
  out.add(90, e.who.entity == none ? 0 : named_[static_cast<size_t>(e.who.entity)], at);
  out.add(91, act.folded);
  for (Index n = act.syllables.begin; n < act.syllables.end; ++n)
    out.add(92, a_.syllables[static_cast<size_t>(n)].folded);
  Index who = a_.first_syllable(e.who.span.start);
  if (e.who.present() && who < static_cast<Index>(a_.syllables.size()))
    out.add(93, a_.syllables[static_cast<size_t>(who)].folded);
  out.add(97, static_cast<uint64_t>(act.upos), e.passive);
  out.add(98, e.what.entity != none, at);
  out.add(94, act.relation);
  out.add(95, a_.events.size() / 8, rank);
  out.add(96, e.chance / 1000U, at);
}

void Salience::next_features(Index event, const std::vector<Index>& told, Features& out) const {
  const Event& e = a_.events[static_cast<size_t>(event)];
  const Telling& t = tellings_[static_cast<size_t>(event)];
  auto at = static_cast<uint64_t>(place(e));
  if (told.empty()) {
    out.add(120, at);
    return;
  }
  out.add(121, told.size(), at);
  uint64_t most = 0;
  bool sentence = false, who = false, paragraph = false, head = false, nested = false, act = false;
  for (Index n : told) {
    const Event& other = a_.events[static_cast<size_t>(n)];
    Overlap same = overlap(t, tellings_[static_cast<size_t>(n)]);
    most = std::max(most, same.of == 0 ? 8 : eighths(same.same, same.of));
    sentence |= other.sentence == e.sentence;
    who |= other.who.entity != none && other.who.entity == e.who.entity;
    paragraph |= other.sentence != none && e.sentence != none &&
                 vocabulary_.paragraph(other.sentence) == vocabulary_.paragraph(e.sentence);
    head |= place(other) != SegmentKind::body;
    nested |= other.what.span.contains(e.did) || e.what.span.contains(other.did);
    act |= a_.tokens[static_cast<size_t>(other.predicate)].folded == a_.tokens[static_cast<size_t>(e.predicate)].folded;
  }
  out.add(122, most);
  out.add(123, sentence, nested);
  out.add(124, who);
  out.add(125, paragraph, head);
  out.add(126, at, head, most);
  out.add(127, act, most >= 3);
}

void Salience::weigh_tops(const SparseWeights& weights) {
  Features features;
  for (size_t i = 0; i < tellings_.size(); ++i) {
    Telling& t = tellings_[i];
    t.final_score = t.score;
    if (!titled_) continue;
    features.clear();
    top_features(static_cast<Index>(i), features);
    next_features(static_cast<Index>(i), {}, features);
    t.final_score = score_of(weights, features);
  }
}

void Salience::drop_doubtful(Article& article) {
  std::vector<int32_t> scores;
  scores.reserve(tellings_.size());
  for (const Telling& t : tellings_) scores.push_back(t.final_score);
  size_t best = std::min(most_doubtful, scores.size());
  std::partial_sort(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(best), scores.end(), std::greater<>());
  size_t left = 0;
  for (size_t i = 0; i < tellings_.size(); ++i) {
    if (article.events[i].doubtful && tellings_[i].final_score < scores[best - 1]) continue;
    if (i != left) {
      article.events[left] = article.events[i];
      tellings_[left] = std::move(tellings_[i]);
      order_in_sentence_[left] = order_in_sentence_[i];
      nesting_[left] = nesting_[i];
    }
    article.events[left++].doubtful = false;
  }
  article.events.resize(left);
  tellings_.resize(left);
  order_in_sentence_.resize(left);
  nesting_.resize(left);
}

void Salience::run(const SalienceWeights& weights, Article& article) {
  weigh_words(weights.word);
  rank_events(weights.event);
  weigh_tops(weights.top);
  drop_doubtful(article);
  int32_t best = tellings_.empty() ? 0 : tellings_[0].final_score;
  for (const Telling& t : tellings_) best = std::max(best, t.final_score);
  // The best has 1, what is half as likely to be told 0.7.
  for (size_t i = 0; i < tellings_.size(); ++i) {
    uint64_t share = events::exponential((tellings_[i].final_score - best) / 2);
    article.events[i].salience = static_cast<uint16_t>(share * 10000 / 65536);
  }
}

}  // namespace ailamgi::summary
