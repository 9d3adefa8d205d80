// The words of an article's story and the words that would tell an event: what salience is reckoned from.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "article.h"

namespace ailamgi::summary {

// One word of the story, wherever it occurs.
struct Word {
  uint64_t folded = 0;
  Index first = none;      // token where it first occurs
  Index mention = none;    // that its first occurrence is part of
  int32_t paragraph = 0;   // of that: title and lead count as 0, body paragraphs from 1
  uint16_t size = 1;       // syllables
  uint16_t count = 0;      // occurrences
  uint16_t sentences = 0;  // that hold it
  bool title = false, lead = false;
};

class Vocabulary {
 public:
  // Gathers the words of all sentences that are told. O(length).
  explicit Vocabulary(const Article& article);

  const std::vector<Word>& words() const { return words_; }
  // The word that a token is an occurrence of; none for marks and in sentences that are not told.
  Index of(Index token) const { return of_[static_cast<size_t>(token)]; }
  // Which paragraph a sentence stands in, counted as in Word::paragraph.
  int32_t paragraph(Index sentence) const { return paragraph_[static_cast<size_t>(sentence)]; }
  SegmentKind kind(Index sentence) const;
  int32_t paragraphs() const { return paragraphs_; }

  // The distinct words of an event's statement, sorted: who (by name), what was done, to whom, when, where, by whose
  // word. At most `longest` tokens of each part are looked at. O(longest log length).
  std::vector<Index> told_by(const Event& event) const;

 private:
  static constexpr Index longest = 40;
  void add(Span part, std::vector<Index>& out) const;
  void add(const Argument& part, std::vector<Index>& out) const;

  const Article& a_;
  std::vector<Word> words_;
  std::vector<Index> of_;
  std::vector<int32_t> paragraph_;
  int32_t paragraphs_ = 0;
};

}  // namespace ailamgi::summary
