#include "events/attribution.h"

namespace ailamgi::events {
namespace {

constexpr Index reach = 25;

}  // namespace

Index first_saying(const Frame& f, Range in) {
  for (Index t = in.begin; t < in.end && t < in.begin + reach; ++t) {
    if (f.has(t, Cue::say)) return t;
  }
  return none;
}

Index last_saying(const Frame& f, Range in) {
  for (Index t = in.end - 1; t >= in.begin && t >= in.end - reach; --t) {
    if (f.has(t, Cue::say)) return t;
  }
  return none;
}

Span cue_of(const Frame& f, const QuoteScene& scene, Range speaker) {
  if (speaker.size() > 0) {
    const Range in = f.sentence(speaker.begin);
    for (Index t = speaker.end; t < in.end && t < speaker.end + reach; ++t) {
      if (!f.has(t, Cue::say) || scene.tokens.contains(t)) continue;
      Index end = t + 1;
      while (end < in.end && end < t + 3 && f.has(end, Cue::say)) ++end;
      return f.span_of({t, end});
    }
    for (Index t = speaker.begin - 1; t >= in.begin && t > speaker.begin - 8; --t) {
      if (f.has(t, Cue::say) && !scene.tokens.contains(t)) return f.span_of({t, t + 1});
    }
  }
  Index t = first_saying(f, scene.after);
  if (t == none) t = last_saying(f, scene.before);
  return t == none ? Span{} : f.span_of({t, t + 1});
}

}  // namespace ailamgi::events
