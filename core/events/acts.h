// Which words tell what was done: where an event is looked for, whether a word is the act of one, and how many words
// tell it ("cho | biết", "đưa | ra | khỏi").
//
// As in the other files of decisions (flags.h, doers.h, contents.h, circumstances.h, sources.h), each is scored by
// linear weights over the features given here. Training calls the same functions on annotated articles
// (toolchain/train/train_events.cpp). The number of a feature is its identity in the weights. All look at a bounded
// number of words around the act.
#pragma once

#include "events/frame.h"

namespace ailamgi::events {

// The act of an event under construction.
struct Act {
  Range did;  // tokens
  bool passive = false, negated = false;
  Mode mode = Mode::fact;
  Span topic;          // who acted, or to whom it was done: who the next clause is likely about
  Range topic_tokens;  // empty when `topic` stands elsewhere
  Index topic_entity = none;
  Range what;  // tokens; empty when there is none or it is the topic
};

// Where events are looked for: words that may be a verb.
bool may_act(const Frame& frame, Index t);

// Is token t the first word of `did`? Labels: 0 no, 1 an event a reader must be told, 2 one that may be left out.
// `before` is the event before in the same sentence, null when there is none.
void act_features(const Frame& frame, Index t, const Act* before, Features& out);

// Does the word at `did`.end belong to `did`?
void growth_features(const Frame& frame, Range did, Features& out);

// Where an act whose first word would be t begins: one back in "ngừng | thử", which is no trial, and "thử" alone would
// say that there was one.
Index act_start(const Frame& frame, Index t, const Act* before);

// Whether what t tells does go on: "không ngừng | thử".
bool goes_on(const Frame& frame, Index t);

// Whether the act, by the parser, hangs on the one before.
bool hangs_on(const Frame& frame, Range did, const Act* before);

}  // namespace ailamgi::events
