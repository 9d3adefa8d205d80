#include "events/quote_scenes.h"

#include <algorithm>

namespace ailamgi::events {
namespace {

// Tokens looked at right beside a quotation or within it, and in the sentences before.
constexpr Index near = 40, far = 70;

// How many pieces away the ends of a quotation are looked for: it seldom goes over more than a few paragraphs.
constexpr size_t few = 16;

const Sentence& sentence_of(const Frame& f, Index t) {
  return f.article.sentences[static_cast<size_t>(f.token(t).sentence)];
}

// The first token that ends after `at`.
Index token_at(const Article& a, uint32_t at) {
  auto it = std::partition_point(a.tokens.begin(), a.tokens.end(), [&](const Token& t) { return t.span.end <= at; });
  return static_cast<Index>(it - a.tokens.begin());
}

// Looks back from the first token of the quotation.
void look_before(const Frame& f, Index begin, QuoteScene& s) {
  s.sentence = f.token(begin).sentence;
  const Range in = f.sentence(begin);
  s.before = {std::max(in.begin, begin - near), begin};
  s.earlier = {s.before.begin, s.before.begin};
  if (s.before.begin != in.begin) return;
  Index from = in.begin;
  for (Index k = s.sentence - 1; k >= 0 && k >= s.sentence - 3; --k) {
    const Sentence& sentence = f.article.sentences[static_cast<size_t>(k)];
    if (sentence.told) from = sentence.tokens.begin;
  }
  s.earlier = {std::max(from, in.begin - far), in.begin};
}

// Looks on from the token behind the quotation, which may be the end of the article.
void look_after(const Frame& f, Index end, bool closed_below, QuoteScene& s) {
  const Index count = all_tokens(f).end;
  const Sentence& last = sentence_of(f, end - 1);
  Index to = last.tokens.end;
  // A closing mark and an attribution may have been cut off as a sentence or paragraph of their own.
  if (end < count && (closed_below || sentence_of(f, end).segment == last.segment))
    to = std::max(to, std::min(sentence_of(f, end).tokens.end, end + near));
  s.after = {end, std::min(to, end + near)};
  const Index next = s.after.end;
  s.later = {next, next};
  if (next < count && sentence_of(f, next).told) s.later.end = std::min(sentence_of(f, next).tokens.end, next + near);
}

}  // namespace

std::vector<QuoteScene> quote_scenes(const Frame& frame, const std::vector<Piece>& pieces) {
  const Article& a = frame.article;
  const Index count = all_tokens(frame).end;
  std::vector<QuoteScene> scenes;
  scenes.reserve(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) {
    size_t first = i, last = i;
    while (first > 0 && pieces[first - 1].group == pieces[i].group && i - first < few) --first;
    while (last + 1 < pieces.size() && pieces[last + 1].group == pieces[i].group && last - i < few) ++last;
    const Index begin = token_at(a, pieces[first].span.start), end = token_at(a, pieces[last].span.end);
    QuoteScene& scene = scenes.emplace_back();
    scene.piece = pieces[i];
    scene.tokens = {token_at(a, pieces[i].span.start), token_at(a, pieces[i].span.end)};
    if (begin < count) look_before(frame, begin, scene);
    if (end > begin) look_after(frame, end, pieces[last].closed_below, scene);
  }
  return scenes;
}

Range opening(const QuoteScene& scene) {
  return {scene.tokens.begin, std::min(scene.tokens.end, scene.tokens.begin + near)};
}

Range all_tokens(const Frame& frame) {
  return {0, static_cast<Index>(frame.article.tokens.size())};
}

}  // namespace ailamgi::events
