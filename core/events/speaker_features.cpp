#include "events/speaker_features.h"

#include "events/attribution.h"

namespace ailamgi::events {
namespace {

using Kind = SpeakerCandidate::Kind;

// Which words of saying are around, and whether the quotation begins its sentence.
uint64_t cues_around(const Frame& f, const QuoteScene& s) {
  const bool before = last_saying(f, s.before) != none, after = first_saying(f, s.after) != none;
  return (before ? 1U : 0U) + (after ? 2U : 0U) + (s.before.size() <= 1 ? 4U : 0U);
}

// Where a phrase stands, seen from the quotation.
enum Where : uint64_t { in_before, in_after, in_earlier, in_later };

Where where_is(const QuoteScene& s, Range phrase) {
  return s.before.contains(phrase.begin)    ? in_before
         : s.after.contains(phrase.begin)   ? in_after
         : s.earlier.contains(phrase.begin) ? in_earlier
                                            : in_later;
}

// Whether one of the tokens is in a name of the entity, not in a mere mention such as "ông".
bool names(const Frame& f, Range tokens, Index entity) {
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const Index n = f.mention_of(t);
    if (n == none) continue;
    const Mention& mention = f.article.mentions[static_cast<size_t>(n)];
    if (mention.kind == MentionKind::name && mention.entity == entity) return true;
  }
  return false;
}

// The features of one phrase, in groups by what they look at.
class Evidence {
 public:
  Evidence(const Frame& frame, const QuoteScene& scene, const Quote* before, const SpeakerCandidate& who,
           uint64_t cues_around, Features& out);

  void of_phrase() const;
  void of_voice() const;
  void of_sayings() const;
  void of_distance() const;
  void of_neighbours() const;
  void of_head() const;
  void of_others() const;
  void of_whom_it_stands_for(const Cast& cast) const;
  void of_quoted_words() const;
  void of_word_before() const;
  void of_verb_before() const;

