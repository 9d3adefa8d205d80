#include "events/pairing.h"

#include <algorithm>

namespace ailamgi::events {
namespace {

struct Marks {
  char16_t opener, closer;
};
constexpr Marks brackets[] = {{u'(', u')'}, {u'[', u']'}, {u'“', u'”'}, {u'«', u'»'}};

// What has no partner within a span.
struct Lone {
  bool opener = false, closer = false;
};

Lone lone_in(std::u16string_view text, Marks marks) {
  int depth = 0;
  Lone lone;
  for (char16_t unit : text) {
    if (unit == marks.opener) ++depth;
    if (unit == marks.closer && --depth < 0) {
      lone.closer = true;
      depth = 0;
    }
  }
  lone.opener = depth > 0;
  return lone;
}

Span mended(std::u16string_view text, Span s, Marks marks, Lone lone) {
  if (lone.opener && s.end < text.size() && text[s.end] == marks.closer) {
    ++s.end;
  } else if (lone.opener && text[s.start] == marks.opener) {
    ++s.start;
  } else if (lone.closer && s.start > 0 && text[s.start - 1] == marks.opener) {
    --s.start;
  } else if (lone.closer && text[s.end - 1] == marks.closer) {
    --s.end;
  }
  return s;
}

// What stands before a bracket that is opened within the span and not closed: "ông Khải | (bút danh Hà".
Span before_bracket(std::u16string_view text, Span s, Marks marks) {
  uint32_t at = s.end;
  int closed = 0;
  for (uint32_t i = s.end; i-- > s.start;) {
    if (text[i] == marks.closer) ++closed;
    if (text[i] == marks.opener && --closed < 0) {
      at = i;
      closed = 0;
    }
  }
  while (at > s.start && text[at - 1] == u' ') --at;
  return at > s.start ? Span{s.start, at} : s;
}

}  // namespace

Span paired(std::u16string_view text, Span s) {
  for (Marks marks : brackets) {
    s = mended(text, s, marks, lone_in(text.substr(s.start, s.size()), marks));
    if (marks.opener == u'(' || marks.opener == u'[') s = before_bracket(text, s, marks);
  }
  // A straight mark may be either: an odd one is both.
  auto inside = text.substr(s.start, s.size());
  const bool odd = std::count(inside.begin(), inside.end(), u'"') % 2 != 0;
  return mended(text, s, {u'"', u'"'}, {odd, odd});
}

}  // namespace ailamgi::events
