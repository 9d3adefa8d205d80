#include "events/sources.h"

#include <algorithm>

#include "events/phrases.h"
#include "events/surroundings.h"

namespace ailamgi::events {
namespace {

// "doạ đánh họ, | SCMP đưa tin": what is joined by a comma reports together only where it begins with a name.
bool may_report(const Frame& f, Range r) {
  for (Index t = r.begin; t < r.end; ++t) {
    if (!f.is_comma(t)) continue;
    const Index m = f.mention_of(r.begin);
    return m != none && f.article.mentions[static_cast<size_t>(m)].kind == MentionKind::name;
  }
  return true;
}

}  // namespace

void source_candidates(const Frame& f, Range did, const std::vector<Act>& acts, std::vector<SourceCandidate>& out) {
  using Kind = SourceCandidate::Kind;
  out.clear();
  Range in = window(f, did.begin);
  size_t kept = 0;
  for (Index t = in.begin; t < in.end && kept < 6; ++t) {
    if (!f.has(t, Cue::source) || did.contains(t)) continue;
    Index n = t + 1;
    while (n < in.end && n < t + 3 && !f.is_nominal(n)) ++n;
    if (n >= in.end || !f.is_nominal(n) || did.contains(n)) continue;
    Range r{n, f.end_of_phrase(n, in)};
    out.push_back({Kind::according, f.span_of(r), r, f.entity_of(r), nullptr});
    ++kept;
    t = r.end - 1;
  }
  // "…, Reuters đưa tin", "Reuters dẫn lời …".
  kept = 0;
  std::vector<Range> before;
  for (Index t = in.begin + 1; t < in.end && kept < 4; ++t) {
    if (!f.has(t, Cue::news) || f.has(t - 1, Cue::news) || did.contains(t)) continue;
    Index end = t;
    while (end > in.begin && end > t - 4 && (f.token(end - 1).upos == Upos::ADV || f.value_of(end - 1) != none)) --end;
    before.clear();
    noun_phrases(f, {std::max(in.begin, end - 8), end}, 2, before);
    for (Range r : before) {
      if (r.end != end || did.contains(r.begin) || !may_report(f, r)) continue;
      out.push_back({Kind::reporter, f.span_of(r), r, f.entity_of(r), nullptr});
      ++kept;
    }
  }
  kept = 0;
  // Sayings near by; a sentence without end must not make every act look at every other.
  auto here = std::partition_point(acts.begin(), acts.end(), [&](const Act& a) { return a.did.begin < did.begin; });
  auto last = here + std::min<std::ptrdiff_t>(acts.end() - here, 8),
       first = here - std::min<std::ptrdiff_t>(here - acts.begin(), 12);
  for (auto at = last; at != first && kept < 6; --at) {
    const Act& act = *(at - 1);
    if (act.did == did || act.topic.empty() || act.passive ||
        !(f.has(act.did.begin, Cue::say) || f.has(act.did.begin, Cue::think)))
      continue;
    out.push_back({Kind::sayer, act.topic, act.topic_tokens, act.topic_entity, &act});
    ++kept;
  }
  if (Index q = f.quote_of(did.begin); q != none) {
    const Quote& quote = f.article.quotes[static_cast<size_t>(q)];
    if (!quote.speaker_span.empty()) out.push_back({Kind::speaker, quote.speaker_span, {}, quote.speaker, nullptr});
  }
}

void source_features(const Frame& f, Range did, const SourceCandidate& source, Features& out) {
  using Kind = SourceCandidate::Kind;
  Range in = window(f, did.begin);
  auto kind = static_cast<uint64_t>(source.kind);
  bool say = f.has(did.begin, Cue::say), quoted = f.quote_of(did.begin) != none;
  out.add(1, kind, say);
  out.add(2, kind, quoted);
  each_cue(f.cue(did.begin), [&](uint64_t k) { out.add(3, kind, k); });
  if (source.kind == Kind::according) {
    Range r = source.tokens;
    const Between gap = between(f, did, r);
    out.add(4, gap.left, bucket(gap.marks), bucket(gap.verbs));
    out.add(5, gap.left, r.begin - f.sentence(r.begin).begin <= 4);
    out.add(6, gap.left, f.word(r.end, in));
    out.add(7, f.word(r.begin - 1, in));
    out.add(8, f.word(r.begin, in));
    out.add(9, source.entity != none, gap.left);
    out.add(10, f.word(r.begin - 2, in), f.word(r.begin - 1, in));
    each_cue(f.cue(r.begin), [&](uint64_t k) { out.add(11, k); });
  } else if (source.kind == Kind::reporter) {
    Range r = source.tokens;
    const Between gap = between(f, did, r);
    out.add(20, gap.left, bucket(gap.marks), bucket(gap.verbs));
    out.add(21, gap.left, f.word(r.end, in));
    out.add(22, gap.left, r.begin > in.begin && f.is_mark(r.begin - 1), f.sentence(r.begin).end - r.end <= 4);
    auto type =
        source.entity == none ? 9U : static_cast<uint64_t>(f.article.entities[static_cast<size_t>(source.entity)].type);
    out.add(23, type, gap.left);
    out.add(24, f.pos(r.begin, in), bucket(r.size()));
    out.add(25, f.word(r.begin, in));
  } else if (source.kind == Kind::sayer) {
    const Act& act = *source.sayer;
    out.add(12, act.what.contains(did.begin), say);
    out.add(13, f.word(act.did.begin, in), act.what.contains(did.begin));
    each_cue(f.cue(act.did.begin), [&](uint64_t k) { out.add(14, k, act.what.contains(did.begin)); });
    out.add(15, act.did.begin < did.begin, act.what.size() == 0, act.what.contains(did.begin));
    out.add(16, f.quote_of(did.begin) != f.quote_of(act.did.begin), act.what.contains(did.begin));
  }
}

}  // namespace ailamgi::events
