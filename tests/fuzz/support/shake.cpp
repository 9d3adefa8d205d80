#include "support/shake.h"

#include <algorithm>
#include <array>

namespace ailamgi::fuzz {
namespace {

size_t at(Index i) {
  return static_cast<size_t>(i);
}

Index pick(Index begin, Index end, Choices& choices) {
  return begin + static_cast<Index>(choices.below(static_cast<uint32_t>(std::min(end - begin, 65536))));
}

// None or one of `count`.
Index maybe_one_of(size_t count, Choices& choices) {
  return count == 0 || choices.one_in(3) ? none : pick(0, static_cast<Index>(count), choices);
}

// Some tokens of the range, at most six.
Range some(Range range, Choices& choices) {
  Index begin = pick(range.begin, range.end, choices);
  return {begin, pick(begin, std::min(begin + 6, range.end), choices) + 1};
}

Span span_of(const Article& a, Range tokens) {
  return {a.tokens[at(tokens.begin)].span.start, a.tokens[at(tokens.end) - 1].span.end};
}

// The tokens of a sentence that a span covers or touches.
Range tokens_of(const Article& a, Index sentence, Span span) {
  Range r = a.sentences[at(sentence)].tokens;
  while (r.begin + 1 < r.end && a.tokens[at(r.begin)].span.end <= span.start) ++r.begin;
  Index end = r.begin + 1;
  while (end < r.end && a.tokens[at(end)].span.start < span.end) ++end;
  return {r.begin, end};
}

// Calls `take(sentence, span)` for some runs of syllables, in text order, none overlapping.
template <class Take>
void runs_of_syllables(const Article& a, Choices& choices, Take&& take) {
  for (size_t s = 0; s < a.sentences.size(); ++s) {
    Range r = a.sentences[s].syllables;
    for (Index i = r.begin + static_cast<Index>(choices.below(5)); i < r.end;) {
      Index end = std::min(i + 1 + static_cast<Index>(choices.below(4)), r.end);
      take(static_cast<Index>(s), Span{a.syllables[at(i)].span.start, a.syllables[at(end) - 1].span.end});
      i = end + static_cast<Index>(choices.below(8));
    }
  }
}

void grow_tree(Article& a, Range r, Index head, size_t relations, Choices& choices) {
  if (r.size() <= 0) return;
  // Long ranges are hung up one behind the other, so that the stack stays shallow.
  Index root = r.size() > 64 ? r.begin : pick(r.begin, r.end, choices);
  Token& t = a.tokens[at(root)];
  t.head = head;
  t.relation =
      head == none ? Relation{0} : static_cast<Relation>(1 + choices.below(static_cast<uint32_t>(relations) - 1));
  grow_tree(a, {r.begin, root}, root, relations, choices);
  Index rest = root + 1;
  while (r.end - rest > 64) {
    Index next = rest + 48;
    grow_tree(a, {rest, next}, root, relations, choices);
    rest = next;
  }
  grow_tree(a, {rest, r.end}, root, relations, choices);
}

Argument argument(const Article& a, Range tokens, Choices& choices) {
  Argument x;
  if (choices.one_in(3)) return x;
  x.span = span_of(a, some(tokens, choices));
  x.entity = maybe_one_of(a.entities.size(), choices);
  return x;
}

}  // namespace

void shake_syntax(Article& article, size_t relations, Choices& choices) {
  for (Token& t : article.tokens) t.upos = static_cast<Upos>(choices.below(upos_count));
  for (const Sentence& s : article.sentences) grow_tree(article, s.tokens, none, relations, choices);
}

void shake_names(Article& article, Choices& choices) {
  article.mentions.clear();
  runs_of_syllables(article, choices, [&](Index sentence, Span span) {
    Mention m;
    m.span = span;
    m.tokens = tokens_of(article, sentence, span);
    m.type = static_cast<EntityType>(choices.below(4));
    m.sentence = sentence;
    article.mentions.push_back(m);
  });
}

void shake_values(Article& article, Choices& choices) {
  constexpr std::array<const char*, 9> normalised = {
      "", "2023-11-20", "XXXX-11-20", "2023-11-20T10:45", "2023", "6.7", "1000000 VND", "2023-11/2023-12", "0"};
  article.values.clear();
  runs_of_syllables(article, choices, [&](Index sentence, Span span) {
    article.values.push_back({static_cast<ValueType>(choices.below(3)), span, sentence,
                              normalised[choices.below(static_cast<uint32_t>(normalised.size()))]});
  });
}

void shake_identity(Article& article, Choices& choices) {
  article.entities.clear();
  uint32_t most = 1 + choices.below(8);
  std::array<Index, 8> entity_of{};
  entity_of.fill(none);
  for (size_t i = 0; i < article.mentions.size(); ++i) {
    Mention& m = article.mentions[i];
    Index& entity = entity_of[choices.below(most)];
    if (entity == none) {
      entity = static_cast<Index>(article.entities.size());
      Entity e;
      e.type = m.type;
      e.name = m.span;
      article.entities.push_back(e);
    } else {
      m.kind = static_cast<MentionKind>(choices.below(3));
      if (m.kind == MentionKind::name) article.entities[at(entity)].aliases.push_back(m.span);
    }
    m.entity = entity;
    article.entities[at(entity)].mentions.push_back(static_cast<Index>(i));
  }
  for (Entity& e : article.entities) {
    if (choices.one_in(2)) continue;
    Role r;
    r.sentence = article.mentions[at(e.mentions.front())].sentence;
    r.title = span_of(article, some(article.sentences[at(r.sentence)].tokens, choices));
    r.organization = maybe_one_of(article.entities.size(), choices);
    r.former = choices.one_in(2);
    e.roles.push_back(r);
  }
}

void shake_quotes(Article& article, Choices& choices) {
  article.quotes.clear();
  runs_of_syllables(article, choices, [&](Index sentence, Span span) {
    Quote q;
    q.span = span;
    q.sentence = sentence;
    q.speaker = maybe_one_of(article.entities.size(), choices);
    Range tokens = article.sentences[at(sentence)].tokens;
    if (!choices.one_in(3)) q.speaker_span = span_of(article, some(tokens, choices));
    if (!choices.one_in(3)) q.cue = span_of(article, some(tokens, choices));
    article.quotes.push_back(q);
  });
}

void shake_events(Article& article, Choices& choices) {
  article.events.clear();
  for (size_t s = 0; s < article.sentences.size(); ++s) {
    Range tokens = article.sentences[s].tokens;
    for (Index t = tokens.begin + static_cast<Index>(choices.below(4)); t < tokens.end;
         t += 1 + static_cast<Index>(choices.below(8))) {
      Event e;
      e.sentence = static_cast<Index>(s);
      e.predicate = t;
      e.did = span_of(article, {t, pick(t, std::min(t + 3, tokens.end), choices) + 1});
      e.who = argument(article, tokens, choices);
      e.who.implicit = choices.one_in(4);
      e.what = argument(article, tokens, choices);
      e.when = argument(article, tokens, choices);
      e.where = argument(article, tokens, choices);
      e.source = argument(article, article.sentences[at(pick(0, static_cast<Index>(s) + 1, choices))].tokens, choices);
      if (e.when.present() && !article.values.empty() && choices.one_in(2)) {
        e.when.value = pick(0, static_cast<Index>(article.values.size()), choices);
        e.when.span = article.values[at(e.when.value)].span;
      }
      e.negated = choices.one_in(2);
      e.passive = choices.one_in(2);
      e.mode = static_cast<Mode>(choices.below(3));
      article.events.push_back(e);
    }
  }
}

}  // namespace ailamgi::fuzz
