#include "events/sayings.h"

#include <algorithm>

namespace ailamgi::events {

void keep_to_quote(const std::vector<Quote>& quotes, Event& event) {
  auto q = std::partition_point(quotes.begin(), quotes.end(),
                                [&](const Quote& quote) { return quote.span.start < event.did.start; });
  if (q == quotes.begin() || !(--q)->cue.overlaps(event.did)) return;
  if (q->speaker_span.start >= event.did.end) {
    event.who.span = q->speaker_span;
    event.who.entity = q->speaker;
    event.who.implicit = false;
    event.what = {};
  }
  const Span said = event.what.span;
  if (said.empty() || said.overlaps(q->span)) {
    event.what = {};
    event.what.span = q->span;
  }
}

}  // namespace ailamgi::events
