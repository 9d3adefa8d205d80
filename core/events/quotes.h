// Finds direct speech and who speaks.
//
// Stretches between quotation marks (text/quote_marks.h) are told apart, speech from titles, terms and scare quotes, by
// a linear classifier; the speaker is the best of the noun phrases around the quotation by a linear ranker. Quotations
// of one paragraph run after another share what is known about them.
#pragma once

#include <optional>
#include <vector>

#include "article.h"
#include "events/cast.h"
#include "events/cues.h"
#include "events/first_person.h"
#include "events/frame.h"
#include "model/model.h"
#include "names/name_weights.h"
#include "text/quote_marks.h"

namespace ailamgi {

namespace events {

// Who may be the speaker of a quotation: a noun phrase, the speaker of the quotation before, or nobody. A phrase
// without a name in it stands once for itself (or for whom identity takes it for) and once for each of those named
// last.
struct SpeakerCandidate {
  enum class Kind : uint8_t { nobody, phrase, same_as_before } kind = Kind::nobody;
  Range tokens;
  Index entity = none;
  Index rank = none;  // of one of those named last, 0 the latest; none when the entity is the phrase's own
};

// A quotation with the sentences and tokens around it. Tokens before and after are those outside of all quotations.
struct QuoteScene {
  Piece piece;  // the first piece of its group for what stands before, the last for what stands after
  Index sentence = none, last_sentence = none;
  Range tokens;         // inside the quotation
  Range before, after;  // in the sentences where it begins and ends
  Range earlier;        // the sentences before that
  Range later;          // the sentence after
};

std::vector<QuoteScene> quote_scenes(const Frame& frame, const std::vector<Piece>& pieces);
void speech_features(const Frame& frame, const QuoteScene& scene, const Piece& piece, Features& out);
void speaker_candidates(const Frame& frame, const Cast& cast, const QuoteScene& scene, const Quote* before,
                        std::vector<SpeakerCandidate>& out);
void speaker_features(const Frame& frame, const Cast& cast, const QuoteScene& scene, const Quote* before,
                      const SpeakerCandidate& who, Features& out);
// Names within quotations are not heard.
Cast cast_of(const Frame& frame, const std::vector<Piece>& pieces);
// The word of saying that goes with a speaker, an empty span when there is none.
Span cue_of(const Frame& frame, const QuoteScene& scene, Range speaker);

}  // namespace events

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
  QuoteFinder(const Cues& cues, const events::FirstPerson& first_person, const events::KnownRelations& relations)
      : cues_(cues), first_person_(first_person), relations_(relations) {}
  Cues cues_;
  events::FirstPerson first_person_;
  events::KnownRelations relations_;
  NameWeights speech_, speaker_;
};

}  // namespace ailamgi
