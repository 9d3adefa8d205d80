#include "identity/discourse.h"

#include <algorithm>

namespace ailamgi::identity {
namespace {

constexpr size_t most_recent = 12, most_frequent = 3, most_ahead = 3;
constexpr Index far_ahead = 8;       // sentences in which a name may follow what stands for it
constexpr Index speech_tokens = 10;  // between a speaker and a quotation
constexpr uint64_t no_word = 0x5eed;

constexpr uint64_t pack(int a, int b = 0, int c = 0, int d = 0) {
  return static_cast<uint64_t>(a & 0xFF) | static_cast<uint64_t>(b & 0xFF) << 8 |
         static_cast<uint64_t>(c & 0xFF) << 16 | static_cast<uint64_t>(d & 0xFF) << 24;
}

int bucket(Index n) {
  return n < 3 ? static_cast<int>(std::max<Index>(n, 0)) : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6;
}

bool is_actor(EntityType type) {
  return type == EntityType::person || type == EntityType::organization;
}

}  // namespace

Discourse::Discourse(const Article& article, const ReferenceWords& words)
    : a_(article),
      words_(words),
      descriptions_(describe_entities(article, words)),
      memory_(article.entities.size()),
      pieces_(find_pieces(article)) {
  for (size_t i = 0; i < a_.mentions.size(); ++i) {
    const Mention& m = a_.mentions[i];
    if (m.entity == none) continue;
    Memory& e = memory_[static_cast<size_t>(m.entity)];
    if (e.total == 0) e.first_sentence = m.sentence;
    e.type = a_.entities[static_cast<size_t>(m.entity)].type;
    ++e.total;
    const Sentence& s = a_.sentences[static_cast<size_t>(m.sentence)];
    SegmentKind kind = a_.segments[static_cast<size_t>(s.segment)].kind;
    e.headline = e.headline || kind == SegmentKind::title || kind == SegmentKind::lead;
    if (i > 0 && m.type == EntityType::person && !is_actor(a_.mentions[i - 1].type) &&
        a_.mentions[i - 1].span.end + 1 >= m.span.start) {
      e.country = a_.mentions[i - 1].entity;
    }
  }
  for (size_t e = 0; e < memory_.size(); ++e) {
    if (memory_[e].total > 0) frequent_.push_back(static_cast<Index>(e));
  }
  std::stable_sort(frequent_.begin(), frequent_.end(), [&](Index x, Index y) {
    return memory_[static_cast<size_t>(x)].total > memory_[static_cast<size_t>(y)].total;
  });
  int before[4] = {};
  for (Index e : frequent_) {
    Memory& m = memory_[static_cast<size_t>(e)];
    m.place = std::min(before[static_cast<size_t>(m.type)]++, 3);
  }
  Index groups = pieces_.empty() ? 0 : pieces_.back().group + 1;
  group_speaker_.assign(static_cast<size_t>(groups), none);
  find_later_speakers();
}

// The name behind each quotation, in its paragraph, and whether a word of saying stands with it.
void Discourse::find_later_speakers() {
  later_.resize(pieces_.size());
  for (size_t p = 0; p < pieces_.size(); ++p) {
    const Piece& piece = pieces_[p];
    Span paragraph = a_.segments[static_cast<size_t>(piece.segment)].span;
    Index from = a_.first_syllable(piece.span.end);
    uint32_t stop = p + 1 < pieces_.size() ? std::min(paragraph.end, pieces_[p + 1].span.start) : paragraph.end;
    Speaker& s = later_[p];
    for (Index i = from; i < from + speech_tokens && i < static_cast<Index>(a_.syllables.size()); ++i) {
      const Syllable& y = a_.syllables[static_cast<size_t>(i)];
      if (y.span.start >= stop) break;
      s.said = s.said || is_saying(i);
    }
    for (auto m = static_cast<size_t>(a_.first_mention(piece.span.end)); m < a_.mentions.size(); ++m) {
      const Mention& x = a_.mentions[m];
      if (x.span.start >= stop || a_.first_syllable(x.span.start) >= from + speech_tokens) break;
      if (!is_actor(x.type)) continue;
      s.entity = x.entity;
      break;
    }
  }
}

bool Discourse::is_saying(Index syllable) const {
  auto at = static_cast<size_t>(syllable);
  if (words_.is_saying(a_.syllables[at].folded)) return true;
  return at + 1 < a_.syllables.size() && words_.is_saying(a_.phrase({syllable, syllable + 2}));
}

Index Discourse::piece_at(uint32_t offset) {
  while (next_piece_ < pieces_.size() && pieces_[next_piece_].span.end <= offset) ++next_piece_;
  return next_piece_ < pieces_.size() && pieces_[next_piece_].span.start <= offset ? static_cast<Index>(next_piece_)
                                                                                   : none;
}

Relation Discourse::relation_at(Index syllable) const {
  uint32_t at = a_.syllables[static_cast<size_t>(syllable)].span.start;
  auto it = std::partition_point(a_.tokens.begin(), a_.tokens.end(), [&](const Token& t) { return t.span.end <= at; });
  return it == a_.tokens.end() ? Relation{1} : it->relation;
}

void Discourse::remember(Index entity, Range syllables, Index sentence, bool by_name) {
  Memory& e = memory_[static_cast<size_t>(entity)];
  bool person = e.type == EntityType::person;
  if (sentence != current_) {
    if (opener_ != none) last_opener_ = opener_;
    opener_ = none;
    current_ = sentence;
  }
  e.opened = is_actor(e.type) && opener_ == none;
  if (person && opener_ == none) opener_ = entity;
  ++e.seen;
  e.sentence = sentence;
  e.behind = syllables.end;
  e.segment = a_.sentences[static_cast<size_t>(sentence)].segment;
  e.by_name = by_name;
  e.piece = piece_at(a_.syllables[static_cast<size_t>(syllables.begin)].span.start);
  e.relation = relation_at(syllables.begin);
  if (e.piece == none && is_actor(e.type)) {
    outside_ = entity;
    outside_end_ = syllables.end;
  }
  auto it = std::find(recent_.begin(), recent_.end(), entity);
  if (it == recent_.end()) {
    recent_.insert(recent_.begin(), entity);
  } else {
    std::rotate(recent_.begin(), it, it + 1);
  }
  if (recent_.size() > 16 * most_recent) recent_.pop_back();
  newest_ = std::max(newest_, entity);
}

void Discourse::see_names_until(uint32_t offset) {
  for (; next_mention_ < a_.mentions.size() && a_.mentions[next_mention_].span.start < offset; ++next_mention_) {
    const Mention& m = a_.mentions[next_mention_];
    if (m.entity == none || !a_.sentences[static_cast<size_t>(m.sentence)].told) continue;
    Range r{a_.first_syllable(m.span.start), a_.first_syllable(m.span.end)};
    if (r.size() > 0) remember(m.entity, r, m.sentence, true);
  }
}

void Discourse::shortlist(const Reference& r) {
  list_.clear();
  std::fill(std::begin(chance_), std::end(chance_), 0);
  // Who tells his own story without quotation marks is nobody that is named later.
  const bool named_only = r.word.kind == ReferenceKind::me && place_.piece == none;
  auto fits = [&](Index e) {
    if (named_only && memory_[static_cast<size_t>(e)].seen == 0) return false;
    return (r.word.types >> static_cast<unsigned>(memory_[static_cast<size_t>(e)].type) & 1U) != 0;
  };
  auto add = [&](Index e) {
    if (!fits(e) || std::find(list_.begin(), list_.end(), e) != list_.end()) return false;
    list_.push_back(e);
    ++chance_[static_cast<size_t>(memory_[static_cast<size_t>(e)].type)];
    return true;
  };
  for (size_t i = 0; i < recent_.size() && list_.size() < most_recent; ++i) add(recent_[i]);
  size_t more = 0;
  for (size_t i = 0; i < frequent_.size() && i < 8 && more < most_frequent; ++i) more += add(frequent_[i]);
  more = 0;
  for (Index e = newest_ + 1; e < static_cast<Index>(memory_.size()) && e < newest_ + 32 && more < most_ahead; ++e) {
    const Memory& m = memory_[static_cast<size_t>(e)];
    if (m.first_sentence > r.sentence + far_ahead) break;
    if (m.seen == 0 && m.total > 0) more += add(e);
  }
  // "cựu ngoại trưởng": nobody who has a post now.
  if (r.post == 2) {
    std::erase_if(list_, [&](Index e) { return descriptions_[static_cast<size_t>(e)].in_post; });
  }
  if (!r.definite) return;
  // Somebody just named who has no post now, if there is such a one.
  auto near = [&](Index e) {
    const Memory& m = memory_[static_cast<size_t>(e)];
    return m.seen > 0 && m.sentence + 1 >= r.sentence && !descriptions_[static_cast<size_t>(e)].in_post;
  };
  auto far = std::stable_partition(list_.begin(), list_.end(), near);
  if (far != list_.begin()) list_.erase(far, list_.end());
}

void Discourse::describe_place(const Reference& r) {
  Range in = a_.sentences[static_cast<size_t>(r.sentence)].syllables;
  auto word = [&](Index i) { return in.contains(i) ? a_.syllables[static_cast<size_t>(i)].folded : no_word; };
  Place& p = place_;
  p = {};
  p.left = word(r.syllables.begin - 1);
  p.left2 = word(r.syllables.begin - 2);
  p.right = word(r.syllables.end);
  p.right2 = word(r.syllables.end + 1);
  uint32_t start = a_.syllables[static_cast<size_t>(r.syllables.begin)].span.start;
  p.piece = piece_at(start);
  p.relation = relation_at(r.syllables.begin);
  p.opens = r.syllables.begin == in.begin;
  p.kind = pack(static_cast<int>(r.word.kind), r.word.types, r.pointing);
  auto token =
      std::partition_point(a_.tokens.begin(), a_.tokens.end(), [&](const Token& t) { return t.span.end <= start; });
  auto tag = [&](std::ptrdiff_t at) {
    return at < 0 || at >= std::ssize(a_.tokens) ? upos_count
                                                 : static_cast<int>(a_.tokens[static_cast<size_t>(at)].upos);
  };
  std::ptrdiff_t t = token - a_.tokens.begin(), last = t;
  while (last < std::ssize(a_.tokens) && a_.tokens[static_cast<size_t>(last)].syllables.end < r.syllables.end) ++last;
  p.tag = tag(t);
  p.tag_left = tag(t - 1);
  p.tag_right = tag(last + 1);
  if (last + 1 < std::ssize(a_.tokens)) {
    // A word that hangs on the noun narrows it down.
    const Token& next = a_.tokens[static_cast<size_t>(last) + 1];
    p.narrowed = next.head >= t && next.head <= last ? 1 + next.relation : 0;
  }
  if (next_mention_ < a_.mentions.size()) {
    const Mention& m = a_.mentions[next_mention_];
    if (m.sentence == r.sentence && a_.first_syllable(m.span.start) == r.syllables.end) {
      p.next_name = 1 + static_cast<int>(m.type);
      p.next_entity = m.entity;
    }
  }
  p.said = false;
  if (p.piece != none && outside_ != none) {
    Index open = a_.first_syllable(pieces_[static_cast<size_t>(p.piece)].span.start);
    for (Index i = outside_end_; i < open && i < outside_end_ + speech_tokens && !p.said; ++i) p.said = is_saying(i);
    p.before = a_.sentences[static_cast<size_t>(r.sentence)].segment == memory_[static_cast<size_t>(outside_)].segment
                   ? outside_
                   : none;
  }
}

// Who once held a post is spoken of only when the reader knows who that is: "theo chân cựu CEO", but "một cựu CEO",
// "các cựu giám đốc", "cựu CEO của Apple".
bool Discourse::is_definite(const Reference& r) const {
  auto is = [](int tag, std::initializer_list<Upos> kinds) {
    return std::any_of(kinds.begin(), kinds.end(), [&](Upos u) { return tag == static_cast<int>(u); });
  };
  const Place& p = place_;
  const bool counted = is(p.tag_left, {Upos::DET, Upos::NUM});
  const bool goes_on = p.next_name != 0 || (p.narrowed != 0 && !is(p.tag_right, {Upos::VERB, Upos::AUX, Upos::ADV}));
  return r.post == 2 && !counted && !goes_on;
}

void Discourse::features_of_nothing(const Reference& r, Features& out) const {
  const Place& p = place_;
  int chances = 0, ways = 0;
  for (int k = 0; k < 4; ++k) {
    chances |= std::min(chance_[k], 3) << 2 * k;
    ways += chance_[k];
  }
  out.add(100, p.kind);
  out.add(101, r.phrase);
  out.add(102, r.phrase, p.right);
  out.add(103, r.phrase, p.left);
  out.add(104, p.kind, pack(p.tag_right));
  out.add(105, p.kind, pack(p.tag_left));
  out.add(106, p.kind, pack(p.relation));
  out.add(107, p.left, p.kind);
  out.add(108, p.right, p.kind);
  out.add(109, p.kind, pack(p.narrowed, p.tag_right));
  out.add(110, r.phrase, pack(r.pointing, r.syllables.size()));
  out.add(111, r.phrase, pack(p.opens, p.piece != none));
  out.add(112, p.kind, pack(p.opens, p.piece != none, static_cast<int>(segment_kind(r.sentence))));
  out.add(113, p.kind, pack(chances));
  out.add(114, p.kind, pack(p.next_name));
  out.add(115, r.phrase, pack(p.next_name));
  out.add(116, p.left, p.left2);
  out.add(117, p.right, p.right2);
  out.add(118, r.phrase, pack(std::min(ways, 4)));
  out.add(119, p.kind, pack(p.tag, p.tag_left, p.tag_right));
  out.add(120, r.phrase, pack(p.relation, p.narrowed != 0));
  out.add(121, p.left, p.right);
  if (r.post > 0) {
    out.add(122, pack(r.post, p.narrowed != 0, p.next_name, p.tag_left));
    out.add(123, pack(r.post, p.narrowed, p.piece != none), p.kind);
  }
}

Range Discourse::tokens_in(Span span) const {
  auto ends_before = [&](const Token& t) { return t.span.end <= span.start; };
  auto starts_before = [&](const Token& t) { return t.span.start < span.end; };
  auto first = std::partition_point(a_.tokens.begin(), a_.tokens.end(), ends_before);
  auto last = std::partition_point(first, a_.tokens.end(), starts_before);
  return {static_cast<Index>(first - a_.tokens.begin()), static_cast<Index>(last - a_.tokens.begin())};
}

SegmentKind Discourse::segment_kind(Index sentence) const {
  return a_.segments[static_cast<size_t>(a_.sentences[static_cast<size_t>(sentence)].segment)].kind;
}

void Discourse::candidate_features(const Reference& r, size_t at, Features& out) const {
  const Index entity = list_[at];
  const Memory& e = memory_[static_cast<size_t>(entity)];
  const Description& d = descriptions_[static_cast<size_t>(entity)];
  const Place& p = place_;
  const int type = static_cast<int>(e.type);
  auto agreement = [&](Sex sex) {
    return r.word.sex == Sex::unknown ? 0 : sex == Sex::unknown ? 1 : sex == r.word.sex ? 2 : 3;
  };
  int rank = 0, agreeing = 0;
  for (size_t k = 0; k < at; ++k) {
    const Memory& other = memory_[static_cast<size_t>(list_[k])];
    if (other.type != e.type || other.seen == 0) continue;
    ++rank;
    agreeing += agreement(descriptions_[static_cast<size_t>(list_[k])].sex()) != 3;
  }
  rank = std::min(rank, 4);
  agreeing = std::min(agreeing, 4);
  const bool ahead = e.seen == 0;
  const int distance = ahead ? 7 : bucket(r.sentence - e.sentence);
  const int sex = agreement(d.sex());
  const uint64_t k = p.kind;
  const Syllable& first = a_.syllables[static_cast<size_t>(r.syllables.begin)];
  const Index core_end = r.pointing ? r.syllables.end - 1 : r.syllables.end;
  const Syllable& last = a_.syllables[static_cast<size_t>(std::max(core_end - 1, r.syllables.begin))];
  const int named = d.has_phrase(r.phrase) ? 3 : (d.has_edge(first.folded) ? 1 : 0) | (d.has_edge(last.folded) ? 2 : 0);
  const bool whole = d.has_phrase(r.phrase);
  const int again = std::find(e.called.begin(), e.called.end(), r.phrase) != e.called.end() ? 1
                    : std::find(called_.begin(), called_.end(), r.phrase) != called_.end()  ? 2
                                                                                            : 0;
  auto place =
      std::find(frequent_.begin(), frequent_.begin() + std::min<std::ptrdiff_t>(4, std::ssize(frequent_)), entity) -
      frequent_.begin();
  const int often = static_cast<int>(std::min<std::ptrdiff_t>(place, 4));
  out.add(1, r.phrase, pack(type));
  out.add(2, k, pack(type));
  out.add(3, k, pack(distance, type));
  out.add(4, k, pack(rank, type));
  out.add(5, k, pack(distance, rank, type));
  out.add(6, k, pack(sex, std::min(d.males + d.females, 3)));
  out.add(7, k, pack(named, whole, type));
  out.add(8, r.phrase, pack(named, whole, type));
  out.add(9, k, pack(bucket(e.total), e.headline, type));
  out.add(10, k, pack(distance, e.opened, rank, type));
  out.add(11, k, pack(p.piece != none, e.piece == p.piece, e.piece != none, distance));
  out.add(12, k, pack(again, type));
  out.add(13, k, pack(e.by_name, distance, type));
  out.add(14, pack(p.relation, e.relation, std::min(distance, 2), static_cast<int>(r.word.kind)));
  out.add(15, k, pack(often, type, e.place));
  out.add(16, k, pack(agreeing, sex, distance));
  out.add(17, k, pack(e.place, rank, sex, type));
  if (p.piece != none) {
    const Speaker& later = later_[static_cast<size_t>(p.piece)];
    Index group = pieces_[static_cast<size_t>(p.piece)].group;
    Index same = group_speaker_[static_cast<size_t>(group)];
    Index earlier = group > 0 ? group_speaker_[static_cast<size_t>(group) - 1] : none;
    int before = p.before == entity ? (p.said ? 2 : 1) : p.before == none ? 3 : 0;
    int after = later.entity == entity ? (later.said ? 2 : 1) : later.entity == none ? (later.said ? 4 : 3) : 0;
    int known = same == entity ? 2 : same != none ? 1 : 0;
    int went = earlier == entity ? 2 : earlier != none ? 1 : 0;
    auto kind = static_cast<uint64_t>(r.word.kind);
    out.add(18, kind, pack(before, after, type));
    out.add(19, kind, pack(known, went, type));
    out.add(20, kind, pack(before, after, known, went));
    out.add(21, kind, pack(outside_ == entity, p.said, later.said, before), pack(after));
    out.add(22, kind, pack(before, after, rank, type));
    out.add(23, kind, pack(p.opens, went, known));
  }
  out.add(24, k, pack(last_opener_ == entity, opener_ == entity, opener_ != none));
  if (distance == 0) {
    out.add(25, k, pack(bucket((r.syllables.begin - e.behind) / 2), type));
    out.add(26, r.phrase, p.left, pack(bucket(r.syllables.begin - e.behind)));
    out.add(27, k, p.left, pack(opener_ == entity));
  }
  out.add(28, k, pack(e.segment == a_.sentences[static_cast<size_t>(r.sentence)].segment, p.opens, distance));
  if (p.next_entity != none) {
    out.add(29, k, pack(e.country == p.next_entity ? 1 : e.country == none ? 2 : 0, p.next_name));
    out.add(30, k, pack(entity == p.next_entity));
  }
  out.add(31, r.phrase, pack(distance, type));
  out.add(32, r.phrase, pack(rank, type));
  out.add(33, p.left, pack(type, std::min(distance, 2)));
  out.add(34, p.right, pack(type, std::min(distance, 2)));
  out.add(35, k, pack(ahead ? 1 : 0, std::min<int>(bucket(e.first_sentence - r.sentence), 5), type, named));
  out.add(36, k, pack(std::min(chance_[type], 4), rank, type));
  out.add(37, k, pack(named, distance, again));
  bool others = false;  // called so
  for (Index other : list_)
    others = others || (other != entity && descriptions_[static_cast<size_t>(other)].has_phrase(r.phrase));
  out.add(41, k, pack(named, others, d.phrases.empty(), type));
  out.add(42, r.phrase, pack(whole, d.phrases.empty(), others, type));
  out.add(45, r.phrase, pack(d.kinded, named, type));
  out.add(46, k, pack(d.kinded, named, type, others));
  // Who is named later in the sentence is seldom meant before.
  int later = 0;
  for (size_t m = next_mention_; m < a_.mentions.size() && a_.mentions[m].sentence == r.sentence && later == 0; ++m) {
    if (a_.mentions[m].entity == entity) later = m == next_mention_ ? 1 : 2;
    if (m > next_mention_ + 12) break;
  }
  out.add(47, k, pack(later, type, distance));
  out.add(48, k, pack(later, p.relation == 1 ? 0 : static_cast<int>(p.relation), p.opens));
  if (e.type == EntityType::location) {
    out.add(43, r.phrase, pack(d.place));
    out.add(44, k, pack(d.place, named, distance));
  }
  if (r.post > 0) {
    out.add(39, pack(r.post, type, named, distance));
    out.add(40, pack(r.post, type, rank, often));
    out.add(49, pack(r.post, d.in_post, ahead, type), pack(named));
  }
  out.add(38, k, pack(std::min(p.relation == 1 ? 0 : static_cast<int>(p.relation), 60), rank, distance));
}

// "Tổng thống | Mỹ Donald Trump": part of how somebody is named right there.
bool Discourse::leads_name(const Reference& r) const {
  if (r.word.kind != ReferenceKind::nominal || next_mention_ + 1 >= a_.mentions.size()) return false;
  const Mention& country = a_.mentions[next_mention_];
  const Mention& name = a_.mentions[next_mention_ + 1];
  return country.type != EntityType::person && name.type == EntityType::person && country.sentence == r.sentence &&
         a_.first_syllable(country.span.start) == r.syllables.end && country.span.end + 1 >= name.span.start;
}

std::vector<Mention> Discourse::run(Chooser& chooser) {
  std::vector<Mention> found;
  std::vector<Reference> references;
  for (Index s = 0; s < static_cast<Index>(a_.sentences.size()); ++s) {
    const Sentence& sentence = a_.sentences[static_cast<size_t>(s)];
    if (!sentence.told) continue;
    references.clear();
    words_.find(a_, s, references);
    for (Reference& r : references) {
      const Syllable& first = a_.syllables[static_cast<size_t>(r.syllables.begin)];
      const Syllable& last = a_.syllables[static_cast<size_t>(r.syllables.end) - 1];
      see_names_until(first.span.start);
      if (current_ != s) {
        if (opener_ != none) last_opener_ = opener_;
        opener_ = none;
        current_ = s;
      }
      if (leads_name(r)) continue;
      describe_place(r);
      r.definite = is_definite(r);
      shortlist(r);
      if (list_.empty()) continue;
      candidates_.resize(list_.size() + 1);
      for (Candidate& c : candidates_) c.features.clear();
      candidates_[0].entity = none;
      features_of_nothing(r, candidates_[0].features);
      for (size_t k = 0; k < list_.size(); ++k) {
        candidates_[k + 1].entity = list_[k];
        candidate_features(r, k, candidates_[k + 1].features);
      }
      size_t choice = chooser.choose(r, candidates_);
      Index entity = choice < candidates_.size() ? candidates_[choice].entity : none;
      if (entity == none) continue;
      Mention m;
      m.span = {first.span.start, last.span.end};
      if (a_.text[m.span.end - 1] == u'.' && m.span.end == sentence.span.end) --m.span.end;
      m.tokens = tokens_in(m.span);
      m.kind = r.word.kind == ReferenceKind::nominal ? MentionKind::nominal : MentionKind::pronoun;
      m.type = memory_[static_cast<size_t>(entity)].type;
      m.sentence = s;
      m.entity = entity;
      found.push_back(m);
      remember(entity, r.syllables, s, false);
      Memory& e = memory_[static_cast<size_t>(entity)];
      if (std::find(e.called.begin(), e.called.end(), r.phrase) == e.called.end()) e.called.push_back(r.phrase);
      if (std::find(called_.begin(), called_.end(), r.phrase) == called_.end()) called_.push_back(r.phrase);
      if (place_.piece != none && (r.word.kind == ReferenceKind::me || r.word.kind == ReferenceKind::us)) {
        group_speaker_[static_cast<size_t>(pieces_[static_cast<size_t>(place_.piece)].group)] = entity;
      }
      if (r.word.sex == Sex::male) ++descriptions_[static_cast<size_t>(entity)].males;
      if (r.word.sex == Sex::female) ++descriptions_[static_cast<size_t>(entity)].females;
    }
    see_names_until(sentence.span.end);
  }
  return found;
}

}  // namespace ailamgi::identity
