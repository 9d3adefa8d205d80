// Finds direct speech and who speaks.
//
// Stretches between quotation marks (text/quote_marks.h), each with what lies around it (quote_scenes.h), are told
// apart, speech from titles, terms and scare quotes, by a linear classifier (speech.h); the speaker is the best of the
// noun phrases around the quotation (speakers.h) by a linear ranker (speaker_features.h, speaker_choice.h), and the
// word of saying is the one that goes with him (attribution.h). Quotations of one paragraph run after another share
// what is known about them.
#pragma once

#include <optional>

#include "article.h"
#include "events/cues.h"
#include "events/first_person.h"
#include "events/frame.h"
#include "model/model.h"
#include "model/sparse_weights.h"

namespace ailamgi {

class QuoteFinder {
 public:
  // Takes the section "quotes", the relations and the cue lists; nothing when one is missing or malformed.
  static std::optional<QuoteFinder> open(const Model& model);
  // The same with weights from elsewhere, for training.
  static std::optional<QuoteFinder> open(const Model& model, Bytes section);

  // Fills Article::quotes from text, tokens, mentions and entities; then gives pronouns of the first person to who
  // speaks (events/first_person.h). O(length): what is looked at around a quotation is bounded.
  void run(Article& article) const;

 private:
  QuoteFinder(const Cues& cues, const events::KnownRelations& relations)
      : cues_(cues), first_person_(cues.lexicon()), relations_(relations) {}
  Cues cues_;
  events::FirstPerson first_person_;
  events::KnownRelations relations_;
  SparseWeights speech_, speaker_;
};

}  // namespace ailamgi
