// What the word segmenter looks at. Written once: the trainer (toolchain/train/train_words.cpp) and the run time call
// the same two functions.
//
// A sentence is cut into words so that the sum of two kinds of scores is largest: that of each gap inside a word, from
// the syllables and their shapes around it, and that of each word as a whole.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "article.h"
#include "model/hash.h"
#include "words/clusters.h"

namespace ailamgi::words {

inline constexpr int max_word = 8;      // longest word, in units
inline constexpr int max_identity = 4;  // longest word that is known by name
inline constexpr int padding = 3;       // empty units on both sides of a sentence

// A syllable as the features see it.
struct Unit {
  uint64_t id = 0;     // what is written, numbers by kind
  uint32_t shape = 0;  // 0 padding, else 1 + Shape, or a kind of mark or number
  bool space_before = true;
  bool breaks = true;  // a mark that no word goes across, as all padding does
  bool capital = false;
  uint8_t family = 0;                                // coarse class of the syllable as a word
  std::array<uint8_t, max_identity + 1> strength{};  // of the phrases of 2 .. max_identity units from here on
  std::array<uint16_t, max_identity + 1> words{};    // their classes
  uint32_t onset = 0, rhyme = 0;  // hashes of the letters before the first vowel and of the rest, without diacritics
  uint8_t match = 0;  // in the longest match with the dictionary: 0 a word alone, 1 a word's first, 2 a later one
};

// Fills `units` with the sentence's syllables between `padding` empty units on each side. In a sentence written
// nearly all in capitals (a headline) letters count as small ones. O(syllables).
void read_units(const Article& article, const Clusters& dictionary, Range syllables, std::vector<Unit>& units);

// How two syllables sound alike, as those of reduplications do ("lung linh", "loanh quanh", "xinh xinh"): 0 not, 1 the
// rhyme, 2 the onset, 3 both.
inline uint32_t likeness(const Unit& a, const Unit& b) {
  return (a.onset != 0 && a.onset == b.onset ? 2U : 0U) + (a.rhyme != 0 && a.rhyme == b.rhyme ? 1U : 0U);
}

// Features of joining units[i - 1] and units[i].
template <class Sink>
inline void gap_features(const Unit* u, Sink&& sink) {
  const Unit &l3 = u[-3], &l2 = u[-2], &l1 = u[-1], &r1 = u[0], &r2 = u[1], &r3 = u[2];
  uint32_t near = (l1.shape * 16 + r1.shape) * 2 + r1.space_before;
  uint32_t far = (near * 16 + l2.shape) * 16 + r2.shape;
  uint32_t spaces = (l1.space_before * 2U + r1.space_before) * 2U + r2.space_before;
  sink(tagged(1, l1.id, r1.id));
  sink(tagged(2, l1.id, r1.shape + 1));
  sink(tagged(3, r1.id, l1.shape + 1));
  sink(tagged(4, l2.id, l1.id));
  sink(tagged(5, r1.id, r2.id));
  sink(tagged(6, l2.id, l1.id, r1.id));
  sink(tagged(7, l1.id, r1.id, r2.id));
  sink(tagged(8, l2.id, r1.id));
  sink(tagged(9, l1.id, r2.id));
  sink(tagged(10, l1.id, near + 1));
  sink(tagged(11, r1.id, near + 1));
  uint32_t pairs = (l2.strength[2] * 16U + l1.strength[2]) * 16U + r1.strength[2];
  uint32_t triples = (l2.strength[3] * 16U + l1.strength[3]) * 2U + (l1.capital && r1.capital);
  sink(tagged(12, mix(near + 1)));
  sink(tagged(16, mix(pairs + 1)));
  sink(tagged(17, mix((pairs * 256ULL) * 2U + triples)));
  sink(tagged(18, mix(((near * 16ULL + l1.strength[2]) * 128 + l1.family) * 128 + r1.family)));
  sink(tagged(19, mix((near * 128ULL + l2.family) * 128 + l1.family)));
  sink(tagged(13, mix(far + 1)));
  sink(tagged(14, mix((far * 16 + l3.shape) * 16 + r3.shape)));
  sink(tagged(15, mix(((far * 8) + spaces) * 4 + l2.capital * 2U + r2.capital)));
  uint32_t matched = ((l2.match * 3U + l1.match) * 3U + r1.match) * 3U + r2.match + 1;
  sink(tagged(28, mix((matched * 3ULL + l3.match) * 3U + r3.match), near));
  sink(tagged(29, l1.id, matched));
  sink(tagged(30, r1.id, matched));
  sink(tagged(31, l1.id, r1.id, matched));
  sink(tagged(32, l2.id, matched));
  sink(tagged(33, r2.id, matched));
  uint32_t alike = (likeness(l2, l1) * 4U + likeness(l1, r1)) * 4U + likeness(r1, r2);
  sink(tagged(34, mix(alike + 1), near));
  sink(tagged(35, mix(pairs + 1), alike + 1));
}

// Features of a word of `length` units from `u` on, whose phrase hash is `phrase`.
template <class Sink>
inline void word_features(const Unit* u, int length, uint64_t phrase, Sink&& sink) {
  const Unit &before = u[-1], &first = u[0], &last = u[length - 1], &after = u[length];
  auto n = static_cast<uint32_t>(length);
  uint32_t capitals = 0;
  for (int i = 0; i < length; ++i) capitals += u[i].capital;
  uint32_t pattern = capitals == 0 ? 0 : capitals == n ? 1 : first.capital ? 2 : 3;
  uint32_t look = ((n * 4 + pattern) * 16 + before.shape) * 16 + after.shape;
  sink(tagged(20, mix(look)));
  if (length <= max_identity) {
    auto at = static_cast<size_t>(length);
    uint32_t strength = length == 1 ? 0U : first.strength[at];
    sink(tagged(25, mix((strength * 8U + n) * 4U + pattern)));
    sink(tagged(26, mix(((strength * 8U + n) * 4U + pattern) * 32768ULL + before.family * 128U + after.family)));
    if (length > 1) sink(tagged(27, mix((first.words[at] * 16ULL + strength) * 4 + pattern)));
    sink(tagged(21, phrase, n * 4 + pattern));
    sink(tagged(22, phrase, before.id));
    sink(tagged(23, phrase, after.id));
  } else {
    sink(tagged(24, first.id, last.id));
  }
}

}  // namespace ailamgi::words
