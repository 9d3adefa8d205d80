#include "events/speakers.h"

#include "events/phrases.h"

namespace ailamgi::events {
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
  // "mẹ cậu bé", "cả cha mẹ": kin of somebody, mostly nobody named.
  if (r.size() > 1 && (f.has(r.begin, Cue::kin) || f.has(r.begin + 1, Cue::kin))) return false;
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
  size_t from = phrases.size();
  noun_phrases(f, s.before, 8, phrases);
  reach_cue(f, s.before, phrases, from);
  from = phrases.size();
  first_noun_phrases(f, s.after, 8, phrases);
  reach_cue(f, s.after, phrases, from);
  const size_t near_by = phrases.size();
  first_noun_phrases(f, s.later, 4, phrases);
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

Cast cast_of(const Frame& frame, const std::vector<Piece>& pieces) {
  std::vector<Span> spans;
  spans.reserve(pieces.size());
  for (const Piece& piece : pieces) spans.push_back(piece.span);
  return {frame, spans};
}

}  // namespace ailamgi::events
