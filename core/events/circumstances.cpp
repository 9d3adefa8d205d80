#include "events/circumstances.h"

#include "events/surroundings.h"

namespace ailamgi::events {
namespace {

// Where the word of a phrase that t is hangs: on nothing, the act, the phrase, or something before or behind the act.
uint64_t hangs(const Frame& f, Range did, Range phrase, Index t) {
  const Index h = f.token(t).head;
  return h == none ? 0 : did.contains(h) ? 1 : phrase.contains(h) ? 2 : h < did.begin ? 3 : 4;
}

// Through which verb the phrase hangs: the act, another one, none within a few steps.
uint64_t verb_above(const Frame& f, Range did, Range phrase) {
  Index t = phrase.begin;
  for (int step = 0; step < 8; ++step) {
    const Index h = f.token(t).head;
    if (h == none) return 0;
    if (did.contains(h)) return 1;
    if (!phrase.contains(h) && f.is_verb(h)) return h < did.begin ? 2 : 3;
    t = h;
  }
  return 4;
}

// Whether a place goes on behind t: "ở xã Vĩnh Hoà | , huyện Phú Giáo", not "tại Hà Nội | , Bộ Y tế".
bool place_goes_on(const Frame& f, Index t) {
  if (!f.is_comma(t)) return f.token(t).upos == Upos::ADP && !f.has(t + 1, Cue::time);
  const Index mention = f.mention_of(t + 1);
  return mention != none && f.article.mentions[static_cast<size_t>(mention)].type == EntityType::location;
}

// Where a place ends that opens its sentence, whatever is in it: "Tại buổi | họp báo sáng nay, …"; `end` when no comma
// follows near by.
Index end_of_opening(const Frame& f, Range did, Index begin, Index end, Range in) {
  constexpr Index longest = 16;
  if (begin != f.sentence(begin).begin) return end;
  for (Index t = end; t < in.end && t < begin + longest && !did.contains(t); ++t) {
    if (f.is_comma(t) || f.value_of(t) != none) return t;
  }
  return end;
}

// Takes the verbs in that say what a meeting, a feast or a list is for: "trong buổi | ra mắt phim mới".
Index with_purpose(const Frame& f, Range did, Index begin, Index end, Range in) {
  while (end < in.end && !did.contains(end) && end < begin + 12) {
    const Index head = f.token(end).head;
    if (f.is_mark(end) || f.value_of(end) != none || head == none || head <= begin || head >= end) break;
    ++end;
  }
  return end;
}

}  // namespace

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
      while (end + 1 < in.end && end < t + 30 && place_goes_on(f, end) && f.is_nominal(end + 1)) {
        end = f.end_of_phrase(end + 1, in);
      }
      end = end_of_opening(f, did, t, with_purpose(f, did, t, end, in), in);
      out.push_back({{t, end}, none});
      end = t + 1;
    }
    ++kept;
    t = end - 1;
  }
}

void phrase_features(const Frame& f, Range did, Range what, const Act* before, const PhraseCandidate& phrase,
                     Features& out) {
  Range in = window(f, did.begin), r = phrase.tokens;
  const Between gap = between(f, did, r);
  const uint64_t marks = bucket(gap.marks), verbs = bucket(gap.verbs);
  uint64_t key = (gap.left ? 1U : 0U) + (phrase.value != none ? 2U : 0U);
  uint64_t acted = before == nullptr ? 0 : before->did.begin > r.begin ? 1 : 2;
  out.add(1, key);
  out.add(2, key, verbs, marks);
  out.add(3, key, bucket(gap.tokens.size()));
  out.add(4, key, f.word(r.begin - 1, in));
  out.add(5, key, f.word(r.begin, in));
  out.add(6, key, f.word(r.begin, in), f.word(r.begin + 1, in));
  out.add(7, key, acted, verbs);
  out.add(8, key, r.begin == f.sentence(r.begin).begin, acted);
  out.add(9, key, what.contains(r.begin), r.end >= what.end);
  each_cue(f.cue(did.begin), [&](uint64_t k) { out.add(10, key, k, verbs); });
  out.add(11, key, f.cluster(did.begin, in));
  out.add(12, key, bucket(gap.links), marks);
  out.add(13, key, hangs(f, did, r, r.begin), f.token(r.begin).relation);
  out.add(14, key, hangs(f, did, r, r.end - 1));
  out.add(15, key, f.pos(r.begin - 1, in), verbs);
  out.add(16, key, f.quote_of(r.begin) == f.quote_of(did.begin));
  out.add(17, key, bucket(r.begin - f.sentence(r.begin).begin), verbs);
  out.add(18, key, f.pos(r.end, in), verbs);
  out.add(19, key, f.word(did.begin, in));
  const uint64_t through = verb_above(f, did, r);
  out.add(20, key, through, verbs);
  out.add(21, key, through, f.token(did.begin).relation);
  const uint64_t joined = hangs_on(f, did, before) ? uint64_t{1} + f.token(did.begin).relation : 0;
  out.add(22, key, acted, joined);
  out.add(23, through, joined, acted);
  bool timed = false;  // "đến | hết tháng 9", not "đến | báo cáo này"
  for (Index k = r.begin + 1; k < r.end; ++k) timed = timed || f.value_of(k) != none || f.has(k, Cue::time);
  out.add(24, key, f.word(r.begin, in), timed);
  bool located = false;
  for (Index k = r.begin + 1; k < r.end && !located; ++k) {
    const Index m = f.mention_of(k);
    located = m != none && f.article.mentions[static_cast<size_t>(m)].type == EntityType::location;
  }
  out.add(25, key, f.word(r.begin, in), located);
  out.add(26, key, f.cluster(r.begin + 1, in));
}

}  // namespace ailamgi::events
