#include "events/cast.h"

#include <algorithm>

namespace ailamgi::events {
namespace {

// Names of one entity whose surroundings are remembered, and tokens looked at to either side of one.
constexpr uint64_t remembered = 6;
constexpr Index before_name = 7, after_name = 10;
// Mentions looked back at for the persons and bodies named last.
constexpr size_t looked_back = 24;

bool acts(EntityType type) {
  return type == EntityType::person || type == EntityType::organization;
}

void sort_unique(std::vector<uint64_t>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

Cast::Cast(const Frame& frame, const std::vector<Span>& silent) : frame_(frame) {
  const Article& a = frame.article;
  parts_.resize(a.entities.size());
  size_t s = 0;
  for (size_t i = 0; i < a.mentions.size(); ++i) {
    const Mention& m = a.mentions[i];
    if (m.entity == none) continue;
    while (s < silent.size() && silent[s].end <= m.span.start) ++s;
    bool heard = s == silent.size() || !silent[s].overlaps(m.span);
    Part& part = parts_[static_cast<size_t>(m.entity)];
    if (heard) {
      heard_.push_back(static_cast<Index>(i));
      part.tokens.push_back(m.tokens.begin);
    }
    if (m.kind != MentionKind::name) continue;
    if (part.named < remembered) introduce(m, part);
    ++part.named;
  }
  for (Part& part : parts_) {
    sort_unique(part.described);
    sort_unique(part.honorifics);
  }
}

void Cast::introduce(const Mention& m, Part& part) const {
  Range in = frame_.sentence(m.tokens.begin);
  for (Index t = m.tokens.begin - 1; t >= in.begin && t >= m.tokens.begin - before_name; --t) {
    if (frame_.is_mark(t) || frame_.is_verb(t)) break;
    if (t == m.tokens.begin - 1) part.honorifics.push_back(frame_.token(t).folded);
    part.described.push_back(frame_.token(t).folded);
  }
  Index t = m.tokens.end;
  if (t >= in.end ||
      !(frame_.is_comma(t) || frame_.unit(t) == u'-' || frame_.unit(t) == u'–' || frame_.unit(t) == u'('))
    return;
  for (Index k = t + 1; k < in.end && k < t + after_name; ++k) {
    if (frame_.is_mark(k) || frame_.is_verb(k)) break;
    part.described.push_back(frame_.token(k).folded);
  }
}

void Cast::recent(Index t, size_t most, std::vector<Index>& out) const {
  out.clear();
  const auto& mentions = frame_.article.mentions;
  auto at = std::partition_point(heard_.begin(), heard_.end(),
                                 [&](Index m) { return mentions[static_cast<size_t>(m)].tokens.begin < t; });
  size_t persons = 0, bodies = 0;
  for (size_t i = 0; i < looked_back && at != heard_.begin(); ++i) {
    --at;
    const Mention& m = mentions[static_cast<size_t>(*at)];
    EntityType type = frame_.article.entities[static_cast<size_t>(m.entity)].type;
    if (!acts(type) || std::find(out.begin(), out.end(), m.entity) != out.end()) continue;
    size_t& count = type == EntityType::person ? persons : bodies;
    if (count == most) continue;
    ++count;
    out.push_back(m.entity);
  }
}

Cast::Fit Cast::fit(Range phrase, Index entity) const {
  Fit fit;
  if (entity == none) return fit;
  const Part& part = parts_[static_cast<size_t>(entity)];
  fit.named = std::min<uint64_t>(part.named, 3);
  auto knows = [](const std::vector<uint64_t>& words, uint64_t word) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  if (phrase.size() > 0) {
    uint64_t first = frame_.token(phrase.begin).folded;
    fit.honorific = part.honorifics.empty() ? 0 : knows(part.honorifics, first) ? 1 : 2;
    Index hits = 0, words = 0;
    for (Index t = phrase.begin; t < phrase.end && t < phrase.begin + before_name; ++t) {
      ++words;
      hits += knows(part.described, frame_.token(t).folded);
    }
    fit.title = hits == 0 ? 0 : hits == words ? 2 : 1;
    fit.head = knows(part.described, first);
    auto last = std::lower_bound(part.tokens.begin(), part.tokens.end(), phrase.begin);
    if (last != part.tokens.begin()) fit.last = *(last - 1);
  }
  return fit;
}

}  // namespace ailamgi::events
