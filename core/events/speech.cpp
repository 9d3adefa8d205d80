#include "events/speech.h"

#include <algorithm>

#include "events/attribution.h"

namespace ailamgi::events {
namespace {

// The features of one piece, in groups by where they look.
class Evidence {
 public:
  Evidence(const Frame& frame, const QuoteScene& scene, Features& out);

  void of_form() const;
  void of_word_before() const;
  void of_sayings() const;
  void of_voice() const;
  void of_verb_before() const;
  void of_quoted_words() const;
  void of_word_after() const;
  void of_sentence() const;
  void of_ends() const;

 private:
  const Frame& f_;
  const QuoteScene& s_;
  Features& out_;
  const Range all_;
  const uint64_t length_;
  const Index said_before_, said_after_;
  bool capital_ = false, comma_after_ = false;
  bool starts_ = false;  // its paragraph
};

Evidence::Evidence(const Frame& frame, const QuoteScene& scene, Features& out)
    : f_(frame),
      s_(scene),
      out_(out),
      all_(all_tokens(frame)),
      length_(bucket(scene.tokens.size())),
      said_before_(last_saying(frame, scene.before)),
      said_after_(first_saying(frame, scene.after)) {
  const Article& a = f_.article;
  const Span span = s_.piece.span;
  const Index first = s_.tokens.begin;
  capital_ = a.text[span.start] != u'"' && s_.tokens.size() > 0 &&
             a.syllables[static_cast<size_t>(f_.token(first).syllables.begin)].shape != Shape::lower;
  comma_after_ = span.end + 1 < a.text.size() && (a.text[span.end + 1] == u',' || a.text[span.end - 1] == u',');
  starts_ = span.start <= a.segments[static_cast<size_t>(s_.piece.segment)].span.start + 1;
}

void Evidence::of_form() const {
  const Article& a = f_.article;
  const Piece& piece = s_.piece;
  const Segment& paragraph = a.segments[static_cast<size_t>(piece.segment)];
  const auto kind = static_cast<uint64_t>(paragraph.kind);
  const char16_t last = a.text[piece.span.end - 1];
  const bool ends = last == u'.' || last == u'!' || last == u'?' || last == u'…';
  const bool finishes = piece.span.end + 2 >= paragraph.span.end;
  out_.add(1, 0);
  out_.add(2, length_);
  out_.add(3, piece.single, piece.closed, piece.continued);
  out_.add(4, capital_, ends, comma_after_);
  out_.add(5, capital_, length_);
  out_.add(6, ends, length_);
  out_.add(7, kind, length_);
  out_.add(8, starts_, finishes, capital_);
  out_.add(9, starts_, length_, kind);
}

// The word before the mark, or a colon or comma there.
void Evidence::of_word_before() const {
  Index at = s_.before.end - 1;
  while (at >= s_.before.begin && !f_.is_word(at) && f_.unit(at) != u':' && f_.unit(at) != u',' &&
         at > s_.before.end - 4)
    --at;
  if (at < s_.before.begin) {
    out_.add(17, length_);
    return;
  }
  out_.add(10, f_.word(at, all_));
  out_.add(11, f_.pos(at, all_), length_);
  out_.add(12, static_cast<uint64_t>(f_.unit(at) == u':'), capital_, length_);
  each_cue(f_.cue(at), [&](uint64_t k) { out_.add(13, k, length_); });
  out_.add(14, f_.cluster(at, all_));
  if (at - 1 < s_.before.begin) return;
  out_.add(15, f_.word(at - 1, all_), f_.word(at, all_));
  each_cue(f_.cue(at - 1), [&](uint64_t k) { out_.add(16, k); });
}

void Evidence::of_sayings() const {
  out_.add(18, said_before_ != none, said_after_ != none, length_);
  if (said_before_ != none) out_.add(19, bucket(s_.before.end - said_before_), length_);
  if (said_after_ != none) out_.add(20, bucket(said_after_ - s_.after.begin), capital_);
}

// What leads up to somebody's words without being a word of saying.
void Evidence::of_voice() const {
  for (Index t = s_.before.end - 1; t >= s_.before.begin && t >= s_.before.end - 25; --t) {
    if (!f_.has(t, Cue::voice)) continue;
    Index marks = 0;
    for (Index k = t + 1; k < s_.before.end - 1; ++k) marks += f_.is_mark(k);
    out_.add(34, bucket(s_.before.end - t), length_, bucket(marks));
    out_.add(35, f_.word(t, all_), bucket(s_.before.end - t));
    out_.add(36, f_.word(t, all_), capital_);
    break;
  }
}

// The verb that leads up to the quotation: "doạ", "hoan nghênh", "gọi đó là".
void Evidence::of_verb_before() const {
  for (Index t = s_.before.end - 1; t >= s_.before.begin && t >= s_.before.end - 12; --t) {
    if (f_.token(t).upos != Upos::VERB) continue;
    const uint64_t apart = bucket(s_.before.end - t);
    out_.add(29, f_.word(t, all_), s_.before.end - t <= 3);
    out_.add(30, f_.cluster(t, all_), s_.before.end - t <= 3);
    out_.add(31, f_.word(t, all_), length_);
    each_cue(f_.cue(t), [&](uint64_t k) { out_.add(32, k, apart, length_); });
    if (Index h = f_.token(t).head; h != none) each_cue(f_.cue(h), [&](uint64_t k) { out_.add(33, k, length_); });
    break;
  }
}

void Evidence::of_quoted_words() const {
  const Range words = opening(s_);
  bool verb = false, person = false, comma = false, name = false;
  for (Index t = words.begin; t < words.end; ++t) {
    verb = verb || f_.is_verb(t);
    person = person || f_.has(t, Cue::first_person);
    comma = comma || f_.is_comma(t);
    name = name || f_.mention_of(t) != none;
  }
  out_.add(21, verb, person, comma);
  out_.add(22, verb, length_, capital_);
  out_.add(23, name, length_);
}

void Evidence::of_word_after() const {
  if (s_.after.size() <= 0) return;
  Index t = s_.after.begin;
  while (t + 1 < s_.after.end && !f_.is_word(t) && !f_.is_comma(t) && f_.unit(t) != u'.') ++t;
  out_.add(24, f_.word(t, all_));
  out_.add(25, f_.pos(t, all_), length_);
}

// A whole sentence of its own that an attribution follows ("…", X nói), or that goes on from one before.
void Evidence::of_sentence() const {
  const bool begins_sentence = s_.before.size() <= 1;
  const bool said_near = said_after_ != none && said_after_ - s_.after.begin < 12;
  out_.add(33, begins_sentence, comma_after_, said_after_ != none);
  out_.add(34, begins_sentence * 2U + capital_, comma_after_, said_near);
  out_.add(26, last_saying(f_, s_.earlier) != none, starts_, length_);
}

void Evidence::of_ends() const {
  if (s_.tokens.size() <= 0) return;
  out_.add(27, f_.word(s_.tokens.begin, all_));
  out_.add(28, f_.pos(s_.tokens.begin, all_), f_.pos(s_.tokens.end - 1, all_), length_);
}

}  // namespace

void speech_features(const Frame& frame, const QuoteScene& scene, Features& out) {
  const Evidence evidence(frame, scene, out);
  evidence.of_form();
  evidence.of_word_before();
  evidence.of_sayings();
  evidence.of_voice();
  evidence.of_verb_before();
  evidence.of_quoted_words();
  evidence.of_word_after();
  evidence.of_sentence();
  evidence.of_ends();
}

bool is_speech(const Frame& frame, const SparseWeights& weights, std::span<const QuoteScene> scenes) {
  // Enough to know a voice by.
  constexpr size_t most = 16;
  const QuoteScene& first = scenes.front();
  if (first.piece.dash) return first_saying(frame, first.after) != none;
  int32_t score = 0;
  Features features;
  for (size_t k = 0; k < std::min(most, scenes.size()) && scenes[k].piece.group == first.piece.group; ++k) {
    features.clear();
    speech_features(frame, scenes[k], features);
    score += score_of(weights, features);
  }
  return score > 0;
}

}  // namespace ailamgi::events
