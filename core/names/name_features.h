// Features of the name tagger: what a syllable, its surroundings and the rest of the article say about the name it may
// stand in. Written once, for training and run time alike.
//
// The first pass looks at one sentence and the lists; the second adds what the first found in the rest of the article
// (Krishnan & Manning 2006, "An Effective Two-Stage Model for Exploiting Non-Local Dependencies in Named Entity
// Recognition").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article.h"
#include "model/features.h"
#include "names/name_casing.h"
#include "names/name_labels.h"
#include "names/name_lists.h"
#include "names/phrase_counts.h"
#include "words/clusters.h"

namespace ailamgi {

// What is remembered of an article, and scratch for one sentence. Reuse it: it keeps its memory.
struct NameContext {
  ArticleCasing casing;

  // One sentence, by position in it.
  std::vector<uint8_t> capital;
  std::vector<ListMatch> lists;
  std::vector<uint8_t> spelling;   // 0 not a capitalised word, 1 built like a Vietnamese syllable, 2 not
  std::vector<int16_t> run_begin;  // the capitalised run that a syllable stands in, -1 for none
  std::vector<int16_t> run_end;
  std::vector<uint8_t> enclosed;   // bit 0: in brackets, bits 1 and up: in quotation marks, by length
  std::vector<uint16_t> cluster;   // of the word that a syllable belongs to
  std::vector<uint8_t> word_part;  // 0 the whole word, 1 its beginning, 2 its inside

  // What the first pass found in the whole article: of a syllable, the labels it got; of a phrase, the types it had as
  // a whole name (0-3), as the beginning (4-7), the end (8-11) and the middle (12-15) of a longer one.
  PhraseCounts<name_label_count> syllable_labels;
  PhraseCounts<16> names;
  std::vector<uint8_t> first_labels;  // of every syllable of the article
};

class NameFeatures {
 public:
  // Nothing when the model has no lexicon. Clusters are used when there.
  static std::optional<NameFeatures> open(const Model& model);

  // Reads what concerns the whole article. O(syllables).
  void begin_article(const Article& article, NameContext& context) const;
  // Reads one sentence; the others' scratch is lost. O(syllables).
  void begin_sentence(const Article& article, Index sentence, NameContext& context) const;
  // Whether syllable i of the current sentence can possibly stand in a name: there is a capital near enough.
  bool is_near_capital(const NameContext& context, Index i) const;
  // Appends the features of the current sentence's i-th syllable. O(1).
  void extract(const Article& article, Index sentence, Index i, const NameContext& context, Features& out) const;

  // Gathers context.first_labels into counts. O(syllables).
  void gather(const Article& article, NameContext& context) const;
  // Appends what the second pass adds for the current sentence's i-th syllable. O(1).
  void extract_second(const Article& article, Index sentence, Index i, const NameContext& context, Features& out) const;

 private:
  NameFeatures(NameLists lists, std::optional<Clusters> clusters) : lists_(std::move(lists)), clusters_(clusters) {}
  NameLists lists_;
  std::optional<Clusters> clusters_;
};

}  // namespace ailamgi
