#include "events/frame.h"

#include <algorithm>

namespace ailamgi::events {

KnownRelations KnownRelations::of(const RelationNames& names) {
  return {names.number("nsubj"),    names.number("nsubj:pass"), names.number("obj"), names.number("acl"),
          names.number("aux:pass"), names.number("punct"),      names.number("conj")};
}

uint64_t bucket(Index n) {
  if (n < 0) return 99;
  if (n < 5) return static_cast<uint64_t>(n);
  if (n < 7) return 5;
  if (n < 10) return 7;
  if (n < 15) return 10;
  if (n < 25) return 15;
  return 25;
}

namespace {

// Marks the tokens of one sentence that each item touches; items are in text order.
template <class Items>
void cover(const Article& article, const Items& items, std::vector<Index>& of) {
  of.assign(article.tokens.size(), none);
  size_t t = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    while (t < article.tokens.size() && article.tokens[t].span.end <= items[i].span.start) ++t;
    for (size_t k = t; k < article.tokens.size() && article.tokens[k].span.start < items[i].span.end; ++k) {
      of[k] = static_cast<Index>(i);
      t = k;
    }
  }
}

}  // namespace

Frame::Frame(const Article& from, const Cues& lists, const KnownRelations& relations) : article(from) {
  lists.mark(article, cues);
  cover(article, article.mentions, mention);
  cover(article, article.values, value);
  cover(article, article.quotes, quote);
  // "Đồn Biên phòng" is no rumour: what is in a name says nothing of how something is meant.
  constexpr CueSet meant = bit(Cue::maybe) | bit(Cue::hedge) | bit(Cue::intent) | bit(Cue::plan) | bit(Cue::negation) |
                           bit(Cue::negverb) | bit(Cue::promise) | bit(Cue::ask);
  for (const Mention& m : article.mentions) {
    if (m.kind != MentionKind::name) continue;
    for (Index t = m.tokens.begin; t < m.tokens.end; ++t) cues[static_cast<size_t>(t)] &= ~meant;
  }
  subject.assign(article.tokens.size(), none);
  has_object.assign(article.tokens.size(), 0);
  coordinated.assign(article.tokens.size(), 0);
  for (size_t t = 0; t < article.tokens.size(); ++t) {
    const Token& token = article.tokens[t];
    if (token.head == none) continue;
    auto head = static_cast<size_t>(token.head);
    if ((token.relation == relations.nsubj || token.relation == relations.nsubj_pass) && subject[head] == none) {
      subject[head] = static_cast<Index>(t);
    }
    if (token.relation == relations.obj) has_object[head] = 1;
    coordinated[t] = token.relation == relations.conj;
  }
}

bool Frame::is_word(Index t) const {
  return article.syllables[static_cast<size_t>(token(t).syllables.begin)].is_word();
}

bool Frame::is_prefix(Index t) const {
  return token(t).upos == Upos::SYM && is_word(t) && token(t).head == t + 1 && token(t + 1).upos == Upos::NOUN;
}

bool Frame::is_about(Index t) const {
  Index head = token(t).head;
  Upos pos = token(t).upos;
  if (head <= t || (pos != Upos::ADV && pos != Upos::ADJ) || !is_word(t)) return false;
  const Token& next = token(t + 1);
  return next.upos == Upos::NUM && value_of(t + 1) == none && (head == t + 1 || next.head == t || head == next.head);
}

Index Frame::start_of_amount(Index first) const {
  constexpr Index longest = 3;
  const Index from = std::max(sentence(first).begin, first - longest);
  if (first <= from) return first;
  if (is_about(first - 1)) return first - 1;
  if (token(first).upos != Upos::NOUN) return first;  // "chắc chắn | tôi"
  const Index head = token(first - 1).head;
  if (token(first - 1).upos != Upos::ADJ || !is_word(first - 1) || head < first || head >= first + longest)
    return first;
  Index start = first - 1;
  while (start > from && token(start - 1).upos == Upos::ADV && token(start - 1).head == first - 1) --start;
  return start;
}

bool Frame::is_nominal(Index t) const {
  if (value_of(t) != none && article.values[static_cast<size_t>(value_of(t))].type == ValueType::time) return false;
  if (mention_of(t) != none) return true;
  switch (token(t).upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::PRON:
    case Upos::NUM:
    case Upos::DET:
    case Upos::X:
      return is_word(t);
    case Upos::SYM:
      return is_prefix(t);
    case Upos::ADJ:
      return t > 0 && token(t - 1).sentence == token(t).sentence && token(t - 1).upos != Upos::ADV &&
             token(t - 1).upos != Upos::ADJ && is_nominal(t - 1);
    default:
      return false;
  }
}

Index Frame::end_of_phrase(Index t, Range in) const {
  Index end = t;
  while (in.contains(end) && is_nominal(end) && end < t + 30) ++end;
  return std::max(end, t + 1);
}

Index Frame::entity_of(Range tokens) const {
  // The last name of an unbroken run: "Thủ tướng | Nguyễn Xuân Phúc", "hãng hàng không | United Airlines".
  Index first = tokens.begin, limit = std::min(tokens.end, tokens.begin + 40);
  while (first < limit && mention_of(first) == none) ++first;
  if (first == limit) return none;
  auto mention_at = [&](Index t) -> const Mention& { return article.mentions[static_cast<size_t>(mention_of(t))]; };
  const Mention& last =
      mention_at(tokens.end - 1 < limit && mention_of(tokens.end - 1) != none ? tokens.end - 1 : first);
  const bool ends_with_person = last.type == EntityType::person && last.kind == MentionKind::name;
  // Words before a name may be its title. "Luật sư của ông", "tàu Nga" are somebody and something else: places have
  // their kind within the name.
  const bool titled = mention_at(first).kind == MentionKind::name && mention_at(first).type != EntityType::location;
  bool before_is_title = true;
  for (Index t = tokens.begin; t < first; ++t) {
    // "Chồng bà này", "con trai ông Tám".
    if (has(t, Cue::kin) && (!titled || t + 1 < first)) return none;
    // "chính quyền | Trump": a body that is named after a person.
    if (titled && mention_at(first).type == EntityType::person && has(t, Cue::type) && !has(t, Cue::title)) return none;
    bool title = has(t, Cue::title) || has(t, Cue::type);
    if (title && !titled && !ends_with_person) return none;
    if (!title && token(t).upos != Upos::DET && token(t).upos != Upos::NUM) before_is_title = false;
  }
  // A person named at the very end, after a title however long: "Bộ trưởng Giao thông Australia Darren Chester".
  if (ends_with_person) {
    bool broken = false;
    for (Index t = first; t < tokens.end && t < limit; ++t) {
      if (token(t).upos == Upos::ADP && mention_of(t) == none) broken = true;
    }
    if (!broken && has(tokens.begin, Cue::title)) return last.entity;
  }
  if (first == tokens.begin) {
    // Only what still belongs to the name or merely qualifies it may follow.
    return mention_at(first).entity;
  }
  // "Ngoại trưởng Mỹ" is not the country.
  bool office =
      has(first - 1, Cue::title) && !has(first - 1, Cue::type) && mention_at(first).type != EntityType::person;
  return before_is_title && !office ? mention_at(first).entity : none;
}

}  // namespace ailamgi::events
