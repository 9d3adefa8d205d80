#include "events/phrases.h"

namespace ailamgi::events {
namespace {

bool tells_time(const Frame& frame, Index t) {
  return frame.mention_of(t) == none && (frame.has(t, Cue::aspect) || frame.has(t, Cue::time));
}

// "trong đó | đa số người dân": the pronoun is all that the preposition governs.
bool ends_with_pronoun(const Frame& frame, Index t, Range window) {
  return t > window.begin && frame.token(t).upos == Upos::PRON && frame.token(t - 1).upos == Upos::ADP &&
         frame.mention_of(t) == none;
}

bool begins(const Frame& frame, Index t, Range window) {
  if (frame.begins_phrase(t, window)) return true;
  if (!frame.is_nominal(t) || (t > window.begin && frame.is_prefix(t - 1))) return false;
  // "Trưởng công an | ông Nguyễn Văn A", "hôm qua | Apple".
  Index m = frame.mention_of(t);
  bool opens_name = m != none && m != frame.mention_of(t - 1);
  bool honorific = frame.has(t, Cue::title) && t + 1 < window.end && frame.mention_of(t + 1) != none &&
                   frame.mention_of(t + 1) != frame.mention_of(t);
  // "hiện | cháu bé", "hôm nay | bà".
  bool after_time = t > window.begin && tells_time(frame, t - 1);
  return opens_name || honorific || after_time || ends_with_pronoun(frame, t - 1, window);
}

bool hangs_on(const Frame& frame, Index t) {
  Upos pos = frame.token(t).upos;
  return pos == Upos::ADP || pos == Upos::CCONJ || frame.is_comma(t) || frame.has(t, Cue::place) ||
         frame.unit(t) == u'-' || frame.unit(t) == u'(';
}

// Appends the phrases that begin at t, the shortest first.
void phrases_from(const Frame& frame, Index t, Range window, std::vector<Range>& out) {
  constexpr int longest = 4;
  Index end = ends_with_pronoun(frame, t, window) ? t + 1 : frame.end_of_phrase(t, window);
  out.push_back({t, end});
  for (int n = 1; n < longest && end + 1 < window.end && hangs_on(frame, end) && frame.is_nominal(end + 1); ++n) {
    end = frame.end_of_phrase(end + 1, window);
    out.push_back({t, end});
  }
}

// Appends the phrases of up to `starts` starts from `first` on.
void phrases_after(const Frame& frame, Range window, Index first, size_t starts, std::vector<Range>& out) {
  for (Index t = first; t < window.end && starts > 0; ++t) {
    if (!begins(frame, t, window)) continue;
    --starts;
    phrases_from(frame, t, window, out);
  }
}

}  // namespace

void noun_phrases(const Frame& frame, Range window, size_t starts, std::vector<Range>& out) {
  Index first = window.end;
  for (size_t found = 0; found < starts && first > window.begin;) found += begins(frame, --first, window);
  phrases_after(frame, window, first, starts, out);
}

void first_noun_phrases(const Frame& frame, Range window, size_t starts, std::vector<Range>& out) {
  phrases_after(frame, window, window.begin, starts, out);
}

}  // namespace ailamgi::events
