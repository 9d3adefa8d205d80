#include "events/phrases.h"

#include <algorithm>

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

}  // namespace

void noun_phrases(const Frame& frame, Range window, size_t starts, std::vector<Range>& out) {
  size_t kept = 0;
  std::vector<Range> reversed;
  for (Index t = window.end - 1; t >= window.begin && kept < starts; --t) {
    if (!begins(frame, t, window)) continue;
    ++kept;
    Index end = ends_with_pronoun(frame, t, window) ? t + 1 : frame.end_of_phrase(t, window);
    Range ends[4];
    size_t n = 0;
    ends[n++] = {t, end};
    while (n < 4 && end + 1 < window.end && hangs_on(frame, end) && frame.is_nominal(end + 1)) {
      end = frame.end_of_phrase(end + 1, window);
      ends[n++] = {t, end};
    }
    while (n > 0) reversed.push_back(ends[--n]);
  }
  out.insert(out.end(), reversed.rbegin(), reversed.rend());
}

}  // namespace ailamgi::events
