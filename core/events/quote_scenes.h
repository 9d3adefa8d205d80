// What lies around a quotation: the words among which is looked for whether it is speech and who speaks.
#pragma once

#include <vector>

#include "events/frame.h"
#include "text/quote_marks.h"

namespace ailamgi::events {

// A quoted stretch and the tokens around it. Pieces of one quotation over several paragraphs see the same around them:
// what stands before the first of them and after the last.
struct QuoteScene {
  Piece piece;
  Index sentence = none;  // where the quotation begins
  Range tokens;           // inside the piece
  Range before;           // in the sentence where the quotation begins
  Range after;            // in the sentence where it ends, and in one that was cut off behind the closing mark
  Range earlier;          // the sentences before that, empty where `before` does not reach back to them
  Range later;            // the sentence after that
};

// The scene of every piece. No range around a quotation is longer than 70 tokens: O(pieces x log tokens).
std::vector<QuoteScene> quote_scenes(const Frame& frame, const std::vector<Piece>& pieces);

// The beginning of what is quoted: all that decisions about it look at.
Range opening(const QuoteScene& scene);

// All tokens of the article: the neighbours of a word beside a quotation may stand in another sentence.
Range all_tokens(const Frame& frame);

}  // namespace ailamgi::events
