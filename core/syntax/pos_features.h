// What the part-of-speech tagger looks at. Written once: the trainer (toolchain/train/train_pos.cpp) and the run time
// call the same function.
#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "model/hash.h"
#include "words/clusters.h"

namespace ailamgi::pos {

inline constexpr int padding = 2;  // empty words on both sides of a sentence

// A word as the features see it.
struct Word {
  uint64_t id = 0;     // the folded word, numbers by kind
  uint64_t first = 0;  // its first and last syllable
  uint64_t last = 0;
  uint32_t fine = 0, middle = 0, coarse = 0;  // word classes
  uint32_t first_class = 0, last_class = 0;   // coarse classes of those syllables
  uint32_t shape = 0;                         // how it is written and how long it is; 0 for padding
};

// Fills `words` with the sentence's tokens between `padding` empty words on each side. O(syllables).
void read_words(const Article& article, const Clusters& clusters, Range tokens, std::vector<Word>& words);

// Features of one word in its neighbourhood; `w[-2]` to `w[2]` are read.
template <class Sink>
inline void features(const Word* w, Sink&& sink) {
  const Word &ll = w[-2], &l = w[-1], &c = w[0], &r = w[1], &rr = w[2];
  uint32_t shapes = (l.shape * 64 + c.shape) * 64 + r.shape;
  sink(tagged(101, c.id));
  sink(tagged(102, c.id, c.shape + 1));
  sink(tagged(103, c.first, c.shape + 1));
  sink(tagged(104, c.last, c.shape + 1));
  sink(tagged(105, mix(c.fine + 1U)));
  sink(tagged(106, mix(c.middle * 64U + c.shape)));
  sink(tagged(107, mix(c.coarse * 64U + c.shape)));
  sink(tagged(108, mix((c.first_class * 128U + c.last_class) * 64U + c.shape)));
  sink(tagged(109, mix(shapes)));
  sink(tagged(128, mix(c.shape + 1U)));
  sink(tagged(110, l.id));
  sink(tagged(111, r.id));
  sink(tagged(112, l.id, c.id));
  sink(tagged(113, c.id, r.id));
  sink(tagged(114, mix((l.fine * 1024ULL + 1) * 64 + c.shape)));
  sink(tagged(115, mix((r.fine * 1024ULL + 2) * 64 + c.shape)));
  sink(tagged(116, mix((l.middle * 256ULL + c.middle) * 4 + 1)));
  sink(tagged(117, mix((c.middle * 256ULL + r.middle) * 4 + 2)));
  sink(tagged(118, mix(((l.coarse * 128ULL + c.coarse) * 128 + r.coarse) * 4 + 3)));
  sink(tagged(119, c.id, l.coarse * 2U + 1));
  sink(tagged(120, c.id, r.coarse * 2U + 2));
  sink(tagged(121, c.id, l.coarse * 128U + r.coarse + 512));
  sink(tagged(122, mix((ll.coarse * 128ULL + l.coarse) * 128 + c.coarse)));
  sink(tagged(123, mix((c.coarse * 128ULL + r.coarse) * 128 + rr.coarse + 7)));
  sink(tagged(124, mix(ll.middle * 256ULL + c.coarse)));
  sink(tagged(125, mix(rr.middle * 256ULL + c.coarse)));
  sink(tagged(126, l.id, r.id));
  sink(tagged(127, mix((l.middle * 256ULL + r.middle) * 64 + c.shape)));
}

}  // namespace ailamgi::pos
