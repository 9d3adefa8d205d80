#include "events/quotes.h"

#include <algorithm>

#include "events/phrases.h"
#include "events/weights.h"

namespace ailamgi {
namespace events {
namespace {

// Tokens looked at before and after a quotation, in its own sentence and around it.
constexpr Index near = 40, far = 70;

const Sentence& sentence_at(const Frame& f, Index s) {
  return f.article.sentences[static_cast<size_t>(s)];
}

// The first token that ends after `at`.
Index token_at(const Article& a, uint32_t at) {
  auto it = std::partition_point(a.tokens.begin(), a.tokens.end(), [&](const Token& t) { return t.span.end <= at; });
  return static_cast<Index>(it - a.tokens.begin());
}

Index nearest_cue(const Frame& f, Range in, bool from_end) {
  for (Index i = 0; i < in.size() && i < 25; ++i) {
    Index t = from_end ? in.end - 1 - i : in.begin + i;
    if (f.has(t, Cue::say)) return t;
  }
  return none;
}

}  // namespace

std::vector<QuoteScene> quote_scenes(const Frame& frame, const std::vector<Piece>& pieces) {
  const Article& a = frame.article;
  std::vector<QuoteScene> scenes;
  scenes.reserve(pieces.size());
  for (size_t i = 0; i < pieces.size(); ++i) {
    QuoteScene s;
    // Context comes from the ends of the whole quotation; groups are short (text/quote_marks.h).
    size_t first = i, last = i;
    while (first > 0 && pieces[first - 1].group == pieces[i].group && i - first < 16) --first;
    while (last + 1 < pieces.size() && pieces[last + 1].group == pieces[i].group && last - i < 16) ++last;
    s.piece = pieces[i];
    s.tokens = {token_at(a, pieces[i].span.start), token_at(a, pieces[i].span.end)};
    Index begin = token_at(a, pieces[first].span.start), end = token_at(a, pieces[last].span.end);
    auto count = static_cast<Index>(a.tokens.size());
    if (begin < count) {
      s.sentence = a.tokens[static_cast<size_t>(begin)].sentence;
      Range in = sentence_at(frame, s.sentence).tokens;
      s.before = {std::max(in.begin, begin - near), begin};
      s.earlier = {s.before.begin, s.before.begin};
      if (s.before.begin == in.begin) {
        Index from = in.begin;
        for (Index k = s.sentence - 1; k >= 0 && k >= s.sentence - 3; --k) {
          if (sentence_at(frame, k).told) from = sentence_at(frame, k).tokens.begin;
        }
        s.earlier = {std::max(from, in.begin - far), in.begin};
      }
    }
    if (end > begin && end <= count) {
      s.last_sentence = a.tokens[static_cast<size_t>(end - 1)].sentence;
      Range in = sentence_at(frame, s.last_sentence).tokens;
      // A closing mark and an attribution may have been cut off as a sentence of their own.
      Index to = in.end;
      if (end < count)
        to = std::max(to,
                      std::min(sentence_at(frame, a.tokens[static_cast<size_t>(end)].sentence).tokens.end, end + near));
      bool same_paragraph = end < count && sentence_at(frame, a.tokens[static_cast<size_t>(end)].sentence).segment ==
                                               sentence_at(frame, s.last_sentence).segment;
      if (!same_paragraph) to = std::max(in.end, end);
      s.after = {end, std::min(to, end + near)};
      Index next = s.after.end;
      s.later = {next, next};
      if (next < count) {
        const Sentence& after = sentence_at(frame, a.tokens[static_cast<size_t>(next)].sentence);
        if (after.told) s.later = {next, std::min(after.tokens.end, next + near)};
      }
    }
    scenes.push_back(s);
  }
  return scenes;
}

void speech_features(const Frame& f, const QuoteScene& s, const Piece& piece, Features& out) {
  const Article& a = f.article;
  Range all = {0, static_cast<Index>(a.tokens.size())};
  Index n = s.tokens.size();
  out.add(1, 0);
  out.add(2, bucket(n));
  out.add(3, piece.single, piece.closed, piece.continued);
  char16_t first = a.text[piece.span.start], last = a.text[piece.span.end - 1];
  bool capital = first != u'"' && n > 0 &&
                 a.syllables[static_cast<size_t>(f.token(s.tokens.begin).syllables.begin)].shape != Shape::lower;
  bool ends = last == u'.' || last == u'!' || last == u'?' || last == u'…';
  bool comma_after = piece.span.end + 1 < a.text.size() && (a.text[piece.span.end + 1] == u',' || last == u',');
  out.add(4, capital, ends, comma_after);
  out.add(5, capital, bucket(n));
  out.add(6, ends, bucket(n));
  auto kind = static_cast<uint64_t>(a.segments[static_cast<size_t>(piece.segment)].kind);
  out.add(7, kind, bucket(n));
  bool starts = piece.span.start <= a.segments[static_cast<size_t>(piece.segment)].span.start + 1;
  bool finishes = piece.span.end + 2 >= a.segments[static_cast<size_t>(piece.segment)].span.end;
  out.add(8, starts, finishes, capital);
  out.add(9, starts, bucket(n), kind);
  // The word before the mark, and the mark's own neighbour.
  Index at = s.before.end - 1;
  while (at >= s.before.begin && !f.is_word(at) && f.unit(at) != u':' && f.unit(at) != u',' && at > s.before.end - 4)
    --at;
  if (at >= s.before.begin) {
    out.add(10, f.word(at, all));
    out.add(11, f.pos(at, all), bucket(n));
    out.add(12, static_cast<uint64_t>(f.unit(at) == u':'), capital, bucket(n));
    each_cue(f.cue(at), [&](uint64_t k) { out.add(13, k, bucket(n)); });
    out.add(14, f.cluster(at, all));
    if (at - 1 >= s.before.begin) {
      out.add(15, f.word(at - 1, all), f.word(at, all));
      each_cue(f.cue(at - 1), [&](uint64_t k) { out.add(16, k); });
    }
  } else {
    out.add(17, bucket(n));
  }
  Index said_before = nearest_cue(f, s.before, true), said_after = nearest_cue(f, s.after, false);
  out.add(18, said_before != none, said_after != none, bucket(n));
  if (said_before != none) out.add(19, bucket(s.before.end - said_before), bucket(n));
  if (said_after != none) out.add(20, bucket(said_after - s.after.begin), capital);
  // What leads up to somebody's words without being a word of saying.
  for (Index t = s.before.end - 1; t >= s.before.begin && t >= s.before.end - 25; --t) {
    if (!f.has(t, Cue::voice)) continue;
    Index marks = 0;
    for (Index k = t + 1; k < s.before.end - 1; ++k) marks += f.is_mark(k);
    out.add(34, bucket(s.before.end - t), bucket(n), bucket(marks));
    out.add(35, f.word(t, all), bucket(s.before.end - t));
    out.add(36, f.word(t, all), capital);
    break;
  }
  // The verb that leads up to the quotation: "doạ", "hoan nghênh", "gọi đó là".
  for (Index t = s.before.end - 1; t >= s.before.begin && t >= s.before.end - 12; --t) {
    if (f.token(t).upos != Upos::VERB) continue;
    uint64_t apart = bucket(s.before.end - t);
    out.add(29, f.word(t, all), s.before.end - t <= 3);
    out.add(30, f.cluster(t, all), s.before.end - t <= 3);
    out.add(31, f.word(t, all), bucket(n));
    each_cue(f.cue(t), [&](uint64_t k) { out.add(32, k, apart, bucket(n)); });
    if (Index h = f.token(t).head; h != none) each_cue(f.cue(h), [&](uint64_t k) { out.add(33, k, bucket(n)); });
    break;
  }
  bool verb = false, person = false, comma = false, name = false;
  for (Index t = s.tokens.begin; t < s.tokens.end && t < s.tokens.begin + near; ++t) {
    verb = verb || f.token(t).upos == Upos::VERB || f.token(t).upos == Upos::AUX;
    person = person || f.has(t, Cue::first_person);
    comma = comma || f.is_comma(t);
    name = name || f.mention_of(t) != none;
  }
  out.add(21, verb, person, comma);
  out.add(22, verb, bucket(n), capital);
  out.add(23, name, bucket(n));
  if (s.after.size() > 0) {
    Index t = s.after.begin;
    while (t + 1 < s.after.end && !f.is_word(t) && !f.is_comma(t) && f.unit(t) != u'.') ++t;
    out.add(24, f.word(t, all));
    out.add(25, f.pos(t, all), bucket(n));
  }
  // A whole sentence of its own that an attribution follows: "…", X nói.
  bool begins_sentence = s.before.size() <= 1;
  out.add(33, begins_sentence, comma_after, said_after != none);
  out.add(34, begins_sentence * 2U + capital, comma_after, said_after != none && said_after - s.after.begin < 12);
  Index inside_say = nearest_cue(f, s.earlier, true);
  out.add(26, inside_say != none, starts, bucket(n));
  if (n > 0) {
    out.add(27, f.word(s.tokens.begin, all));
    out.add(28, f.pos(s.tokens.begin, all), f.pos(s.tokens.end - 1, all), bucket(n));
  }
}

Cast cast_of(const Frame& frame, const std::vector<Piece>& pieces) {
  std::vector<Span> spans;
  spans.reserve(pieces.size());
  for (const Piece& piece : pieces) spans.push_back(piece.span);
  return {frame, spans};
}

namespace {

// Whom a phrase names: the last person of its unbroken beginning ("phát ngôn viên Bộ Y tế | Trần Nam", "bà Hoa |, chủ
// quán"), or whom else it stands for.
Index named_in(const Frame& f, Range r) {
  Index last = none;
  for (Index t = r.begin; t < r.end; ++t) {
    Index m = f.mention_of(t);
    if (m == none) {
      if (f.token(t).upos == Upos::ADP || (f.is_comma(t) && last != none)) break;
      continue;
    }
    const Mention& mention = f.article.mentions[static_cast<size_t>(m)];
    if (mention.kind == MentionKind::name && mention.type == EntityType::person) last = mention.entity;
  }
  return last != none ? last : f.entity_of(r);
}

// Whether a phrase may stand for somebody named elsewhere: "ông", "nữ ca sĩ", "Ngoại trưởng Mỹ".
bool may_refer(const Frame& f, Range r, Index entity) {
  Index m = f.mention_of(r.begin);
  if (m != none && f.article.mentions[static_cast<size_t>(m)].kind != MentionKind::name) return true;
  if (entity != none || r.size() > 6) return false;
  for (Index t = r.begin; t < r.end; ++t) {
    Index inside = f.mention_of(t);
    if (inside == none) continue;
    const Mention& named = f.article.mentions[static_cast<size_t>(inside)];
    if (named.kind == MentionKind::name && named.type == EntityType::person) return false;
  }
  return f.has(r.begin, Cue::title) || f.has(r.begin, Cue::type) || f.token(r.begin).upos == Upos::PRON;
}

// Adds each phrase that goes on to the word of saying with a verb in it: "bạn đồng hành của anh", "một người đi đường".
void reach_cue(const Frame& f, Range in, std::vector<Range>& phrases, size_t from) {
  constexpr Index longest = 12;
  const size_t found = phrases.size();
  for (size_t i = from; i < found; ++i) {
    if (i + 1 < found && phrases[i + 1].begin == phrases[i].begin) continue;
    Range r = phrases[i];
    Index say = r.end;
    while (say < in.end && say < r.begin + longest && !f.has(say, Cue::say) && !f.is_mark(say)) ++say;
    if (say >= in.end || !f.has(say, Cue::say)) continue;
    while (say > r.end && (f.token(say - 1).upos == Upos::ADV || f.has(say - 1, Cue::aspect) ||
                           f.value_of(say - 1) != none || f.has(say - 1, Cue::time)))
      --say;
    bool predicate = false;  // "bà Lan đã mua nhà …" is no phrase
    for (Index t = r.end; t < say; ++t) predicate = predicate || f.has(t, Cue::aspect) || f.has(t, Cue::negation);
    if (say > r.end && !predicate) phrases.push_back({r.begin, say});
  }
}

}  // namespace

void speaker_candidates(const Frame& f, const Cast& cast, const QuoteScene& s, const Quote* before,
                        std::vector<SpeakerCandidate>& out) {
  using Kind = SpeakerCandidate::Kind;
  out.clear();
  out.push_back({});
  if (before != nullptr) out.push_back({Kind::same_as_before, {}, before->speaker});
  std::vector<Range> phrases;
  noun_phrases(f, s.earlier, 10, phrases);
  for (Range in : {s.before, s.after}) {
    const size_t from = phrases.size();
    noun_phrases(f, in, 8, phrases);
    reach_cue(f, in, phrases, from);
  }
  const size_t near_by = phrases.size();
  noun_phrases(f, s.later, 4, phrases);
  std::vector<Index> named;
  for (size_t i = 0; i < phrases.size(); ++i) {
    Range r = phrases[i];
    Index own = named_in(f, r);
    out.push_back({Kind::phrase, r, own});
    if (i >= near_by || !may_refer(f, r, own)) continue;
    cast.recent(r.begin, 3, named);
    for (size_t k = 0; k < named.size(); ++k) {
      if (named[k] != own) out.push_back({Kind::phrase, r, named[k], static_cast<Index>(k)});
    }
  }
}

void speaker_features(const Frame& f, const Cast& cast, const QuoteScene& s, const Quote* before,
                      const SpeakerCandidate& who, Features& out) {
  using Kind = SpeakerCandidate::Kind;
  auto kind = static_cast<uint64_t>(who.kind);
  Index said_before = nearest_cue(f, s.before, true), said_after = nearest_cue(f, s.after, false);
  bool starts = s.before.size() <= 1;
  uint64_t cues_around = (said_before != none ? 1U : 0U) + (said_after != none ? 2U : 0U) + (starts ? 4U : 0U);
  out.add(1, kind);
  out.add(2, kind, cues_around);
  if (who.kind != Kind::phrase) {
    if (before != nullptr) {
      Index apart = s.sentence - before->sentence;
      out.add(3, kind, bucket(apart), cues_around);
      out.add(4, kind, before->speaker != none, bucket(apart));
      out.add(5, kind, s.piece.continued);
    }
    return;
  }
  Range all = {0, static_cast<Index>(f.article.tokens.size())};
  Range r = who.tokens;
  uint64_t where = s.before.contains(r.begin) ? 0 : s.after.contains(r.begin) ? 1 : s.earlier.contains(r.begin) ? 2 : 3;
  Range in = where == 0 ? s.before : where == 1 ? s.after : f.sentence(r.begin);
  bool comma = before != nullptr && before->speaker != none && before->speaker == who.entity;
  auto type = who.entity == none ? 9U : static_cast<uint64_t>(f.article.entities[static_cast<size_t>(who.entity)].type);
  Index m = f.mention_of(r.begin);
  uint64_t mention = m == none ? 9U : static_cast<uint64_t>(f.article.mentions[static_cast<size_t>(m)].kind);
  out.add(10, where, cues_around);
  out.add(11, where, type, cues_around);
  out.add(12, where, mention, type);
  out.add(13, where, comma);
  out.add(14, f.pos(r.begin, all), r.size() == 1 ? f.word(r.begin, all) : 0, where);
  each_cue(f.cue(r.begin), [&](uint64_t k) { out.add(15, k, where); });
  // The nearest word of saying after the phrase, or before it.
  Index next = none, prior = none;
  bool gap_comma = false;
  Index voice = none;
  for (Index t = r.end; t < in.end && t < r.end + 25; ++t) {
    if (f.has(t, Cue::say)) {
      next = t;
      break;
    }
    if (voice == none && f.has(t, Cue::voice)) voice = t;
    gap_comma = gap_comma || f.is_comma(t);
  }
  if (voice != none) {
    out.add(52, where, bucket(voice - r.end), next != none);
    out.add(53, where, f.word(voice, all), next != none);
    Index subject = f.subject[static_cast<size_t>(voice)];
    out.add(54, where, subject == none ? 2U : r.contains(subject) ? 1U : 0U, next != none);
  }
  for (Index t = r.begin - 1; t >= in.begin && t > r.begin - 8; --t) {
    if (f.has(t, Cue::say) || f.has(t, Cue::source)) {
      prior = t;
      break;
    }
  }
  if (next != none) {
    out.add(16, where, bucket(next - r.end), gap_comma);
    out.add(17, where, f.word(next, all));
    out.add(18, where, type, bucket(next - r.end));
    out.add(19,
            static_cast<uint64_t>(f.subject[static_cast<size_t>(next)] != none &&
                                  r.contains(f.subject[static_cast<size_t>(next)])),
            where);
    if (where == 0) out.add(20, bucket(in.end - next), bucket(next - r.end));
    if (where == 2)
      out.add(21, static_cast<uint64_t>(f.unit(f.sentence(r.begin).end - 1) == u':'), bucket(next - r.end));
  } else {
    out.add(22, where, type);
  }
  if (prior != none) {
    out.add(23, where, bucket(r.begin - prior));
    out.add(24, where, f.word(prior, all), bucket(r.begin - prior));
  }
  Index distance = where == 1 || where == 3 ? r.begin - s.after.begin : s.before.end - r.end;
  out.add(25, where, bucket(distance));
  out.add(26, where, bucket(distance), cues_around);
  out.add(27, where, bucket(r.begin - f.sentence(r.begin).begin));
  if (where == 2) out.add(28, bucket(s.sentence - f.token(r.begin).sentence), type, starts);
  out.add(29, f.word(r.begin - 1, all), where);
  out.add(30, f.pos(r.begin - 1, all), f.pos(r.end, all), where);
  out.add(31, f.word(r.end, all), where);
  out.add(32, bucket(r.size()), type, where);
  // The word of the phrase that the rest hangs on, and what that hangs on.
  for (Index t = r.begin; t < r.end && t < r.begin + 12; ++t) {
    Index h = f.token(t).head;
    if (h != none && r.contains(h)) continue;
    out.add(35, f.token(t).relation, h == none ? 0U : f.has(h, Cue::say) ? 1U : f.is_verb(h) ? 2U : 3U, where);
    out.add(36, f.token(t).relation, h == none ? 0U : h < r.begin ? 1U : 2U, type);
    break;
  }
  // Others named between the phrase and the word of saying, or the quotation.
  if (next != none || where == 1) {
    Index from = where == 1 ? s.after.begin : r.end, to = where == 1 ? r.begin : next;
    Index others = 0, last = none;
    for (Index t = from; t < to; ++t) {
      Index n = f.mention_of(t);
      others += n != none && n != last;
      last = n;
    }
    out.add(37, where, bucket(others), next != none);
    out.add(38, where, bucket(others), type);
  }
  out.add(39, r.begin > 0 && in.contains(r.begin - 1) && f.is_nominal(r.begin - 1), type, where);
  // For whom the phrase stands.
  auto fit = cast.fit(r, who.entity);
  uint64_t other = who.rank == none ? 0 : 1;
  bool names_entity = false;  // by name, not as "ông"
  for (Index t = r.begin; t < r.end; ++t) {
    Index n = f.mention_of(t);
    if (n == none) continue;
    const Mention& inside = f.article.mentions[static_cast<size_t>(n)];
    names_entity = names_entity || (inside.kind == MentionKind::name && inside.entity == who.entity);
  }
  if (!names_entity) {
    uint64_t stands = (who.entity == none ? 0U : 1U) + other;
    bool titled = f.has(r.begin, Cue::title), pronoun = m != none;
    out.add(40, stands, titled, pronoun);
    out.add(41, stands, fit.honorific, pronoun);
    out.add(42, stands, fit.title, fit.head);
    out.add(43, stands, fit.title, bucket(r.size()));
    out.add(44, stands, static_cast<uint64_t>(who.rank) + 1, fit.honorific);
    out.add(45, stands, fit.named, pronoun);
    out.add(46, stands, type, f.word(r.begin, all));
    out.add(47, stands, comma, fit.honorific);
    Index apart = fit.last == none ? 99 : f.token(r.begin).sentence - f.token(fit.last).sentence;
    out.add(48, stands, bucket(apart), fit.honorific);
    if (fit.last != none) {
      // Whether it was the first named of its sentence, and did something there.
      Range there = f.sentence(fit.last);
      out.add(49, stands, bucket(fit.last - there.begin), bucket(apart));
    }
  }
  // Who speaks seldom names himself.
  bool inside_quote = false;
  if (who.entity != none) {
    for (Index t = s.tokens.begin; t < s.tokens.end && t < s.tokens.begin + near; ++t) {
      Index n = f.mention_of(t);
      if (n == none) continue;
      const Mention& inside = f.article.mentions[static_cast<size_t>(n)];
      inside_quote = inside_quote || (inside.kind == MentionKind::name && inside.entity == who.entity);
    }
  }
  out.add(50, inside_quote, where, type);
  bool after_verb = r.begin > in.begin && f.is_verb(r.begin - 1);
  out.add(33, after_verb, where, next != none);
  if (r.begin > 0 && r.begin - 1 >= in.begin && f.is_comma(r.begin - 1))
    out.add(34, where, bucket(r.begin - s.after.begin));
}

Span cue_of(const Frame& f, const QuoteScene& s, Range speaker) {
  if (speaker.size() > 0) {
    Range in = f.sentence(speaker.begin);
    for (Index t = speaker.end; t < in.end && t < speaker.end + 25; ++t) {
      if (!f.has(t, Cue::say) || s.tokens.contains(t)) continue;
      Index end = t + 1;
      while (end < in.end && end < t + 3 && f.has(end, Cue::say)) ++end;
      return f.span_of({t, end});
    }
    for (Index t = speaker.begin - 1; t >= in.begin && t > speaker.begin - 8; --t) {
      if (f.has(t, Cue::say) && !s.tokens.contains(t)) return f.span_of({t, t + 1});
    }
  }
  Index t = nearest_cue(f, s.after, false);
  if (t == none) t = nearest_cue(f, s.before, true);
  return t == none ? Span{} : f.span_of({t, t + 1});
}

namespace {

// Whether two candidates come to the same: the same entity, or nearly the same words for nobody named.
bool alike(const Frame& f, const Quote* before, const SpeakerCandidate& a, const SpeakerCandidate& b) {
  using Kind = SpeakerCandidate::Kind;
  if (a.kind == Kind::nobody || b.kind == Kind::nobody) return a.kind == b.kind;
  if (a.entity != b.entity) return false;
  if (a.entity != none) return true;
  auto words = [&](const SpeakerCandidate& c) {
    return c.kind == Kind::same_as_before ? before->speaker_span : f.span_of(c.tokens);
  };
  Span x = words(a), y = words(b);
  uint32_t start = std::max(x.start, y.start), end = std::min(x.end, y.end);
  return start < end && 4 * (end - start) >= x.size() + y.size();
}

// The best candidate of those that share the most of the chances. O(candidates x best few).
size_t likeliest(const Frame& f, const Quote* before, const std::vector<SpeakerCandidate>& candidates,
                 const std::vector<int32_t>& scores) {
  constexpr size_t few = 6;
  std::vector<size_t> order(candidates.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const size_t kept = std::min(few, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    [&](size_t a, size_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
  const int32_t top = scores[order[0]];
  size_t best = order[0];
  uint64_t most = 0;
  for (size_t i = 0; i < kept; ++i) {
    uint64_t sum = 0;
    for (size_t k = 0; k < candidates.size(); ++k) {
      if (alike(f, before, candidates[order[i]], candidates[k])) sum += exponential(scores[k] - top);
    }
    if (sum > most) {
      most = sum;
      best = order[i];
    }
  }
  return best;
}

}  // namespace
}  // namespace events

std::optional<QuoteFinder> QuoteFinder::open(const Model& model) {
  return open(model, model.section("quotes"));
}

std::optional<QuoteFinder> QuoteFinder::open(const Model& model, Bytes section) {
  auto cues = Cues::open(model);
  auto first_person = events::FirstPerson::open(model);
  auto names = RelationNames::open(model);
  if (!cues || !first_person || !names) return std::nullopt;
  QuoteFinder finder(*cues, *first_person, events::KnownRelations::of(*names));
  SectionReader in(section);
  auto speech = NameWeights::read(in), speaker = NameWeights::read(in);
  if (!speech || !speaker || speech->labels() != 1 || speaker->labels() != 1) return std::nullopt;
  finder.speech_ = *speech;
  finder.speaker_ = *speaker;
  return finder;
}

void QuoteFinder::run(Article& article) const {
  using namespace events;
  article.quotes.clear();
  auto pieces = find_pieces(article);
  if (pieces.empty()) return;
  Frame frame(article, cues_, relations_);
  auto scenes = quote_scenes(frame, pieces);
  const Cast cast = cast_of(frame, pieces);
  Features features;
  std::vector<SpeakerCandidate> candidates;
  std::vector<int32_t> scores;
  Index group = none;
  int32_t said = 0;
  for (size_t i = 0; i < scenes.size(); ++i) {
    if (scenes[i].tokens.size() == 0) continue;
    // One voice over several paragraphs is speech in all of them or in none.
    if (i == 0 || pieces[i].group != pieces[i - 1].group) {
      said = 0;
      for (size_t k = i; k < scenes.size() && k < i + 16 && pieces[k].group == pieces[i].group; ++k) {
        features.clear();
        speech_features(frame, scenes[k], pieces[k], features);
        said += score_of(speech_, features);
      }
      // Dialogue after a dash: speech when it says who says so.
      if (pieces[i].dash) said = nearest_cue(frame, scenes[i].after, false) == none ? -1 : 1;
    }
    if (said <= 0) continue;
    Quote quote;
    quote.span = pieces[i].span;
    quote.sentence = frame.token(scenes[i].tokens.begin).sentence;
    const Quote* before = article.quotes.empty() ? nullptr : &article.quotes.back();
    if (before != nullptr && pieces[i].group == group) {
      quote.speaker = before->speaker;
      quote.speaker_span = before->speaker_span;
      quote.cue = before->cue;
    } else {
      speaker_candidates(frame, cast, scenes[i], before, candidates);
      scores.clear();
      for (const SpeakerCandidate& c : candidates) {
        features.clear();
        speaker_features(frame, cast, scenes[i], before, c, features);
        scores.push_back(score_of(speaker_, features));
      }
      const SpeakerCandidate& best = candidates[likeliest(frame, before, candidates, scores)];
      if (best.kind == SpeakerCandidate::Kind::same_as_before) {
        quote.speaker = before->speaker;
        quote.speaker_span = before->speaker_span;
      } else if (best.kind == SpeakerCandidate::Kind::phrase) {
        quote.speaker = best.entity;
        quote.speaker_span = frame.span_of(best.tokens);
      }
      quote.cue = cue_of(frame, scenes[i], best.tokens);
    }
    group = pieces[i].group;
    article.quotes.push_back(quote);
  }
  first_person_.bind(article);
}

}  // namespace ailamgi
