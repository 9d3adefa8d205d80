// Finds the stretches of text between quotation marks, whatever they are for, and dialogue after a dash.
#pragma once

#include <vector>

#include "article.h"

namespace ailamgi {

// A quoted stretch within one paragraph.
struct Piece {
  Span span;                  // without the marks
  Index segment = none;       // the paragraph
  Index group = 0;            // pieces of one quotation over several paragraphs share it; counts from 0 in text order
  bool closed = true;         // false: runs to the end of its paragraph without a closing mark
  bool single = false;        // between ' ' or ‘ ’
  bool dash = false;          // dialogue opened by a dash
  bool continued = false;     // began in an earlier paragraph
  bool closed_below = false;  // its closing mark begins the next paragraph, cut off from it
};

// All stretches of the story's paragraphs, in text order, none overlapping. A quotation left open goes on into the next
// paragraphs when the next mark there closes it, and ends with its paragraph otherwise. O(length of the text).
std::vector<Piece> find_pieces(const Article& article);

}  // namespace ailamgi
