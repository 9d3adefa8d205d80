// Finds who did what: the events of OUTPUT.md.
//
// Sentence by sentence and verb by verb: is it the act of an event, how far does it reach (acts.h), is it passive,
// denied, planned or only possible (flags.h), who did it (doers.h), what was it done to (contents.h), when, where
// (circumstances.h), and who says so (sources.h). Each question is answered by linear weights over words, parts of
// speech, dependencies, names and the cue lists (cues.h), learned from annotated articles. An event is told when it is
// likelier than not to serve a reader, with a threshold that balances what is missed against what is wrong; down to two
// fifths of that it is marked as doubtful, and told only if it turns out to matter much (summary/salience.h).
#pragma once

#include <optional>

#include "article.h"
#include "events/cues.h"
#include "events/frame.h"
#include "model/model.h"
#include "model/sparse_weights.h"
#include "progress.h"

namespace ailamgi {

class EventExtractor {
 public:
  // Takes the section "events", the relations and the cue lists; nothing when one is missing or malformed.
  static std::optional<EventExtractor> open(const Model& model);
  // The same with weights from elsewhere, for training.
  static std::optional<EventExtractor> open(const Model& model, Bytes section);

  // Fills Article::events (all but salience) from everything found before. What is looked at around a verb is bounded:
  // O(length). When it is stopped, the sentences left tell nothing.
  void run(Article& article, Progress& progress) const;
  void run(Article& article) const {
    Progress nobody;
    run(article, nobody);
  }

  // Events are told when the chance that one serves a reader is above this many thousandths of what may be wrong.
  void set_threshold(uint32_t thousandths) { threshold_ = thousandths; }

 private:
  class Telling;
  EventExtractor(const Cues& cues, const events::KnownRelations& relations) : cues_(cues), relations_(relations) {}
  Cues cues_;
  events::KnownRelations relations_;
  uint32_t threshold_ = 330;
  SparseWeights act_, growth_, flags_, who_, patient_, what_, when_, where_, source_;
};

}  // namespace ailamgi
