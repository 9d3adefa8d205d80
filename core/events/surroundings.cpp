#include "events/surroundings.h"

#include <algorithm>

namespace ailamgi::events {

Range window(const Frame& f, Index t) {
  Range in = f.sentence(t);
  return {std::max(in.begin, t - left_reach), std::min(in.end, t + right_reach)};
}

uint64_t segment_kind(const Frame& f, Index t) {
  const Sentence& s = f.article.sentences[static_cast<size_t>(f.token(t).sentence)];
  return static_cast<uint64_t>(f.article.segments[static_cast<size_t>(s.segment)].kind);
}

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

bool mark_since(const Frame& f, const Act& before, Index t) {
  for (Index k = before.did.end; k < t && k < before.did.end + 40; ++k) {
    if (f.is_mark(k)) return true;
  }
  return false;
}

Between between(const Frame& f, Range did, Range phrase) {
  Between all;
  all.left = phrase.begin < did.begin;
  all.tokens = all.left ? Range{phrase.end, did.begin} : Range{did.end, phrase.begin};
  for (Index k = all.tokens.begin; k < all.tokens.end; ++k) {
    all.marks += f.is_mark(k);
    all.verbs += f.token(k).upos == Upos::VERB;
    all.links += f.has(k, Cue::link);
  }
  return all;
}

}  // namespace ailamgi::events
