#include "events/doers.h"

#include <algorithm>

#include "events/phrases.h"
#include "events/surroundings.h"

namespace ailamgi::events {
namespace {

// The entity of a phrase; of "tôi" in a quotation, whoever speaks.
Index actor_of(const Frame& f, Range r) {
  Index entity = f.entity_of(r);
  if (entity != none || r.size() > 2 || !f.has(r.begin, Cue::first_person)) return entity;
  Index q = f.quote_of(r.begin);
  return q == none || f.token(r.begin).upos != Upos::PRON ? none : f.article.quotes[static_cast<size_t>(q)].speaker;
}

}  // namespace

void who_candidates(const Frame& f, Range did, const Act* before, const Act* earlier, std::vector<WhoCandidate>& out) {
  using Kind = WhoCandidate::Kind;
  out.clear();
  out.push_back({});
  Range in = window(f, did.begin);
  auto add = [&](Kind kind, Span span, Range tokens, Index entity) {
    for (const WhoCandidate& c : out) {
      if (c.kind != Kind::nobody && c.span == span) return;
    }
    out.push_back({kind, span, tokens, entity});
  };
  Index s = f.subject[static_cast<size_t>(did.begin)];
  std::vector<Range> phrases;
  noun_phrases(f, {in.begin, did.begin}, 9, phrases);
  Index a = auxiliary_start(f, did.begin, in);
  for (size_t i = 0; i < phrases.size(); ++i) {
    Range r = phrases[i];
    add(Kind::phrase, f.span_of(r), r, actor_of(f, r));
    // "một chiếc xe | bất ngờ lao", "chương trình | gần như không".
    Range bare = r;
    while (
        bare.size() > 1 && f.mention_of(bare.end - 1) == none && !f.has(bare.end - 1, Cue::title) &&
        (f.token(bare.end - 1).upos == Upos::ADJ || f.has(bare.end - 1, Cue::aspect) || f.has(bare.end - 1, Cue::time)))
      --bare.end;
    if (bare.end < r.end) add(Kind::phrase, f.span_of(bare), bare, actor_of(f, bare));
    // A phrase with a verb in it: "người dân sống gần khu vực".
    bool last_of_start = i + 1 == phrases.size() || phrases[i + 1].begin != r.begin;
    if (last_of_start && r.end < a && a - r.begin < 25) {
      bool broken = false;
      for (Index k = r.end; k < a; ++k) broken = broken || f.is_mark(k);
      if (!broken) add(Kind::phrase, f.span_of({r.begin, a}), {r.begin, a}, none);
    }
  }
  if (s != none && in.contains(s) && !did.contains(s)) {
    Range r{s, s + 1};
    while (r.begin > in.begin && f.is_nominal(r.begin - 1) && r.begin - 1 >= did.end - left_reach &&
           !did.contains(r.begin - 1))
      --r.begin;
    while (r.end < in.end && f.is_nominal(r.end) && !did.contains(r.end)) ++r.end;
    add(Kind::subject, f.span_of(r), r, actor_of(f, r));
  }
  phrases.clear();
  noun_phrases(f, {did.end, std::min(in.end, did.end + 10)}, 2, phrases);
  for (Range r : phrases) add(Kind::phrase, f.span_of(r), r, f.entity_of(r));
  if (before != nullptr && !before->topic.empty())
    add(Kind::carried, before->topic, before->topic_tokens, before->topic_entity);
  if (earlier != nullptr && !earlier->topic.empty()) add(Kind::earlier, earlier->topic, {}, earlier->topic_entity);
  if (Index q = f.quote_of(did.begin); q != none) {
    const Quote& quote = f.article.quotes[static_cast<size_t>(q)];
    if (!quote.speaker_span.empty()) add(Kind::speaker, quote.speaker_span, {}, quote.speaker);
  }
}

void who_features(const Frame& f, Range did, bool passive, const Act* before, const WhoCandidate& who, Features& out) {
  using Kind = WhoCandidate::Kind;
  Range in = window(f, did.begin);
  uint64_t w = f.word(did.begin, in), c = f.cluster(did.begin, in), v = passive ? 1 : 0;
  auto kind = static_cast<uint64_t>(who.kind);
  Index a = auxiliary_start(f, did.begin, in);
  uint64_t preceded = a - 1 >= in.begin ? (f.is_nominal(a - 1) ? 1U
                                           : f.is_mark(a - 1)  ? 2U
                                           : f.is_verb(a - 1)  ? 3U
                                                               : 4U)
                                        : 5U;
  uint64_t acted = before == nullptr ? 0 : before->topic.empty() ? 1 : 2;
  // How the act hangs on the one before, if it does: what is coordinated has one doer.
  uint64_t joined = hangs_on(f, did, before) ? uint64_t{1} + f.token(did.begin).relation : 0;
  out.add(1, kind, v, preceded);
  out.add(2, kind, acted, v);
  out.add(3, kind, acted, preceded);
  if (who.kind == Kind::nobody || who.tokens.size() == 0) {
    out.add(4, kind, w, v);
    out.add(5, kind, c, v);
    each_cue(f.cue(did.begin), [&](uint64_t k) { out.add(6, kind, k, v); });
    out.add(7, kind, f.word(a, in), v);
    out.add(8, kind, f.word(a - 1, in), v);
    out.add(9, kind, segment_kind(f, did.begin), bucket(did.begin - f.sentence(did.begin).begin));
    out.add(10, kind, who.entity != none, v);
    out.add(11, kind, f.quote_of(did.begin) != none, v);
    out.add(12, kind, f.subject[static_cast<size_t>(did.begin)] != none, v);
    out.add(14, kind, acted, joined);
    if (f.article.text[who.span.start] == u' ') out.add(13, kind);
    return;
  }
  Range r = who.tokens;
  uint64_t same = before != nullptr && before->topic == who.span;
  bool left = r.begin < did.begin;
  Index from = left ? r.end : did.end, to = left ? did.begin : r.begin;
  Index commas = 0, verbs = 0, links = 0;
  for (Index k = from; k < to; ++k) {
    commas += f.is_mark(k);
    verbs += k < a && f.token(k).upos == Upos::VERB;
    links += f.has(k, Cue::link) && k < a;
  }
  uint64_t key = (left ? 1U : 0U) + 2 * v;
  bool adjacent = left && r.end == a;
  out.add(20, key, bucket(commas), bucket(verbs));
  out.add(21, key, adjacent, same);
  out.add(22, key, same, acted);
  out.add(23, key, bucket(to - from));
  out.add(24, key, bucket(links), bucket(verbs));
  out.add(25, key, f.pos(r.begin - 1, in), f.pos(r.end, in));
  out.add(26, key, f.word(r.begin - 1, in));
  out.add(27, key, f.word(r.end, in));
  out.add(28, key, f.pos(r.begin, in), r.size() == 1 ? 1U : 0U);
  out.add(29, key, bucket(r.size()));
  out.add(30, key, bucket(r.begin - f.sentence(r.begin).begin));
  auto type = who.entity == none ? 9U : static_cast<uint64_t>(f.article.entities[static_cast<size_t>(who.entity)].type);
  out.add(31, key, type, adjacent);
  out.add(32, type, w);
  out.add(33, type, c, key);
  each_cue(f.cue(r.begin), [&](uint64_t k) { out.add(34, k, key); });
  if (r.begin - 1 >= in.begin) each_cue(f.cue(r.begin - 1), [&](uint64_t k) { out.add(35, k, key, adjacent); });
  if (r.end < in.end) each_cue(f.cue(r.end), [&](uint64_t k) { out.add(36, k, key); });
  Index s = f.subject[static_cast<size_t>(did.begin)];
  out.add(37, key, s == none ? 2U : r.contains(s) ? 1U : 0U);
  Index head = f.token(did.begin).head;
  if (head != none) {
    Index hs = f.subject[static_cast<size_t>(head)];
    out.add(38, key, hs == none ? 2U : r.contains(hs) ? 1U : 0U, f.token(did.begin).relation);
    out.add(39, key, r.contains(head), f.token(did.begin).relation);
  }
  bool crosses = false;  // a name cut in two
  if (Index m = f.mention_of(r.end - 1); m != none && r.end < in.end && f.mention_of(r.end) == m) crosses = true;
  if (Index m = f.mention_of(r.begin); m != none && r.begin > in.begin && f.mention_of(r.begin - 1) == m)
    crosses = true;
  out.add(40, crosses);
  Index inner_marks = 0, inner_verbs = 0;
  for (Index k = r.begin; k < r.end; ++k) {
    inner_marks += f.is_mark(k) && f.mention_of(k) == none;
    inner_verbs += f.token(k).upos == Upos::VERB && f.mention_of(k) == none;
  }
  out.add(41, key, bucket(inner_marks), bucket(inner_verbs));
  out.add(42, key, f.cluster(r.begin, in), adjacent);
  out.add(43, f.cluster(r.begin, in), c, key);
  out.add(44, f.word(r.begin, in), key);
  out.add(45, f.quote_of(r.begin) == f.quote_of(did.begin), key);
  bool passive_mark = false;
  for (Index k = from; k < to; ++k) passive_mark = passive_mark || f.marks_passive(k);
  out.add(46, key, passive_mark, adjacent);
  out.add(47, key, a - 1 >= in.begin && f.is_nominal(a - 1), adjacent);
  bool hung = r.end < in.end && (f.token(r.end).upos == Upos::ADP) && r.end + 1 < did.begin && f.is_nominal(r.end + 1);
  out.add(48, key, hung, left);
  // Whether the phrase only says more about a noun before it ("nhân viên | Công ty X"), by the parser.
  Index top = r.begin;
  for (Index steps = 0; top != none && r.contains(top) && steps < r.size(); ++steps) top = f.token(top).head;
  bool modifies = top != none && top < r.begin && in.contains(top) && f.is_nominal(top);
  out.add(52, key, modifies, type);
  out.add(53, key, modifies, s == none ? 2U : r.contains(s) ? 1U : 0U);
  if (before != nullptr) {
    out.add(49, key, before->did.end <= r.begin, bucket(commas));
    out.add(50, key, same, f.word(a - 1, in));
    out.add(54, key, same, joined);
    each_cue(f.cue(before->did.begin),
             [&](uint64_t k) { out.add(51, k, key, (same != 0 ? 1U : 0U) + (before->did.end <= r.begin ? 2U : 0U)); });
  }
}

}  // namespace ailamgi::events
