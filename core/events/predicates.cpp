#include "events/predicates.h"

#include <algorithm>

#include "events/phrases.h"

namespace ailamgi::events {
namespace {

// Tokens of a sentence that one decision may look at, to either side.
constexpr Index left_reach = 60, right_reach = 120;

Range window(const Frame& f, Index t) {
  Range in = f.sentence(t);
  return {std::max(in.begin, t - left_reach), std::min(in.end, t + right_reach)};
}

uint64_t kind_of(const Frame& f, Index t) {
  const Sentence& s = f.article.sentences[static_cast<size_t>(f.token(t).sentence)];
  return static_cast<uint64_t>(f.article.segments[static_cast<size_t>(s.segment)].kind);
}

// The word that opens the clause t is in: the first after the last comma or linking word, at most 30 back.
Index opener(const Frame& f, Index t, Range in) {
  Index k = t;
  while (k > in.begin && k > t - 30) {
    if (f.is_mark(k - 1) && f.unit(k - 1) != u'-') break;
    --k;
    if (f.has(k, Cue::link) || f.has(k, Cue::purpose)) break;
  }
  return k;
}

Index verb_before(const Frame& f, Index t, Range in) {
  for (Index k = t - 1; k >= in.begin && k > t - 40; --k) {
    if (f.token(k).upos == Upos::VERB || f.has(k, Cue::say)) return k;
  }
  return none;
}

// Where the words of tense, denial and manner before the verb begin.
Index auxiliary_start(const Frame& f, Index t, Range in) {
  Index k = t;
  while (k > in.begin && k > t - 12) {
    Index p = k - 1;
    Upos pos = f.token(p).upos;
    bool light = pos == Upos::ADV || pos == Upos::AUX || f.has(p, Cue::aspect) || f.has(p, Cue::negation) ||
                 f.has(p, Cue::plan) || f.has(p, Cue::maybe) || f.marks_passive(p) || f.value_of(p) != none;
    if (!light || f.mention_of(p) != none) break;
    k = p;
  }
  return k;
}

uint64_t side(Index head, Index t) {
  return head == none ? 0 : head < t ? 1 : 2;
}

}  // namespace

bool may_act(const Frame& f, Index t) {
  if (!f.is_word(t)) return false;
  // "nhận được | thông báo": a noun, whatever its part of speech.
  if (t > 0 && f.has(t - 1, Cue::passive) && f.has(t - 1, Cue::gain)) return false;
  Upos pos = f.token(t).upos;
  if (pos == Upos::PROPN || pos == Upos::NUM || pos == Upos::PUNCT || pos == Upos::DET) return f.has(t, Cue::say);
  return f.value_of(t) == none;
}

void act_features(const Frame& f, Index t, const Act* before, Features& out) {
  Range in = f.sentence(t);
  uint64_t w = f.word(t, in), p = f.pos(t, in), c = f.cluster(t, in);
  uint64_t p1 = f.pos(t - 1, in), p2 = f.pos(t - 2, in), n1 = f.pos(t + 1, in), n2 = f.pos(t + 2, in);
  const Token& token = f.token(t);
  out.add(1, w);
  out.add(2, w, p);
  out.add(3, c, p);
  out.add(4, p, token.relation);
  out.add(5, p, f.word(t - 1, in));
  out.add(6, p, p1, n1);
  out.add(7, p, f.word(t + 1, in));
  out.add(8, p1, p2, p);
  out.add(9, n1, n2, p);
  out.add(10, w, f.word(t + 1, in));
  out.add(11, w, f.word(t - 1, in));
  out.add(12, c, f.cluster(t - 1, in));
  out.add(13, c, f.cluster(t + 1, in));
  out.add(14, p, f.word(t - 2, in));
  out.add(15, p, f.word(t + 2, in));
  each_cue(f.cue(t), [&](uint64_t k) { out.add(16, k, p); });
  if (in.contains(t - 1)) each_cue(f.cue(t - 1), [&](uint64_t k) { out.add(17, k, p); });
  if (in.contains(t + 1)) each_cue(f.cue(t + 1), [&](uint64_t k) { out.add(18, k, p); });
  uint64_t quoted = f.quote_of(t) != none, said = f.has(t, Cue::say), kind = kind_of(f, t);
  out.add(19, p, f.mention_of(t) != none, f.value_of(t) != none);
  out.add(20, p, quoted, said);
  out.add(21, quoted, w);
  out.add(22, p, kind, quoted);
  out.add(23, p, bucket(t - in.begin));
  out.add(24, p, bucket(in.end - t));
  Index v = verb_before(f, t, in);
  if (v != none) {
    bool comma = false, link = false;
    for (Index k = v + 1; k < t; ++k) {
      comma = comma || f.is_mark(k);
      link = link || f.has(k, Cue::link) || f.has(k, Cue::purpose);
    }
    uint64_t gap = (comma ? 1U : 0U) + (link ? 2U : 0U);
    out.add(25, f.word(v, in), p, gap);
    out.add(26, bucket(t - v), gap, p);
    each_cue(f.cue(v), [&](uint64_t k) { out.add(27, k, gap, p); });
    out.add(28, f.cluster(v, in), c);
    out.add(29, f.word(v, in), w);
  } else {
    out.add(30, p, c);
    out.add(31, p, kind);
  }
  Index o = opener(f, t, in);
  out.add(32, f.word(o, in), p, v != none);
  each_cue(f.cue(o), [&](uint64_t k) { out.add(33, k, v != none, p); });
  out.add(34, f.word(o, in), f.word(o + 1, in), p);
  out.add(35, bucket(t - o), p, v != none);
  // Words that open a clause about a noun: the nearest to the left within the clause.
  for (Index k = t - 1; k >= o && k > t - 8; --k) {
    if (f.has(k, Cue::relative) && f.token(k).upos != Upos::ADV) {
      out.add(36, f.word(k, in), p, bucket(t - k));
      break;
    }
  }
  Index a = auxiliary_start(f, t, in);
  CueSet marks = 0;
  for (Index k = a; k < t; ++k) marks |= f.cue(k);
  each_cue(marks, [&](uint64_t k) {
    out.add(37, k, p);
    out.add(38, k, c);
  });
  out.add(39, a < t, p, f.pos(a - 1, in));
  out.add(40, f.pos(a - 1, in), f.word(a, in));
  out.add(41, a - 1 >= in.begin && f.is_nominal(a - 1), p, v != none);
  out.add(42, bucket(token.syllables.size()), p);
  const auto& syllables = f.article.syllables;
  out.add(43, syllables[static_cast<size_t>(token.syllables.begin)].folded, p);
  out.add(44, syllables[static_cast<size_t>(token.syllables.end - 1)].folded, p);
  // Syntax.
  Index h = token.head;
  uint64_t hp = h == none ? 99 : static_cast<uint64_t>(f.token(h).upos);
  out.add(45, token.relation, hp, p);
  out.add(46, token.relation, side(h, t), p);
  out.add(47, f.subject[static_cast<size_t>(t)] != none, f.has_object[static_cast<size_t>(t)], p);
  if (h != none) {
    out.add(48, token.relation, f.token(h).folded);
    out.add(49, token.relation, f.token(h).relation, p);
    each_cue(f.cue(h), [&](uint64_t k) { out.add(50, k, token.relation); });
    out.add(51, token.relation, f.token(h).cluster);
  }
  if (before != nullptr) {
    bool comma = false;
    for (Index k = before->did.end; k < t && k < before->did.end + 40; ++k) comma = comma || f.is_mark(k);
    out.add(52, f.word(before->did.begin, in), p, comma);
    each_cue(f.cue(before->did.begin), [&](uint64_t k) { out.add(53, k, p, comma); });
    out.add(54, bucket(t - before->did.end), comma, p);
    out.add(55, h != none && before->did.contains(h), token.relation);
  } else {
    out.add(56, p, kind);
    out.add(57, w, kind);
    out.add(58, token.relation, p);
  }
}

void growth_features(const Frame& f, Range did, Features& out) {
  Index t = did.end;
  Range in = f.sentence(did.begin);
  uint64_t w = f.word(t, in), p = f.pos(t, in), first = f.word(did.begin, in), n = bucket(did.size());
  out.add(1, w, n);
  out.add(2, p, n);
  out.add(3, first);
  out.add(4, first, w);
  out.add(5, f.pos(t - 1, in), p, n);
  out.add(6, f.word(t - 1, in), p);
  out.add(7, f.cluster(t, in), f.cluster(t - 1, in));
  out.add(8, f.cluster(t, in), n);
  out.add(9, p, f.pos(t + 1, in), f.pos(t - 1, in));
  out.add(10, w, f.pos(t + 1, in));
  out.add(11, w, f.word(t + 1, in));
  out.add(12, f.pos(did.begin, in), p, f.word(t + 1, in));
  each_cue(f.cue(did.begin), [&](uint64_t k) {
    out.add(13, k, p);
    out.add(14, k, w);
  });
  each_cue(f.cue(t), [&](uint64_t k) {
    out.add(15, k, n);
    out.add(16, k, f.word(t - 1, in));
  });
  const Token& token = f.token(t);
  bool governed = token.head != none && did.contains(token.head);
  out.add(17, governed, token.relation, p);
  out.add(18, governed, token.relation, w);
  out.add(19, f.mention_of(t) != none, f.value_of(t) != none, p);
  out.add(20, bucket(token.syllables.size()), bucket(f.token(t - 1).syllables.size()), p);
  out.add(21, f.has_object[static_cast<size_t>(t)], p, n);
  out.add(22, f.cluster(did.begin, in), w);
  out.add(23, f.quote_of(t) != f.quote_of(t - 1));
}

void flag_features(const Frame& f, Range did, const Act* before, Features& out) {
  Index t = did.begin;
  Range in = window(f, t);
  uint64_t w = f.word(t, in), c = f.cluster(t, in);
  out.add(1, 0);
  out.add(2, w);
  out.add(3, c);
  each_cue(f.cue(t), [&](uint64_t k) { out.add(4, k); });
  Index a = auxiliary_start(f, t, in);
  for (Index k = t - 1; k >= in.begin && k >= t - 8; --k) {
    uint64_t near = k >= a ? 0 : t - k <= 3 ? 1 : 2;
    out.add(5, f.word(k, in), near);
    each_cue(f.cue(k), [&](uint64_t cue) { out.add(6, cue, near); });
    if (near == 0) out.add(7, f.word(k, in), c);
  }
  out.add(8, f.word(t - 1, in), w);
  out.add(9, f.word(t - 1, in), f.word(t - 2, in));
  for (Index k = did.begin + 1; k < did.end; ++k) out.add(10, f.word(k, in));
  out.add(11, f.word(did.end, in));
  out.add(12, f.pos(did.end, in), f.word(t - 1, in));
  // The mark of the passive may stand further off: "bị | nhà đầu tư | đòi".
  for (Index k = t - 1; k >= in.begin && k >= t - 12; --k) {
    if (f.is_mark(k)) break;
    if (f.marks_passive(k)) {
      bool verb = false;
      for (Index j = k + 1; j < t; ++j) verb = verb || f.token(j).upos == Upos::VERB;
      out.add(13, f.word(k, in), verb, bucket(t - k));
      out.add(14, f.word(k, in), verb, w);
      out.add(15, f.word(k, in), verb, c);
      break;
    }
  }
  Index o = opener(f, t, in);
  out.add(16, f.word(o, in));
  each_cue(f.cue(o), [&](uint64_t k) { out.add(17, k); });
  out.add(18, f.word(in.begin, in));
  each_cue(f.cue(in.begin), [&](uint64_t k) { out.add(19, k); });
  bool maybe = false, planned = false;
  for (Index k = t - 1; k >= in.begin && k > t - 25; --k) {
    maybe = maybe || f.has(k, Cue::maybe);
    planned = planned || f.has(k, Cue::plan);
  }
  out.add(20, maybe, planned, f.quote_of(t) != none);
  out.add(21, kind_of(f, t));
  if (before != nullptr) {
    bool comma = false;
    for (Index k = before->did.end; k < t && k < before->did.end + 40; ++k) comma = comma || f.is_mark(k);
    auto mode = static_cast<uint64_t>(before->mode);
    out.add(22, f.word(before->did.begin, in), comma);
    each_cue(f.cue(before->did.begin), [&](uint64_t k) {
      out.add(23, k, comma);
      out.add(24, k, bucket(t - before->did.end));
    });
    out.add(25, mode, comma, a < t);
    out.add(26, before->negated, comma, bucket(t - before->did.end));
    out.add(27, before->passive, comma, a < t);
  } else {
    Index v = verb_before(f, t, in);
    out.add(28, v == none ? 0 : f.word(v, in));
    if (v != none) each_cue(f.cue(v), [&](uint64_t k) { out.add(29, k); });
  }
  // Does a mark of denial, plan, doubt or the passive reach the verb with no other verb between?
  for (Cue kind :
       {Cue::negation, Cue::passive, Cue::plan, Cue::maybe, Cue::negverb, Cue::ask, Cue::promise, Cue::purpose}) {
    Index verbs = 0;
    auto number = static_cast<uint64_t>(kind);
    for (Index k = t - 1; k >= in.begin && k > t - 16 && verbs < 2; --k) {
      if (f.is_mark(k) && f.mention_of(k) == none) break;
      if (kind == Cue::passive ? f.marks_passive(k) : f.has(k, kind)) {
        bool governs = f.token(t).head == k;
        bool names = k + 1 < t && f.is_nominal(k + 1);
        out.add(40, number, bucket(verbs), f.quote_of(k) == f.quote_of(t));
        out.add(41, number, bucket(verbs), k >= a);
        out.add(42, number, governs, names);
        out.add(43, number, bucket(verbs), f.word(k, in));
        break;
      }
      if (f.token(k).upos == Upos::VERB && !f.has(k, Cue::aspect) && !f.has(k, Cue::light)) ++verbs;
    }
  }
  const Token& token = f.token(t);
  out.add(30, token.relation);
  if (token.head != none) {
    out.add(31, token.relation, f.token(token.head).folded);
    each_cue(f.cue(token.head), [&](uint64_t k) { out.add(32, k, token.relation); });
  }
}

Mode marked_mode(const Frame& f, Range did) {
  for (Index k = did.begin; k + 1 < did.end; ++k) {
    if (f.has(k, Cue::hedge)) return Mode::maybe;
    if (f.has(k, Cue::intent)) return Mode::plan;
  }
  const Index from = f.sentence(did.begin).begin;
  for (Index k = did.begin - 1; k >= from && k >= did.begin - 8; --k) {
    if (f.has(k, Cue::hedge)) return Mode::maybe;
    if (f.has(k, Cue::intent)) return Mode::plan;
    Upos pos = f.token(k).upos;
    bool light = pos == Upos::ADV || pos == Upos::AUX || f.has(k, Cue::aspect) || f.has(k, Cue::negation);
    if (!light || f.mention_of(k) != none) break;
  }
  return Mode::fact;
}

Range done_by(const Frame& f, Range did) {
  const Index from = f.sentence(did.begin).begin;
  Index k = did.begin - 1;
  while (k >= from && k > did.begin - 12 && f.is_nominal(k)) --k;
  if (k < from || k + 1 == did.begin || !f.marks_passive(k)) return {};
  return f.mention_of(k + 1) != none || f.mention_of(did.begin - 1) != none ? Range{k + 1, did.begin} : Range{};
}

Index passive_mark(const Frame& f, Range did) {
  const Index from = std::max(f.sentence(did.begin).begin, did.begin - 12);
  for (Index k = did.begin - 1; k >= from; --k) {
    if (f.marks_passive(k)) return k;
    if (f.is_mark(k) && f.mention_of(k) == none) break;
  }
  return none;
}

bool shares_passive(const Frame& f, Range did, const Act* before) {
  if (before == nullptr || !before->passive || did.begin - before->did.end > 12) return false;
  const Index joint = did.begin - 1;
  if (joint < before->did.end || !(f.is_comma(joint) || f.token(joint).upos == Upos::CCONJ)) return false;
  for (Index k = before->did.end; k < joint; ++k) {
    if (f.is_mark(k) || f.has(k, Cue::link)) return false;
  }
  if (f.has(did.begin, Cue::say) || f.has(did.begin, Cue::cause)) return false;
  if (f.has_object[static_cast<size_t>(did.begin)] != 0) return false;
  return did.end >= f.sentence(did.begin).end || !f.is_nominal(did.end);
}

bool hangs_on(const Frame& f, Range did, const Act* before) {
  const Index governor = f.token(did.begin).head;
  return before != nullptr && governor != none && before->did.contains(governor);
}

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
    out.add(9, kind, kind_of(f, did.begin), bucket(did.begin - f.sentence(did.begin).begin));
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

Index what_start(const Frame& f, Range did) {
  Range in = window(f, did.begin);
  Index t = did.end;
  while (t < in.end && t < did.end + 5) {
    if (!f.is_mark(t) && !f.has(t, Cue::skip)) break;
    ++t;
  }
  return t;
}

namespace {

// The word through which t hangs on the act: itself, or the last on its way up before the act; none when the way leads
// out of [start, end) elsewhere.
Index hangs_through(const Frame& f, Range did, Range in, Index t) {
  for (int step = 0; step < 12; ++step) {
    Index h = f.token(t).head;
    if (h == none) return none;
    if (did.contains(h)) return t;
    if (!in.contains(h)) return none;
    t = h;
  }
  return none;
}

}  // namespace

void what_candidates(const Frame& f, Range did, std::vector<WhatCandidate>& out) {
  out.clear();
  Range in = window(f, did.begin);
  Index start = what_start(f, did);
  Index first = start < in.end ? hangs_through(f, did, {start, in.end}, start) : none;
  Index yield = start, first_yield = start;
  bool same = first != none;
  for (Index k = start; k < in.end; ++k) {
    if (f.is_mark(k)) continue;
    Index through = hangs_through(f, did, {start, in.end}, k);
    if (through == none) break;
    yield = k + 1;
    same = same && through == first;
    if (same) first_yield = k + 1;
  }
  out.push_back({{}, false, yield, first_yield});
  size_t kept = 0;
  for (Index e = start + 1; e <= in.end && kept < 40; ++e) {
    if (f.is_mark(e - 1) && f.mention_of(e - 1) == none) continue;  // never ends with a mark
    if (e < in.end && f.is_word(e) && f.mention_of(e) != none && f.mention_of(e) == f.mention_of(e - 1)) continue;
    if (e < in.end) {
      Upos p = f.token(e).upos, last = f.token(e - 1).upos;
      bool stop = f.is_mark(e) || p == Upos::ADP || p == Upos::CCONJ || p == Upos::SCONJ || p == Upos::VERB ||
                  p == Upos::AUX || p == Upos::ADV || f.has(e, Cue::link) || f.has(e, Cue::time) ||
                  f.has(e, Cue::place) || f.has(e, Cue::purpose) || f.value_of(e) != none || f.has(e, Cue::relative);
      if (!stop || last == Upos::ADP) continue;
    }
    out.push_back({{start, e}, false, yield, first_yield});
    ++kept;
  }
  // What is said may stand before: "…, ông nói".
  if (f.has(did.begin, Cue::say)) {
    kept = 0;
    for (Index e = did.begin - 1; e > in.begin && kept < 4; --e) {
      if (!f.is_mark(e)) continue;
      Index end = e, begin = in.begin;
      while (end > begin && f.is_mark(end - 1)) --end;
      while (begin < end && f.is_mark(begin)) ++begin;
      if (begin >= end) break;
      out.push_back({{begin, end}, true});
      ++kept;
      e = end;
    }
  }
}

void what_features(const Frame& f, Range did, const WhatCandidate& what, Features& out) {
  Range in = window(f, did.begin);
  uint64_t w = f.word(did.begin, in), c = f.cluster(did.begin, in);
  bool say = f.has(did.begin, Cue::say);
  Range r = what.tokens;
  if (r.size() == 0) {
    out.add(1, say);
    out.add(2, w);
    out.add(3, c);
    out.add(4, f.word(did.end, in));
    out.add(5, f.pos(did.end, in), bucket(in.end - did.end));
    out.add(6, f.word(did.end - 1, in), f.pos(did.end, in));
    if (did.end < in.end) each_cue(f.cue(did.end), [&](uint64_t k) { out.add(7, k); });
    out.add(8, did.end < in.end && f.is_mark(did.end), bucket(did.begin - in.begin), say);
    out.add(9, f.cluster(did.end - 1, in), f.pos(did.end, in));
    out.add(10, did.end < in.end && f.value_of(did.end) != none);
    Index start = what_start(f, did);
    uint64_t relation = what.first_yield > start ? f.token(start).relation : 0U;
    out.add(11, relation, bucket(what.first_yield - start), say);
    out.add(12, bucket(what.yield - start), say);
    bool object = false;
    for (Index k = did.begin; k < did.end; ++k) object = object || f.has_object[static_cast<size_t>(k)] != 0;
    out.add(13, object, f.pos(did.end, in));
    out.add(14, object, c);
    if (did.end < in.end) {
      Index h = f.token(did.end).head;
      out.add(15, h != none && did.contains(h), f.token(did.end).relation);
    }
    return;
  }
  if (what.left) {
    out.add(20, w);
    out.add(21, bucket(r.size()), bucket(did.begin - r.end));
    out.add(22, f.quote_of(r.end - 1) != none, f.quote_of(r.begin) != none);
    out.add(23, did.end < in.end && f.is_mark(did.end), bucket(in.end - did.end));
    out.add(24, f.word(did.end, in));
    out.add(25, r.begin == in.begin);
    return;
  }
  Index e = r.end;
  bool last = e >= in.end || (e + 1 >= in.end && f.is_mark(e));
  Index commas = 0, verbs = 0, links = 0, purposes = 0, times = 0;
  bool said_inside = false;
  for (Index k = r.begin; k < e; ++k) {
    commas += f.is_mark(k);
    verbs += f.token(k).upos == Upos::VERB;
    links += f.has(k, Cue::link);
    purposes += f.has(k, Cue::purpose);
    times += f.value_of(k) != none;
    said_inside = said_inside || f.has(k, Cue::say);
  }
  uint64_t think = f.has(did.begin, Cue::think) || f.has(did.begin, Cue::ask);
  uint64_t type = (say ? 1U : 0U) + 2 * think;
  out.add(30, last, type);
  out.add(31, last, w);
  out.add(32, last, c);
  out.add(33, bucket(r.size()), type);
  out.add(34, bucket(commas), type, last);
  out.add(35, bucket(verbs), type, last);
  out.add(36, f.word(e, in), type);
  out.add(37, f.pos(e, in), f.pos(e - 1, in), type);
  out.add(38, f.word(e, in), f.word(e + 1, in));
  out.add(39, f.word(e - 1, in), f.pos(e, in));
  if (e < in.end) {
    each_cue(f.cue(e), [&](uint64_t k) {
      out.add(40, k, type);
      out.add(41, k, f.pos(e, in));
      out.add(42, k, bucket(r.size()));
    });
    out.add(43, f.value_of(e) != none && f.value_of(e) != f.value_of(e - 1), type);
    // A mark, then what follows it.
    if (f.is_mark(e)) {
      out.add(44, f.unit(e), f.word(e + 1, in));
      out.add(45, f.unit(e), f.pos(e + 1, in), type);
      out.add(46, f.unit(e), bucket(r.size()), type);
      if (e + 1 < in.end) each_cue(f.cue(e + 1), [&](uint64_t k) { out.add(47, k, type); });
    }
  }
  out.add(48, bucket(links), bucket(purposes), last);
  out.add(49, bucket(times), type, last);
  out.add(50,
          e < in.end && f.quote_of(e - 1) != none && f.quote_of(e) == f.quote_of(e - 1) &&
              f.quote_of(did.begin) != f.quote_of(e),
          type);
  out.add(51, f.quote_of(e - 1) != none && (e >= in.end || f.quote_of(e) != f.quote_of(e - 1)), type);
  out.add(52, f.word(r.begin, in), last);
  out.add(53, f.pos(r.begin, in), last, bucket(r.size()));
  // Arcs over the edge: does the next word hang on what is inside, on the verb, or on something before?
  if (e < in.end) {
    Index n = f.is_mark(e) && e + 1 < in.end ? e + 1 : e;
    Index h = f.token(n).head;
    uint64_t hangs = h == none ? 0 : r.contains(h) ? 1 : did.contains(h) ? 2 : h < did.begin ? 3 : 4;
    out.add(54, hangs, f.token(n).relation, type);
    out.add(55, hangs, f.is_mark(e), type);
    out.add(56, hangs, f.word(n, in));
  }
  Index h = f.token(e - 1).head;
  uint64_t hangs = h == none ? 0 : r.contains(h) ? 1 : did.contains(h) ? 2 : h < did.begin ? 3 : 4;
  out.add(57, hangs, last);
  out.add(58, said_inside, type, last);
  auto against = [e](Index edge) { return e < edge ? 0U : e == edge ? 1U : 2U; };
  out.add(60, against(what.yield), type, last);
  out.add(61, against(what.first_yield), type);
  out.add(62, against(what.first_yield), f.pos(e, in), c);
  out.add(63, against(what.yield), against(what.first_yield), f.word(e, in));
  out.add(59, w, f.word(e, in));
}

void phrase_candidates(const Frame& f, Range did, Circumstance kind, std::vector<PhraseCandidate>& out) {
  out.clear();
  Range in = window(f, did.begin);
  size_t kept = 0;
  for (Index t = in.begin; t < in.end && kept < 16; ++t) {
    if (did.contains(t)) continue;
    Index v = f.value_of(t);
    bool time = v != none && f.article.values[static_cast<size_t>(v)].type == ValueType::time;
    Index end = t + 1;
    if (kind == Circumstance::when) {
      if (time) {
        while (end < in.end && f.value_of(end) == v) ++end;
        out.push_back({{t, end}, v});
      } else if (f.has(t, Cue::time) && (t == in.begin || f.is_mark(t - 1) || f.token(t).upos == Upos::ADP ||
                                         f.token(t).upos == Upos::SCONJ)) {
        while (end < in.end && end < t + 12 && !f.is_mark(end) && !did.contains(end)) ++end;
        if (end - t < 2) continue;
        out.push_back({{t, end}, none});
        end = t + 1;
      } else {
        continue;
      }
    } else {
      if (!f.has(t, Cue::place) || t + 1 >= in.end || !f.is_nominal(t + 1) || f.value_of(t + 1) != none) continue;
      end = f.end_of_phrase(t + 1, in);
      while (end + 1 < in.end && end < t + 30 && (f.is_comma(end) || f.token(end).upos == Upos::ADP) &&
             f.is_nominal(end + 1)) {
        end = f.end_of_phrase(end + 1, in);
      }
      Index keep = end;
      out.push_back({{t, keep}, none});
      end = t + 1;
    }
    ++kept;
    t = end - 1;
  }
}

void phrase_features(const Frame& f, Range did, Range what, const Act* before, const PhraseCandidate& phrase,
                     Features& out) {
  Range in = window(f, did.begin), r = phrase.tokens;
  bool left = r.begin < did.begin;
  bool valued = phrase.value != none;
  Index from = left ? r.end : did.end, to = left ? did.begin : r.begin;
  Index commas = 0, verbs = 0, links = 0;
  for (Index k = from; k < to; ++k) {
    commas += f.is_mark(k);
    verbs += f.token(k).upos == Upos::VERB;
    links += f.has(k, Cue::link);
  }
  uint64_t key = (left ? 1U : 0U) + (valued ? 2U : 0U);
  uint64_t acted = before == nullptr ? 0 : before->did.begin > r.begin ? 1 : 2;
  out.add(1, key);
  out.add(2, key, bucket(verbs), bucket(commas));
  out.add(3, key, bucket(to - from));
  out.add(4, key, f.word(r.begin - 1, in));
  out.add(5, key, f.word(r.begin, in));
  out.add(6, key, f.word(r.begin, in), f.word(r.begin + 1, in));
  out.add(7, key, acted, bucket(verbs));
  out.add(8, key, r.begin == f.sentence(r.begin).begin, acted);
  out.add(9, key, what.contains(r.begin), r.end >= what.end);
  each_cue(f.cue(did.begin), [&](uint64_t k) { out.add(10, key, k, bucket(verbs)); });
  out.add(11, key, f.cluster(did.begin, in));
  out.add(12, key, bucket(links), bucket(commas));
  Index h = f.token(r.begin).head;
  out.add(13, key,
          h == none         ? 0U
          : did.contains(h) ? 1U
          : r.contains(h)   ? 2U
          : h < did.begin   ? 3U
                            : 4U,
          f.token(r.begin).relation);
  Index last_head = f.token(r.end - 1).head;
  out.add(14, key,
          last_head == none         ? 0U
          : did.contains(last_head) ? 1U
          : r.contains(last_head)   ? 2U
          : last_head < did.begin   ? 3U
                                    : 4U);
  out.add(15, key, f.pos(r.begin - 1, in), bucket(verbs));
  out.add(16, key, f.quote_of(r.begin) == f.quote_of(did.begin));
  out.add(17, key, bucket(r.begin - f.sentence(r.begin).begin), bucket(verbs));
  out.add(18, key, f.pos(r.end, in), bucket(verbs));
  out.add(19, key, f.word(did.begin, in));
}

void source_candidates(const Frame& f, Range did, const std::vector<Act>& acts, std::vector<SourceCandidate>& out) {
  using Kind = SourceCandidate::Kind;
  out.clear();
  Range in = window(f, did.begin);
  size_t kept = 0;
  for (Index t = in.begin; t < in.end && kept < 6; ++t) {
    if (!f.has(t, Cue::source) || did.contains(t)) continue;
    Index n = t + 1;
    while (n < in.end && n < t + 3 && !f.is_nominal(n)) ++n;
    if (n >= in.end || !f.is_nominal(n) || did.contains(n)) continue;
    Range r{n, f.end_of_phrase(n, in)};
    out.push_back({Kind::according, f.span_of(r), r, f.entity_of(r), nullptr});
    ++kept;
    t = r.end - 1;
  }
  // "…, Reuters đưa tin", "Reuters dẫn lời …".
  kept = 0;
  std::vector<Range> before;
  for (Index t = in.begin + 1; t < in.end && kept < 4; ++t) {
    if (!f.has(t, Cue::news) || f.has(t - 1, Cue::news) || did.contains(t)) continue;
    Index end = t;
    while (end > in.begin && end > t - 4 && (f.token(end - 1).upos == Upos::ADV || f.value_of(end - 1) != none)) --end;
    before.clear();
    noun_phrases(f, {std::max(in.begin, end - 8), end}, 2, before);
    for (Range r : before) {
      if (r.end != end || did.contains(r.begin)) continue;
      out.push_back({Kind::reporter, f.span_of(r), r, f.entity_of(r), nullptr});
      ++kept;
    }
  }
  kept = 0;
  // Sayings near by; a sentence without end must not make every act look at every other.
  auto here = std::partition_point(acts.begin(), acts.end(), [&](const Act& a) { return a.did.begin < did.begin; });
  auto last = here + std::min<std::ptrdiff_t>(acts.end() - here, 8),
       first = here - std::min<std::ptrdiff_t>(here - acts.begin(), 12);
  for (auto at = last; at != first && kept < 6; --at) {
    const Act& act = *(at - 1);
    if (act.did == did || act.topic.empty() || act.passive ||
        !(f.has(act.did.begin, Cue::say) || f.has(act.did.begin, Cue::think)))
      continue;
    out.push_back({Kind::sayer, act.topic, act.topic_tokens, act.topic_entity, &act});
    ++kept;
  }
  if (Index q = f.quote_of(did.begin); q != none) {
    const Quote& quote = f.article.quotes[static_cast<size_t>(q)];
    if (!quote.speaker_span.empty()) out.push_back({Kind::speaker, quote.speaker_span, {}, quote.speaker, nullptr});
  }
}

void source_features(const Frame& f, Range did, const SourceCandidate& source, Features& out) {
  using Kind = SourceCandidate::Kind;
  Range in = window(f, did.begin);
  auto kind = static_cast<uint64_t>(source.kind);
  bool say = f.has(did.begin, Cue::say), quoted = f.quote_of(did.begin) != none;
  out.add(1, kind, say);
  out.add(2, kind, quoted);
  each_cue(f.cue(did.begin), [&](uint64_t k) { out.add(3, kind, k); });
  if (source.kind == Kind::according) {
    Range r = source.tokens;
    bool left = r.begin < did.begin;
    Index marks = 0, verbs = 0;
    for (Index k = left ? r.end : did.end; k < (left ? did.begin : r.begin); ++k) {
      marks += f.is_mark(k);
      verbs += f.token(k).upos == Upos::VERB;
    }
    out.add(4, left, bucket(marks), bucket(verbs));
    out.add(5, left, r.begin - f.sentence(r.begin).begin <= 4);
    out.add(6, left, f.word(r.end, in));
    out.add(7, f.word(r.begin - 1, in));
    out.add(8, f.word(r.begin, in));
    out.add(9, source.entity != none, left);
    out.add(10, f.word(r.begin - 2, in), f.word(r.begin - 1, in));
    each_cue(f.cue(r.begin), [&](uint64_t k) { out.add(11, k); });
  } else if (source.kind == Kind::reporter) {
    Range r = source.tokens;
    bool left = r.begin < did.begin;
    Index marks = 0, verbs = 0;
    for (Index k = left ? r.end : did.end; k < (left ? did.begin : r.begin); ++k) {
      marks += f.is_mark(k);
      verbs += f.token(k).upos == Upos::VERB;
    }
    out.add(20, left, bucket(marks), bucket(verbs));
    out.add(21, left, f.word(r.end, in));
    out.add(22, left, r.begin > in.begin && f.is_mark(r.begin - 1), f.sentence(r.begin).end - r.end <= 4);
    auto type =
        source.entity == none ? 9U : static_cast<uint64_t>(f.article.entities[static_cast<size_t>(source.entity)].type);
    out.add(23, type, left);
    out.add(24, f.pos(r.begin, in), bucket(r.size()));
    out.add(25, f.word(r.begin, in));
  } else if (source.kind == Kind::sayer) {
    const Act& act = *source.sayer;
    out.add(12, act.what.contains(did.begin), say);
    out.add(13, f.word(act.did.begin, in), act.what.contains(did.begin));
    each_cue(f.cue(act.did.begin), [&](uint64_t k) { out.add(14, k, act.what.contains(did.begin)); });
    out.add(15, act.did.begin < did.begin, act.what.size() == 0, act.what.contains(did.begin));
    out.add(16, f.quote_of(did.begin) != f.quote_of(act.did.begin), act.what.contains(did.begin));
  }
}

}  // namespace ailamgi::events
