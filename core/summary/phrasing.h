// Writes events as short Vietnamese sentences, from the article's own words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"
#include "events/cues.h"
#include "model/lexicon.h"
#include "model/model.h"

namespace ailamgi {

// The few words that a statement may need and the article does not give: the word list summary-marks.
class Phrasebook {
 public:
  // Takes the word list and the cue lists; nothing when the model has no lexicon. The model must outlive it.
  static std::optional<Phrasebook> open(const Model& model);

  const Cues& cues() const { return cues_; }
  std::u16string passive, denied, planned, supposed, source;

 private:
  explicit Phrasebook(const Cues& cues) : cues_(cues) {}
  Cues cues_;
};

// Whether an event stands in a question, so that nothing is told.
bool asks(const Article& article, const Event& event);

// Writes the events of one article.
class Phrasing {
 public:
  // Both must outlive it. O(length of the article).
  Phrasing(const Article& article, const Phrasebook& book);

  // Who did what, when and where, and who says so. Pronouns and understood agents stand by their names; brackets and
  // what follows them are left out; what was denied, planned or only supposed is said to be so; what somebody said word
  // for word stands in quotation marks. Begins with a capital, ends with a full stop. Empty when the event names
  // neither who did it nor to whom it was done, and where it is only asked. O(length of the sentence).
  std::u16string write(const Event& event) const;

  // Cue kinds of each token of the article.
  const std::vector<CueSet>& cues() const { return cues_; }

 private:
  class Writing;
  const Article& a_;
  const Phrasebook& book_;
  std::vector<CueSet> cues_;
};

}  // namespace ailamgi
