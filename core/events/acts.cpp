#include "events/acts.h"

#include <algorithm>

#include "events/surroundings.h"

namespace ailamgi::events {
namespace {

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
  uint64_t quoted = f.quote_of(t) != none, said = f.has(t, Cue::say), kind = segment_kind(f, t);
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
    const bool comma = mark_since(f, *before, t);
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

Index act_start(const Frame& f, Index t, const Act* before) {
  const Index from = std::max(f.sentence(t).begin, before != nullptr ? before->did.end : 0);
  const Index stop = t - 1;
  const bool stopped = stop >= from && f.is_verb(stop) && f.has(stop, Cue::negverb) && !goes_on(f, t);
  return stopped ? stop : t;
}

bool goes_on(const Frame& f, Index t) {
  return t - 2 >= f.sentence(t).begin && f.has(t - 1, Cue::negverb) && f.has(t - 2, Cue::negation);
}

bool hangs_on(const Frame& f, Range did, const Act* before) {
  const Index governor = f.token(did.begin).head;
  return before != nullptr && governor != none && before->did.contains(governor);
}

}  // namespace ailamgi::events