 private:
  const Frame& f_;
  const QuoteScene& s_;
  const SpeakerCandidate& who_;
  Features& out_;
  const Range all_, r_;
  const uint64_t cues_around_;
  const Where where_;
  const Range in_;           // the sentence, or what of it is beside the quotation
  const bool spoke_before_;  // the entity, in the quotation before
  const Index mention_;      // that the phrase begins with
  const uint64_t type_;      // of the entity
  Index next_ = none;        // the nearest word of saying behind the phrase
  Index voice_ = none;       // the nearest word that leads up to words without being one of saying, before `next_`
  bool comma_ = false;       // before `next_`
};

Evidence::Evidence(const Frame& frame, const QuoteScene& scene, const Quote* before, const SpeakerCandidate& who,
                   uint64_t cues_around, Features& out)
    : f_(frame),
      s_(scene),
      who_(who),
      out_(out),
      all_(all_tokens(frame)),
      r_(who.tokens),
      cues_around_(cues_around),
      where_(where_is(scene, who.tokens)),
      in_(where_ == in_before  ? scene.before
          : where_ == in_after ? scene.after
                               : frame.sentence(who.tokens.begin)),
      spoke_before_(before != nullptr && before->speaker != none && before->speaker == who.entity),
      mention_(frame.mention_of(who.tokens.begin)),
      type_(who.entity == none ? 9U
                               : static_cast<uint64_t>(frame.article.entities[static_cast<size_t>(who.entity)].type)) {
  for (Index t = r_.end; t < in_.end && t < r_.end + 25; ++t) {
    if (f_.has(t, Cue::say)) {
      next_ = t;
      break;
    }
    if (voice_ == none && f_.has(t, Cue::voice)) voice_ = t;
    comma_ = comma_ || f_.is_comma(t);
  }
}

void Evidence::of_phrase() const {
  const uint64_t mention =
      mention_ == none ? 9U : static_cast<uint64_t>(f_.article.mentions[static_cast<size_t>(mention_)].kind);
  out_.add(10, where_, cues_around_);
  out_.add(11, where_, type_, cues_around_);
  out_.add(12, where_, mention, type_);
  out_.add(13, where_, spoke_before_);
  out_.add(14, f_.pos(r_.begin, all_), r_.size() == 1 ? f_.word(r_.begin, all_) : 0, where_);
  each_cue(f_.cue(r_.begin), [&](uint64_t k) { out_.add(15, k, where_); });
}

void Evidence::of_voice() const {
  if (voice_ == none) return;
  const Index subject = f_.subject[static_cast<size_t>(voice_)];
  out_.add(52, where_, bucket(voice_ - r_.end), next_ != none);
  out_.add(53, where_, f_.word(voice_, all_), next_ != none);
  out_.add(54, where_, subject == none ? 2U : r_.contains(subject) ? 1U : 0U, next_ != none);
}

// The nearest word of saying behind the phrase, and before it.
void Evidence::of_sayings() const {
  if (next_ != none) {
    const Index subject = f_.subject[static_cast<size_t>(next_)];
    const uint64_t apart = bucket(next_ - r_.end);
    out_.add(16, where_, apart, comma_);
    out_.add(17, where_, f_.word(next_, all_));
    out_.add(18, where_, type_, apart);
    out_.add(19, static_cast<uint64_t>(subject != none && r_.contains(subject)), where_);
    if (where_ == in_before) out_.add(20, bucket(in_.end - next_), apart);
    if (where_ == in_earlier) out_.add(21, static_cast<uint64_t>(f_.unit(in_.end - 1) == u':'), apart);
  } else {
    out_.add(22, where_, type_);
  }
  for (Index t = r_.begin - 1; t >= in_.begin && t > r_.begin - 8; --t) {
    if (!f_.has(t, Cue::say) && !f_.has(t, Cue::source)) continue;
    out_.add(23, where_, bucket(r_.begin - t));
    out_.add(24, where_, f_.word(t, all_), bucket(r_.begin - t));
    break;
  }
}

void Evidence::of_distance() const {
  const bool behind = where_ == in_after || where_ == in_later;
  const Index distance = behind ? r_.begin - s_.after.begin : s_.before.end - r_.end;
  out_.add(25, where_, bucket(distance));
  out_.add(26, where_, bucket(distance), cues_around_);
  out_.add(27, where_, bucket(r_.begin - f_.sentence(r_.begin).begin));
  if (where_ == in_earlier)
    out_.add(28, bucket(s_.sentence - f_.token(r_.begin).sentence), type_, s_.before.size() <= 1);
}

void Evidence::of_neighbours() const {
  out_.add(29, f_.word(r_.begin - 1, all_), where_);
  out_.add(30, f_.pos(r_.begin - 1, all_), f_.pos(r_.end, all_), where_);
  out_.add(31, f_.word(r_.end, all_), where_);
  out_.add(32, bucket(r_.size()), type_, where_);
}

// The word of the phrase that the rest hangs on, and what that hangs on.
void Evidence::of_head() const {
  for (Index t = r_.begin; t < r_.end && t < r_.begin + 12; ++t) {
    const Index h = f_.token(t).head;
    if (h != none && r_.contains(h)) continue;
    const Relation relation = f_.token(t).relation;
    out_.add(35, relation, h == none ? 0U : f_.has(h, Cue::say) ? 1U : f_.is_verb(h) ? 2U : 3U, where_);
    out_.add(36, relation, h == none ? 0U : h < r_.begin ? 1U : 2U, type_);
    break;
  }
}

// Others named between the phrase and the word of saying, or the quotation.
void Evidence::of_others() const {
  if (next_ != none || where_ == in_after) {
    const Range gap = where_ == in_after ? Range{s_.after.begin, r_.begin} : Range{r_.end, next_};
    Index others = 0, last = none;
    for (Index t = gap.begin; t < gap.end; ++t) {
      const Index n = f_.mention_of(t);
      others += n != none && n != last;
      last = n;
    }
    out_.add(37, where_, bucket(others), next_ != none);
    out_.add(38, where_, bucket(others), type_);
  }
  out_.add(39, r_.begin > 0 && in_.contains(r_.begin - 1) && f_.is_nominal(r_.begin - 1), type_, where_);
}

void Evidence::of_whom_it_stands_for(const Cast& cast) const {
  if (names(f_, r_, who_.entity)) return;
  const Cast::Fit fit = cast.fit(r_, who_.entity);
  const uint64_t stands = (who_.entity == none ? 0U : 1U) + (who_.rank == none ? 0U : 1U);
  const bool titled = f_.has(r_.begin, Cue::title), mentioned = mention_ != none;
  out_.add(40, stands, titled, mentioned);
  out_.add(41, stands, fit.honorific, mentioned);
  out_.add(42, stands, fit.title, fit.head);
  out_.add(43, stands, fit.title, bucket(r_.size()));
  out_.add(44, stands, static_cast<uint64_t>(who_.rank) + 1, fit.honorific);
  out_.add(45, stands, fit.named, mentioned);
  out_.add(46, stands, type_, f_.word(r_.begin, all_));
  out_.add(47, stands, spoke_before_, fit.honorific);
  const Index apart = fit.last == none ? 99 : f_.token(r_.begin).sentence - f_.token(fit.last).sentence;
  out_.add(48, stands, bucket(apart), fit.honorific);
  // Whether it was the first named of its sentence, and did something there.
  if (fit.last != none) out_.add(49, stands, bucket(fit.last - f_.sentence(fit.last).begin), bucket(apart));
}

// Who speaks seldom names himself.
void Evidence::of_quoted_words() const {
  out_.add(50, who_.entity != none && names(f_, opening(s_), who_.entity), where_, type_);
}

void Evidence::of_word_before() const {
  if (r_.begin <= in_.begin) {
    out_.add(33, false, where_, next_ != none);
    return;
  }
  out_.add(33, f_.is_verb(r_.begin - 1), where_, next_ != none);
  if (f_.is_comma(r_.begin - 1)) out_.add(34, where_, bucket(r_.begin - s_.after.begin));
}

// Who does what leads up to the quotation: "A cho biết B gọi đó là “…”" has B's words.
void Evidence::of_verb_before() const {
  if (where_ != in_before) return;
  for (Index t = s_.before.end - 1; t >= r_.end && t >= s_.before.end - 12; --t) {
    if (!f_.is_verb(t)) continue;
    const Index subject = f_.subject[static_cast<size_t>(t)];
    const uint64_t does = subject == none ? 2U : r_.contains(subject) ? 1U : 0U;
    out_.add(56, does, next_ == none ? 0U : next_ == t ? 1U : 2U);
    out_.add(57, does, f_.word(t, all_));
    break;
  }
}

}  // namespace

void speaker_features(const Frame& frame, const Cast& cast, const QuoteScene& scene, const Quote* before,
                      const SpeakerCandidate& who, Features& out) {
  const auto kind = static_cast<uint64_t>(who.kind);
  const uint64_t around = cues_around(frame, scene);
  out.add(1, kind);
  out.add(2, kind, around);
  if (who.kind != Kind::phrase) {
    if (before == nullptr) return;
    const uint64_t apart = bucket(scene.sentence - before->sentence);
    out.add(3, kind, apart, around);
    out.add(4, kind, before->speaker != none, apart);
    out.add(5, kind, scene.piece.continued);
    return;
  }
  const Evidence evidence(frame, scene, before, who, around, out);
  evidence.of_phrase();
  evidence.of_voice();
  evidence.of_sayings();
  evidence.of_distance();
  evidence.of_neighbours();
  evidence.of_head();
  evidence.of_others();
  evidence.of_whom_it_stands_for(cast);
  evidence.of_quoted_words();
  evidence.of_word_before();
  evidence.of_verb_before();
}

}  // namespace ailamgi::events
