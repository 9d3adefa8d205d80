// The words of saying around a quotation, and which of them gives it to its speaker: "“…”, bà Hoa | nói".
//
// All look at a bounded number of words.
#pragma once

#include "events/quote_scenes.h"

namespace ailamgi::events {

// The word of saying (the list events-say.txt) that is nearest to the beginning of a range, or to its end; none when
// there is none within 25 tokens of there.
Index first_saying(const Frame& frame, Range in);
Index last_saying(const Frame& frame, Range in);

// The word of saying that goes with the speaker, a noun phrase: behind it in its sentence ("bà Hoa | cho biết") or
// right before it ("nói | bà Hoa"). Without such a word, or when `speaker` is empty, the first after the quotation or
// else the last before it. Empty when there is none.
Span cue_of(const Frame& frame, const QuoteScene& scene, Range speaker);

}  // namespace ailamgi::events
