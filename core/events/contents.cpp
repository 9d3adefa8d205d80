#include "events/contents.h"

#include "events/surroundings.h"

namespace ailamgi::events {
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

// Where t hangs: on nothing, the content, the act, or something before or behind the act.
uint64_t hangs(const Frame& f, Range did, Range what, Index t) {
  const Index h = f.token(t).head;
  return h == none ? 0 : what.contains(h) ? 1 : did.contains(h) ? 2 : h < did.begin ? 3 : 4;
}

// Where the content begins if it stands to the right: past marks and words that may stand between, at most 5.
Index what_start(const Frame& f, Range did) {
  Range in = window(f, did.begin);
  Index t = did.end;
  while (t < in.end && t < did.end + 5) {
    if (!f.is_mark(t) && !f.has(t, Cue::skip)) break;
    ++t;
  }
  return t;
}

// "cho biết | , …", but "bỏ lơi | , …" and "khi ông lên tiếng | , …" are done with at the comma, "khi ông giải thích |
// thì …" at the word.
bool ends_at_once(const Frame& f, Range did, Range in) {
  if (did.end >= in.end) return false;
  if (f.has(did.end, Cue::then)) return true;
  if (!f.is_comma(did.end)) return false;
  constexpr CueSet speaks = bit(Cue::say) | bit(Cue::think) | bit(Cue::ask);
  bool says = false;
  for (Index t = did.begin; t < did.end; ++t) says = says || (f.cue(t) & speaks) != 0;
  const Index first = opener(f, did.begin, in);
  return !says || (first < did.begin && f.has(first, Cue::time) &&
                   (f.token(first).upos == Upos::SCONJ || f.has(first, Cue::link)));
}

// "“…”, ông Nam | nói": looks at the words right before the act.
bool spoken_before(const Frame& f, Range did, Range in) {
  constexpr Index near = 24;
  for (Index t = did.begin - 1; t >= in.begin && t >= did.begin - near; --t) {
    const Index q = f.quote_of(t);
    if (q == none) continue;
    const Quote& quote = f.article.quotes[static_cast<size_t>(q)];
    return quote.span.end <= f.token(did.begin).span.start && quote.cue.overlaps(f.span_of(did));
  }
  return false;
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
  const bool spoken = spoken_before(f, did, in);
  out.push_back({{}, false, yield, first_yield, spoken});
  size_t kept = 0;
  const Index stop_at = ends_at_once(f, did, in) ? start : in.end;
  for (Index e = start + 1; e <= stop_at && kept < 40; ++e) {
    if (f.is_mark(e - 1) && f.mention_of(e - 1) == none) continue;  // never ends with a mark
    if (e < in.end && f.is_word(e) && f.mention_of(e) != none && f.mention_of(e) == f.mention_of(e - 1)) continue;
    if (e < in.end && f.value_of(e) != none && f.value_of(e) == f.value_of(e - 1)) continue;
    if (e < in.end) {
      Upos p = f.token(e).upos, last = f.token(e - 1).upos;
      bool stop = f.is_mark(e) || p == Upos::ADP || p == Upos::CCONJ || p == Upos::SCONJ || p == Upos::VERB ||
                  p == Upos::AUX || p == Upos::ADV || f.has(e, Cue::link) || f.has(e, Cue::time) ||
                  f.has(e, Cue::place) || f.has(e, Cue::purpose) || f.value_of(e) != none || f.has(e, Cue::relative);
      if (!stop || last == Upos::ADP) continue;
    }
    out.push_back({{start, e}, false, yield, first_yield, spoken});
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
      out.push_back({{begin, end}, true, none, none, spoken});
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
    out.add(16, what.spoken_before);
    out.add(17, did.end < in.end && f.unit(did.end) == u':', bucket(in.end - did.end));
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
    out.add(29, what.spoken_before, f.quote_of(r.end - 1) != none);
    out.add(21, bucket(r.size()), bucket(did.begin - r.end));
    out.add(22, f.quote_of(r.end - 1) != none, f.quote_of(r.begin) != none);
    out.add(23, did.end < in.end && f.is_mark(did.end), bucket(in.end - did.end));
    out.add(24, f.word(did.end, in));
    out.add(25, r.begin == in.begin);
    const Index subject = f.subject[static_cast<size_t>(did.begin)];
    const uint64_t own = subject == none ? 2U : subject >= r.end ? 1U : 0U;
    out.add(26, own, bucket(in.end - did.end));
    Index verbs = 0, sayings = 0;
    for (Index k = r.begin; k < r.end; ++k) {
      verbs += f.is_verb(k);
      sayings += f.has(k, Cue::say);
    }
    out.add(27, own, bucket(verbs), bucket(sayings));
    out.add(28, hangs(f, did, r, r.end - 1), hangs(f, did, r, r.begin), own);
    return;
  }
  Index e = r.end;
  bool last = e >= in.end || (e + 1 >= in.end && f.is_mark(e));
  Index commas = 0, verbs = 0, links = 0, purposes = 0, times = 0;
  bool said_inside = false;
  Index joined = 0, clauses = 0;
  for (Index k = r.begin; k < e; ++k) {
    commas += f.is_mark(k);
    verbs += f.token(k).upos == Upos::VERB;
    links += f.has(k, Cue::link);
    purposes += f.has(k, Cue::purpose);
    times += f.value_of(k) != none;
    said_inside = said_inside || f.has(k, Cue::say);
    if (f.is_verb(k)) {
      joined += f.coordinated[static_cast<size_t>(k)] != 0 && f.token(k).head != none && did.contains(f.token(k).head);
      clauses += f.subject[static_cast<size_t>(k)] != none;
    }
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
    const uint64_t on = hangs(f, did, r, n);
    out.add(54, on, f.token(n).relation, type);
    out.add(55, on, f.is_mark(e), type);
    out.add(56, on, f.word(n, in));
    for (Index v = n; v < in.end && v < n + 10; ++v) {
      if (!f.is_verb(v)) continue;
      const Index subject = f.subject[static_cast<size_t>(v)];
      const uint64_t does = subject == none ? 2U : subject >= n ? 1U : 0U, of = hangs(f, did, r, v);
      out.add(66, does, of, type);
      out.add(67, does, of, f.token(v).relation);
      break;
    }
  }
  out.add(57, hangs(f, did, r, e - 1), last);
  out.add(58, said_inside, type, last);
  auto against = [e](Index edge) { return e < edge ? 0U : e == edge ? 1U : 2U; };
  out.add(60, against(what.yield), type, last);
  out.add(61, against(what.first_yield), type);
  out.add(62, against(what.first_yield), f.pos(e, in), c);
  out.add(63, against(what.yield), against(what.first_yield), f.word(e, in));
  out.add(59, w, f.word(e, in));
  out.add(64, bucket(joined), type, last);
  out.add(65, bucket(clauses), type, last);
  out.add(68, what.spoken_before, f.pos(r.begin, in));
  out.add(69, did.end < in.end && f.unit(did.end) == u':', type, last);
}

}  // namespace ailamgi::events
