#include "summary/vocabulary.h"

#include <algorithm>

namespace ailamgi::summary {

Vocabulary::Vocabulary(const Article& article) : a_(article), of_(article.tokens.size(), none) {
  std::unordered_map<uint64_t, Index> number;
  std::vector<Index> last_sentence;
  std::vector<int32_t> bodies;
  bodies.reserve(a_.segments.size());
  for (const Segment& s : a_.segments) bodies.push_back(paragraphs_ += s.kind == SegmentKind::body);
  auto mention = a_.mentions.begin();
  for (size_t n = 0; n < a_.sentences.size(); ++n) {
    const Sentence& s = a_.sentences[n];
    SegmentKind kind = s.segment == none ? SegmentKind::body : a_.segments[static_cast<size_t>(s.segment)].kind;
    bool told = kind != SegmentKind::title && kind != SegmentKind::lead;
    paragraph_.push_back(s.segment == none ? 1 : told ? bodies[static_cast<size_t>(s.segment)] : 0);
    if (!s.told) continue;
    for (Index t = s.tokens.begin; t < s.tokens.end; ++t) {
      const Token& token = a_.tokens[static_cast<size_t>(t)];
      if (token.upos == Upos::PUNCT || token.upos == Upos::SYM) continue;
      while (mention != a_.mentions.end() && mention->span.end <= token.span.start) ++mention;
      auto [it, fresh] = number.try_emplace(token.folded, static_cast<Index>(words_.size()));
      if (fresh) {
        Word w;
        w.folded = token.folded;
        w.first = t;
        w.paragraph = paragraph_.back();
        w.size = static_cast<uint16_t>(token.syllables.size());
        if (mention != a_.mentions.end() && mention->span.overlaps(token.span))
          w.mention = static_cast<Index>(mention - a_.mentions.begin());
        words_.push_back(w);
        last_sentence.push_back(none);
      }
      auto i = static_cast<size_t>(it->second);
      of_[static_cast<size_t>(t)] = it->second;
      Word& w = words_[i];
      w.count = static_cast<uint16_t>(std::min(w.count + 1, 60000));
      if (last_sentence[i] != static_cast<Index>(n))
        w.sentences = static_cast<uint16_t>(std::min(w.sentences + 1, 60000));
      last_sentence[i] = static_cast<Index>(n);
      w.title |= kind == SegmentKind::title;
      w.lead |= kind == SegmentKind::lead;
    }
  }
}

SegmentKind Vocabulary::kind(Index sentence) const {
  Index segment = a_.sentences[static_cast<size_t>(sentence)].segment;
  return segment == none ? SegmentKind::body : a_.segments[static_cast<size_t>(segment)].kind;
}

void Vocabulary::add(Span part, std::vector<Index>& out) const {
  if (part.empty()) return;
  auto t = std::partition_point(a_.tokens.begin(), a_.tokens.end(),
                                [&](const Token& token) { return token.span.end <= part.start; });
  for (Index n = 0; n < longest && t != a_.tokens.end() && t->span.start < part.end; ++t, ++n) {
    Index w = of_[static_cast<size_t>(t - a_.tokens.begin())];
    if (w != none) out.push_back(w);
  }
}

void Vocabulary::add(const Argument& part, std::vector<Index>& out) const {
  if (!part.present()) return;
  auto m = a_.mentions.begin() + a_.first_mention(part.span.start);
  bool pronoun = part.entity != none && m != a_.mentions.end() && m->span == part.span && m->kind != MentionKind::name;
  add(pronoun ? a_.entities[static_cast<size_t>(part.entity)].name : part.span, out);
}

std::vector<Index> Vocabulary::told_by(const Event& event) const {
  std::vector<Index> found;
  add(event.source, found);
  add(event.who, found);
  add(event.did, found);
  add(event.what, found);
  add(event.when, found);
  add(event.where, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace ailamgi::summary
