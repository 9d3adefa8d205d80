// The decisions that make an event, each scored by linear weights over the features given here: which words tell what
// was done, whether it is denied, planned, possible or passive, and who, what, when, where and by whose word.
//
// Training calls the same functions on annotated articles (toolchain/train/train_events.cpp).
#pragma once

#include <vector>

#include "events/frame.h"

namespace ailamgi::events {

// Where events are looked for: words that may be a verb.
bool may_act(const Frame& frame, Index t);

// An event under construction.
struct Act {
  Range did;  // tokens
  bool passive = false, negated = false;
  Mode mode = Mode::fact;
  Span topic;          // who acted, or to whom it was done: who the next clause is likely about
  Range topic_tokens;  // empty when `topic` stands elsewhere
  Index topic_entity = none;
  Range what;  // tokens; empty when there is none or it is the topic
};

// Is token t the first word of `did`? Labels: 0 no, 1 an event a reader must be told, 2 one that may be left out.
// `before` is the event before in the same sentence, null when there is none.
void act_features(const Frame& frame, Index t, const Act* before, Features& out);

// Does the word at `did`.end belong to `did`?
void growth_features(const Frame& frame, Range did, Features& out);

// Labels: 0 passive, 1 denied, 2 planned, 3 possible; each holds when its score is above zero (2 and 3: the higher).
void flag_features(const Frame& frame, Range did, const Act* before, Features& out);

// The agent between the mark of the passive and the act ("bị | công an Hà Nội | bắt"), empty when there is none.
Range done_by(const Frame& frame, Range did);

// The word that makes an act passive: the nearest before it within its clause, none when there is none.
Index passive_mark(const Frame& frame, Range did);

// Whether the passive of the act before reaches this one, too: "bị bắt và tra hỏi", "bị phạt tiền, cấm bay"; not
// "bị bắt và khai tên đồng bọn", which has an object of its own.
bool shares_passive(const Frame& frame, Range did, const Act* before);

// Whether the act, by the parser, hangs on the one before.
bool hangs_on(const Frame& frame, Range did, const Act* before);

struct WhoCandidate {
  enum class Kind : uint8_t { nobody, phrase, carried, earlier, speaker, subject } kind = Kind::nobody;
  Span span;
  Range tokens;  // empty unless in the same sentence
  Index entity = none;
};

// Plan or maybe when a phrase right before the act, or within it, says so whatever else is said ("được cho là đã gặp");
// fact otherwise.
Mode marked_mode(const Frame& frame, Range did);

// Who may have done it: noun phrases of the sentence, whoever acted before in it or in the sentence before, the speaker
// of the quotation that it stands in. For a passive act, also what it was done to.
void who_candidates(const Frame& frame, Range did, const Act* before, const Act* earlier,
                    std::vector<WhoCandidate>& out);
void who_features(const Frame& frame, Range did, bool passive, const Act* before, const WhoCandidate& who,
                  Features& out);

// What it was done to: candidates are spans to the right of `did`, the quotation or clause to its left, or nothing (an
// empty span).
struct WhatCandidate {
  Range tokens;
  bool left = false;
  // Where the words end that hang on the act without a break, and those that hang on the first of them.
  Index yield = none, first_yield = none;
};
Index what_start(const Frame& frame, Range did);
void what_candidates(const Frame& frame, Range did, std::vector<WhatCandidate>& out);
void what_features(const Frame& frame, Range did, const WhatCandidate& what, Features& out);

// Phrases of the sentence that may say when or where.
enum class Circumstance : uint8_t { when, where };
struct PhraseCandidate {
  Range tokens;
  Index value = none;
};
void phrase_candidates(const Frame& frame, Range did, Circumstance kind, std::vector<PhraseCandidate>& out);
void phrase_features(const Frame& frame, Range did, Range what, const Act* before, const PhraseCandidate& phrase,
                     Features& out);

// Who may be the source: the phrase after "theo", the one before "đưa tin", whoever says so in the sentence, the
// speaker of the quotation.
struct SourceCandidate {
  enum class Kind : uint8_t { according, sayer, speaker, reporter } kind = Kind::according;
  Span span;
  Range tokens;  // empty for a speaker
  Index entity = none;
  const Act* sayer = nullptr;
};
void source_candidates(const Frame& frame, Range did, const std::vector<Act>& acts, std::vector<SourceCandidate>& out);
void source_features(const Frame& frame, Range did, const SourceCandidate& source, Features& out);

}  // namespace ailamgi::events
