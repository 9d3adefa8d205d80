#include "events/flags.h"

#include <algorithm>

#include "events/surroundings.h"

namespace ailamgi::events {

void flag_features(const Frame& f, Range did, const Act* before, Features& out) {
  Index t = did.begin;
  Range in = window(f, t);
  uint64_t w = f.word(t, in), c = f.cluster(t, in);
  out.add(1, 0);
  out.add(2, w);
  out.add(3, c);
  each_cue(f.cue(t), [&](uint64_t k) { out.add(4, k); });
  Index a = auxiliary_start(f, t, in);
  for (Index k = t - 1; k >= in.begin && k >= t - 8; --k) {
    uint64_t near = k >= a ? 0 : t - k <= 3 ? 1 : 2;
    out.add(5, f.word(k, in), near);
    each_cue(f.cue(k), [&](uint64_t cue) { out.add(6, cue, near); });
    if (near == 0) out.add(7, f.word(k, in), c);
  }
  out.add(8, f.word(t - 1, in), w);
  out.add(9, f.word(t - 1, in), f.word(t - 2, in));
  for (Index k = did.begin + 1; k < did.end; ++k) out.add(10, f.word(k, in));
  out.add(11, f.word(did.end, in));
  out.add(12, f.pos(did.end, in), f.word(t - 1, in));
  // The mark of the passive may stand further off: "bị | nhà đầu tư | đòi".
  for (Index k = t - 1; k >= in.begin && k >= t - 12; --k) {
    if (f.is_mark(k)) break;
    if (f.marks_passive(k)) {
      bool verb = false;
      for (Index j = k + 1; j < t; ++j) verb = verb || f.token(j).upos == Upos::VERB;
      out.add(13, f.word(k, in), verb, bucket(t - k));
      out.add(14, f.word(k, in), verb, w);
      out.add(15, f.word(k, in), verb, c);
      break;
    }
  }
  Index o = opener(f, t, in);
  out.add(16, f.word(o, in));
  each_cue(f.cue(o), [&](uint64_t k) { out.add(17, k); });
  out.add(18, f.word(in.begin, in));
  each_cue(f.cue(in.begin), [&](uint64_t k) { out.add(19, k); });
  bool maybe = false, planned = false;
  for (Index k = t - 1; k >= in.begin && k > t - 25; --k) {
    maybe = maybe || f.has(k, Cue::maybe);
    planned = planned || f.has(k, Cue::plan);
  }
  out.add(20, maybe, planned, f.quote_of(t) != none);
  out.add(21, segment_kind(f, t));
  if (before != nullptr) {
    const bool comma = mark_since(f, *before, t);
    auto mode = static_cast<uint64_t>(before->mode);
    out.add(22, f.word(before->did.begin, in), comma);
    each_cue(f.cue(before->did.begin), [&](uint64_t k) {
      out.add(23, k, comma);
      out.add(24, k, bucket(t - before->did.end));
    });
    out.add(25, mode, comma, a < t);
    out.add(26, before->negated, comma, bucket(t - before->did.end));
    out.add(27, before->passive, comma, a < t);
  } else {
    Index v = verb_before(f, t, in);
    out.add(28, v == none ? 0 : f.word(v, in));
    if (v != none) each_cue(f.cue(v), [&](uint64_t k) { out.add(29, k); });
  }
  // Does a mark of denial, plan, doubt or the passive reach the verb with no other verb between?
  for (Cue kind :
       {Cue::negation, Cue::passive, Cue::plan, Cue::maybe, Cue::negverb, Cue::ask, Cue::promise, Cue::purpose}) {
    Index verbs = 0;
    auto number = static_cast<uint64_t>(kind);
    for (Index k = t - 1; k >= in.begin && k > t - 16 && verbs < 2; --k) {
      if (f.is_mark(k) && f.mention_of(k) == none) break;
      if (kind == Cue::passive ? f.marks_passive(k) : f.has(k, kind)) {
        bool governs = f.token(t).head == k;
        bool names = k + 1 < t && f.is_nominal(k + 1);
        out.add(40, number, bucket(verbs), f.quote_of(k) == f.quote_of(t));
        out.add(41, number, bucket(verbs), k >= a);
        out.add(42, number, governs, names);
        out.add(43, number, bucket(verbs), f.word(k, in));
        break;
      }
      if (f.token(k).upos == Upos::VERB && !f.has(k, Cue::aspect) && !f.has(k, Cue::light)) ++verbs;
    }
  }
  const Token& token = f.token(t);
  out.add(30, token.relation);
  if (token.head != none) {
    out.add(31, token.relation, f.token(token.head).folded);
    each_cue(f.cue(token.head), [&](uint64_t k) { out.add(32, k, token.relation); });
  }
}

Mode marked_mode(const Frame& f, Range did) {
  for (Index k = did.begin; k + 1 < did.end; ++k) {
    if (f.has(k, Cue::hedge)) return Mode::maybe;
    if (f.has(k, Cue::intent)) return Mode::plan;
  }
  const Index from = f.sentence(did.begin).begin;
  for (Index k = did.begin - 1; k >= from && k >= did.begin - 8; --k) {
    if (f.has(k, Cue::hedge)) return Mode::maybe;
    if (f.has(k, Cue::intent)) return Mode::plan;
    Upos pos = f.token(k).upos;
    bool light = pos == Upos::ADV || pos == Upos::AUX || f.has(k, Cue::aspect) || f.has(k, Cue::negation);
    if (!light || f.mention_of(k) != none) break;
  }
  return Mode::fact;
}

Index passive_mark(const Frame& f, Range did) {
  const Index from = std::max(f.sentence(did.begin).begin, did.begin - 12);
  for (Index k = did.begin - 1; k >= from; --k) {
    if (f.marks_passive(k)) return k;
    if (f.is_mark(k) && f.mention_of(k) == none) break;
  }
  return none;
}

bool shares_passive(const Frame& f, Range did, const Act* before) {
  if (before == nullptr || !before->passive || did.begin - before->did.end > 12) return false;
  const Index joint = did.begin - 1;
  if (joint < before->did.end || !(f.is_comma(joint) || f.token(joint).upos == Upos::CCONJ)) return false;
  for (Index k = before->did.end; k < joint; ++k) {
    if (f.is_mark(k) || f.has(k, Cue::link)) return false;
  }
  if (f.has(did.begin, Cue::say) || f.has(did.begin, Cue::cause)) return false;
  // "bị tạt axit, | cắt gân chân": alike in having one.
  const bool alike = f.is_comma(joint) && f.has_object[static_cast<size_t>(before->did.begin)] != 0 &&
                     f.coordinated[static_cast<size_t>(did.begin)] != 0 && hangs_on(f, did, before);
  if (alike) return true;
  if (f.has_object[static_cast<size_t>(did.begin)] != 0) return false;
  return did.end >= f.sentence(did.begin).end || !f.is_nominal(did.end);
}

namespace {

// Whether an agent stands between the mark of the passive and the act: "bị | công an Hà Nội | bắt".
bool has_agent(const Frame& f, Range did) {
  const Index from = f.sentence(did.begin).begin;
  Index k = did.begin - 1;
  while (k >= from && k > did.begin - 12 && f.is_nominal(k)) --k;
  if (k < from || k + 1 == did.begin || !f.marks_passive(k)) return false;
  return f.mention_of(k + 1) != none || f.mention_of(did.begin - 1) != none;
}

// "chưa | được UBND tỉnh phê duyệt": however long the agent between the mark and the act.
bool is_passive_denied(const Frame& f, Range did) {
  const Index mark = passive_mark(f, did);
  return mark != none && mark > f.sentence(mark).begin && f.has(mark - 1, Cue::negation);
}

// "chỉ đạo Đại sứ quán | cử cán bộ túc trực": what somebody is to do.
bool is_asked_for(const Frame& f, Range did, const Act* asking) {
  if (asking == nullptr || asking->passive || !f.has(asking->did.end - 1, Cue::ask)) return false;
  Index k = asking->did.end;
  while (k < did.begin && f.is_nominal(k)) ++k;
  return k == did.begin && k > asking->did.end;
}

// "muốn Công ty Sao Mai | xin lỗi", "không muốn thấy con | chết": what somebody wishes, however long who is to do it.
bool is_wished_for(const Frame& f, Range did) {
  const Index from = f.sentence(did.begin).begin, wish = f.token(did.begin).head;
  if (wish < from || wish >= did.begin) return false;
  const bool seen = wish > from && f.is_verb(wish) && f.has(wish - 1, Cue::intent);
  if (!seen && !f.has(wish, Cue::intent)) return false;
  for (Index k = wish + 1; k < did.begin; ++k) {
    if (f.is_mark(k) || f.token(k).upos == Upos::CCONJ) return false;
  }
  return true;
}

}  // namespace

void set_flags(const Frame& f, const int32_t (&scores)[flag_labels], const Act* before, Act& act) {
  const Range did = act.did;
  act.passive = scores[0] > 0 || has_agent(f, did) || shares_passive(f, did, before);
  act.negated = (scores[1] > 0 || (act.passive && is_passive_denied(f, did))) && !goes_on(f, did.begin);
  if (std::max(scores[2], scores[3]) > 0) act.mode = scores[2] > scores[3] ? Mode::plan : Mode::maybe;
  // A reader must not be told as a fact what the text calls a guess.
  if (act.mode == Mode::fact) act.mode = marked_mode(f, did);
  if (act.mode == Mode::fact && !act.passive && is_asked_for(f, did, before)) act.mode = Mode::plan;
  if (act.mode == Mode::fact && is_wished_for(f, did)) act.mode = Mode::plan;
}

}  // namespace ailamgi::events
