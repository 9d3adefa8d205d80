#include "text/quote_marks.h"

#include <algorithm>

#include "text/syllables.h"

namespace ailamgi {
namespace {

// Paragraphs that one quotation may run over.
constexpr Index longest_run = 12;

struct Mark {
  uint32_t at;
  Index segment;
  bool opens, closes;  // what it may do by its shape and neighbours; a straight mark may do both
  bool single;
  bool curved = true;  // “ ” « », not a straight mark
};

bool is_told(const Segment& s) {
  return s.language == Language::vietnamese &&
         (s.kind == SegmentKind::title || s.kind == SegmentKind::lead || s.kind == SegmentKind::body);
}

bool is_punctuation(char16_t c) {
  constexpr std::u16string_view marks = u".,;:!?)]}…-–—";
  return marks.find(c) != std::u16string_view::npos;
}

bool is_dash(char16_t c) {
  return c == u'-' || c == u'–' || c == u'—';
}

void collect(const Article& article, Index segment, std::vector<Mark>& out) {
  Span part = article.segments[static_cast<size_t>(segment)].span;
  for (uint32_t i = part.start; i < part.end; ++i) {
    char16_t c = article.text[i];
    bool free_before = i == part.start || is_blank(article.text[i - 1]) || article.text[i - 1] == u'(' ||
                       article.text[i - 1] == u'[' || is_dash(article.text[i - 1]) || article.text[i - 1] == u':';
    bool free_after = i + 1 >= part.end || is_blank(article.text[i + 1]) || is_punctuation(article.text[i + 1]);
    bool stops_after = i + 1 < part.end && is_punctuation(article.text[i + 1]) && article.text[i + 1] != u'…';
    switch (c) {
      case u'“':
      case u'„':
      case u'«':
        out.push_back({i, segment, true, false, false});
        break;
      case u'”':
        // Seen for an opening mark too, at the start of a word.
        out.push_back({i, segment, free_before && !free_after, !free_before || free_after, false});
        break;
      case u'»':
        out.push_back({i, segment, false, true, false});
        break;
      case u'"':
        // A mark before a comma closes, wherever it stands.
        out.push_back(
            {i, segment, !free_after || (free_before && !stops_after), free_after || !free_before, false, false});
        break;
      case u'‘':
        out.push_back({i, segment, true, false, true});
        break;
      case u'\'':
      case u'’':
        if (free_before != free_after) out.push_back({i, segment, free_before, free_after, true});
        break;
      default:
        break;
    }
  }
}

class Pairing {
 public:
  explicit Pairing(const Article& article) : article_(article) {}

  void pair(const std::vector<Mark>& marks) {
    for (size_t i = 0; i < marks.size(); ++i) {
      const Mark& m = marks[i];
      if (open_ != nullptr && m.segment != open_->segment) {
        bool carries_on = !open_->single && !m.single && m.closes && !(m.opens && starts_segment(m)) &&
                          m.segment - open_->segment <= longest_run && (!m.opens || !looks_opening(m));
        if (carries_on) {
          run_to(m.segment);
        } else if (m.single && !open_->single) {
          continue;
        } else {
          end_with_paragraph();
        }
      }
      if (open_ != nullptr && m.opens && !m.single && !open_->single && m.curved != open_->curved) {
        if (size_t end = end_of_inner(marks, i); end != i) {
          i = end;
          continue;
        }
        // “ … " with a blank on the wrong side.
        if (open_->curved) {
          add(open_->segment, {start_, m.at}, true);
          open_ = nullptr;
          ++group_;
          continue;
        }
      }
      if (open_ == nullptr) {
        if (m.opens && !(m.closes && !looks_opening(m) && !starts_segment(m))) {
          open_ = &m;
          start_ = m.at + 1;
          continued_ = false;
        }
      } else if (m.single == open_->single && m.closes) {
        if (start_ < m.at) {
          add(open_->segment, {start_, m.at}, true);
        } else if (continued_ && !pieces.empty()) {
          pieces.back().closed_below = true;
        }
        open_ = nullptr;
        ++group_;
      } else if (m.single == open_->single && m.opens) {
        end_at(m.at);
        open_ = &m;
        start_ = m.at + 1;
        continued_ = false;
      }
    }
    if (open_ != nullptr) end_with_paragraph();
  }

  std::vector<Piece> pieces;

