#include "summary/salience.h"

#include <algorithm>

namespace ailamgi {
namespace {

// What the first paragraphs tell is what the story is about.
constexpr int32_t early_bodies = 10;

bool is_content(const Token& t) {
  return t.upos == Upos::NOUN || t.upos == Upos::PROPN || t.upos == Upos::VERB || t.upos == Upos::ADJ ||
         t.upos == Upos::NUM || t.upos == Upos::X;
}

}  // namespace

SalienceRater::SalienceRater(const Article& article) : a_(article) {
  int32_t bodies = 0;
  body_number_.reserve(a_.segments.size());
  for (const Segment& s : a_.segments) body_number_.push_back(bodies += s.kind == SegmentKind::body);
  for (const Sentence& s : a_.sentences) {
    if (!s.told) continue;
    ++sentences_told_;
    bool title = s.segment != none && a_.segments[static_cast<size_t>(s.segment)].kind == SegmentKind::title;
    for (Index t = s.tokens.begin; t < s.tokens.end; ++t) {
      const Token& token = a_.tokens[static_cast<size_t>(t)];
      if (!is_content(token)) continue;
      Weight& w = weights_[token.folded];
      ++w.count;
      w.in_title |= title;
    }
  }
}

std::vector<uint64_t> SalienceRater::words(const Event& event) const {
  std::vector<uint64_t> found;
  if (event.sentence == none) return found;
  Range range = a_.sentences[static_cast<size_t>(event.sentence)].tokens;
  for (Index t = range.begin; t < range.end; ++t) {
    const Token& token = a_.tokens[static_cast<size_t>(t)];
    bool part = token.span.overlaps(event.did) || token.span.overlaps(event.what.span) ||
                (!event.who.implicit && token.span.overlaps(event.who.span));
    if (part && is_content(token)) found.push_back(token.folded);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

uint16_t SalienceRater::rate(const Event& event) const {
  std::vector<uint64_t> content = words(event);
  int32_t shared = 0, title = 0;
  for (uint64_t w : content) {
    auto it = weights_.find(w);
    if (it == weights_.end()) continue;
    shared += static_cast<int32_t>(std::min(it->second.count, 6U)) - 1;
    title += it->second.in_title;
  }
  int32_t size = static_cast<int32_t>(content.size());
  int32_t score = 1500 + 90 * std::min(shared, 20) + 220 * std::min(title, 7) + 120 * std::min(size, 9);
  if (size > 0) score += 1200 * title / size;
  SegmentKind kind = SegmentKind::body;
  int32_t body = early_bodies;
  if (event.sentence != none && a_.sentences[static_cast<size_t>(event.sentence)].segment != none) {
    auto segment = static_cast<size_t>(a_.sentences[static_cast<size_t>(event.sentence)].segment);
    kind = a_.segments[segment].kind;
    body = body_number_[segment];
  }
  if (kind == SegmentKind::lead) score += 1500;
  if (kind == SegmentKind::title) score += 100;
  if (kind == SegmentKind::body) score += 250 * std::max(0, early_bodies - body);
  if (sentences_told_ > 1)
    // 64 bits: a long text has millions of sentences.
    score += 1000 - static_cast<int32_t>(int64_t{1000} * event.sentence / static_cast<int64_t>(a_.sentences.size()));
  if (event.who.present()) score += event.who.entity != none ? 500 : 200;
  if (event.who.implicit) score -= 500;
  if (!event.who.present() && !event.passive) score -= 900;
  if (!event.what.present()) score -= 700;
  if (event.mode == Mode::maybe) score -= 1200;
  if (event.mode == Mode::plan) score -= 1300;
  return static_cast<uint16_t>(std::clamp(score * 3 / 4, 0, 10000));
}

}  // namespace ailamgi