 private:
  bool starts_segment(const Mark& m) const {
    return article_.segments[static_cast<size_t>(m.segment)].span.start == m.at;
  }
  // A straight mark with a blank before it and a letter after it.
  bool looks_opening(const Mark& m) const {
    Span part = article_.segments[static_cast<size_t>(m.segment)].span;
    bool before = m.at == part.start || is_blank(article_.text[m.at - 1]) || article_.text[m.at - 1] == u'(' ||
                  article_.text[m.at - 1] == u':';
    bool after = m.at + 1 < part.end && !is_blank(article_.text[m.at + 1]) && !is_punctuation(article_.text[m.at + 1]);
    return before && after;
  }
  void add(Index segment, Span span, bool closed) {
    while (span.start < span.end && is_blank(article_.text[span.start])) ++span.start;
    while (span.start < span.end && is_blank(article_.text[span.end - 1])) --span.end;
    if (span.empty()) return;
    Piece p;
    p.span = span;
    p.segment = segment;
    p.group = group_;
    p.closed = closed;
    p.single = open_->single;
    p.continued = continued_;
    pieces.push_back(p);
  }
  void end_with_paragraph() { end_at(article_.segments[static_cast<size_t>(open_->segment)].span.end); }
  void end_at(uint32_t end) {
    // A lone single mark is an apostrophe or a foot, not an open quotation.
    if (!open_->single) {
      add(open_->segment, {start_, end}, false);
      ++group_;
    }
    open_ = nullptr;
  }
  // The closing mark of a quotation in other marks within the open one, which must end after it; `from`, the inner
  // one's opening mark, when there is none. Looks at a few marks.
  size_t end_of_inner(const std::vector<Mark>& marks, size_t from) const {
    constexpr size_t few = 24;
    size_t inner = from;
    for (size_t k = from + 1; k < marks.size() && k < from + few; ++k) {
      const Mark& m = marks[k];
      if (m.single || !m.closes || m.segment - open_->segment > longest_run) continue;
      if (m.curved == marks[from].curved && inner == from && m.segment == marks[from].segment) {
        inner = k;
      } else if (m.curved == open_->curved && inner != from && !(m.opens && (starts_segment(m) || looks_opening(m)))) {
        return inner;
      }
    }
    return from;
  }
  // Takes the rest of the open paragraph and all of those between; the quotation is then open in `segment`.
  void run_to(Index segment) {
    add(open_->segment, {start_, article_.segments[static_cast<size_t>(open_->segment)].span.end}, true);
    continued_ = true;
    for (Index s = open_->segment + 1; s < segment; ++s) {
      const Segment& part = article_.segments[static_cast<size_t>(s)];
      if (is_told(part)) add(s, part.span, true);
    }
    moved_ = *open_;
    moved_.segment = segment;
    open_ = &moved_;
    start_ = article_.segments[static_cast<size_t>(segment)].span.start;
  }

  const Article& article_;
  const Mark* open_ = nullptr;
  Mark moved_{};
  uint32_t start_ = 0;
  Index group_ = 0;
  bool continued_ = false;
};

}  // namespace

namespace {

// "– Mai tôi về – cô nói.": what stands between the dash that opens the paragraph and the one before who says so.
void add_dialogue(const Article& article, Index segment, std::vector<Piece>& out) {
  Span part = article.segments[static_cast<size_t>(segment)].span;
  if (part.size() < 4 || !is_dash(article.text[part.start]) || !is_blank(article.text[part.start + 1])) return;
  Piece p;
  p.segment = segment;
  p.dash = true;
  p.span = {part.start + 2, part.end};
  for (uint32_t i = p.span.start; i + 1 < part.end; ++i) {
    if (!is_dash(article.text[i]) || !is_blank(article.text[i - 1]) || !is_blank(article.text[i + 1])) continue;
    p.span.end = i;
    break;
  }
  if (p.span.end == part.end) return;
  while (p.span.start < p.span.end && is_blank(article.text[p.span.end - 1])) --p.span.end;
  if (!p.span.empty()) out.push_back(p);
}

}  // namespace

std::vector<Piece> find_pieces(const Article& article) {
  std::vector<Mark> marks;
  for (size_t s = 0; s < article.segments.size(); ++s) {
    if (is_told(article.segments[s])) collect(article, static_cast<Index>(s), marks);
  }
  Pairing pairing(article);
  pairing.pair(marks);
  std::vector<Piece> pieces = std::move(pairing.pieces);
  // Dialogue stands in paragraphs without marks.
  std::vector<Piece> spoken;
  size_t next = 0;
  for (size_t s = 0; s < article.segments.size(); ++s) {
    while (next < pieces.size() && pieces[next].segment < static_cast<Index>(s)) ++next;
    bool marked = next < pieces.size() && pieces[next].segment == static_cast<Index>(s);
    if (!marked && is_told(article.segments[s])) add_dialogue(article, static_cast<Index>(s), spoken);
  }
  if (spoken.empty()) return pieces;
  pieces.insert(pieces.end(), spoken.begin(), spoken.end());
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.span.start < b.span.start; });
  Index group = none, last = none;
  for (Piece& p : pieces) {
    if (p.dash || p.group != last) ++group;
    last = p.dash ? none : p.group;
    p.group = group;
  }
  return pieces;
}

}  // namespace ailamgi
