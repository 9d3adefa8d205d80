#include "support/invariants.h"

#include <algorithm>
#include <vector>

namespace ailamgi::support {
namespace {

bool splits_pair(std::u16string_view text, uint32_t offset) {
  return offset > 0 && offset < text.size() && (text[offset - 1] & 0xFC00) == 0xD800 &&
         (text[offset] & 0xFC00) == 0xDC00;
}

class Check {
 public:
  Check(const Article& a, std::u16string_view given) : a_(a), given_(given) {}

  std::string run() {
    origin();
    segments();
    sentences();
    tokens();
    mentions();
    values();
    entities();
    quotes();
    events();
    summary();
    return wrong_;
  }

 private:
  void require(bool kept, const char* what, size_t at) {
    if (!kept && wrong_.empty()) wrong_ = std::string(what) + " (number " + std::to_string(at) + ")";
  }
  static size_t at(Index i) { return static_cast<size_t>(i); }
  template <class T>
  static bool resolves(Index i, const std::vector<T>& items) {
    return i == none || (i >= 0 && at(i) < items.size());
  }
  // Well placed in the text, and not empty.
  bool placed(Span s) const {
    return s.start < s.end && s.end <= a_.text.size() && !splits_pair(a_.text, s.start) && !splits_pair(a_.text, s.end);
  }
  bool placed_or_empty(Span s) const { return s.empty() || placed(s); }
  static bool fits(Range r, size_t items) { return 0 <= r.begin && r.begin <= r.end && at(r.end) <= items; }

  void origin() {
    if (a_.origin.empty()) {
      require(a_.text == given_, "text without a way back differs from the text given", 0);
      return;
    }
    require(a_.origin.size() == a_.text.size() + 1, "the way back has another length than the text", 0);
    if (!wrong_.empty()) return;
    require(a_.origin.back() == given_.size(), "the way back ends elsewhere than the text given", 0);
    for (size_t i = 0; i < a_.origin.size(); ++i) {
      require(i == 0 || a_.origin[i - 1] <= a_.origin[i], "the way back turns", i);
      require(a_.origin[i] <= given_.size(), "the way back leaves the text given", i);
      // The second half of a pair that is in both texts leads to a second half.
      if (!splits_pair(a_.text, static_cast<uint32_t>(i)))
        require(!splits_pair(given_, a_.origin[i]), "the way back splits a character", i);
    }
  }

  void segments() {
    Index sentence = 0;
    for (size_t i = 0; i < a_.segments.size(); ++i) {
      const Segment& s = a_.segments[i];
      require(placed(s.span), "a segment is misplaced", i);
      require(i == 0 || a_.segments[i - 1].span.end <= s.span.start, "segments overlap", i);
      require(s.sentences.begin == sentence && s.sentences.end >= sentence, "segments do not share the sentences", i);
      sentence = s.sentences.end;
    }
    require(at(sentence) == a_.sentences.size(), "sentences without a segment", 0);
  }

  void sentences() {
    Index syllable = 0, token = 0;
    for (size_t i = 0; i < a_.sentences.size() && wrong_.empty(); ++i) {
      const Sentence& s = a_.sentences[i];
      require(placed(s.span), "a sentence is misplaced", i);
      require(s.segment >= 0 && at(s.segment) < a_.segments.size(), "a sentence's segment does not resolve", i);
      if (!wrong_.empty()) return;
      const Segment& segment = a_.segments[at(s.segment)];
      require(segment.sentences.contains(static_cast<Index>(i)), "a sentence and its segment disagree", i);
      require(segment.span.contains(s.span), "a sentence leaves its segment", i);
      require(i == 0 || a_.sentences[i - 1].span.end <= s.span.start, "sentences overlap", i);
      require(s.syllables.begin == syllable && s.syllables.end > syllable && fits(s.syllables, a_.syllables.size()),
              "sentences do not share the syllables", i);
      if (!wrong_.empty()) return;
      syllable = s.syllables.end;
      for (Index k = s.syllables.begin; k < s.syllables.end; ++k) {
        const Syllable& y = a_.syllables[at(k)];
        require(placed(y.span) && s.span.contains(y.span), "a syllable is misplaced", at(k));
        require(k == 0 || a_.syllables[at(k) - 1].span.end <= y.span.start, "syllables overlap", at(k));
      }
      if (a_.tokens.empty()) continue;
      require(s.tokens.begin == token && s.tokens.end > token && fits(s.tokens, a_.tokens.size()),
              "sentences do not share the tokens", i);
      token = s.tokens.end;
    }
    require(at(syllable) == a_.syllables.size() && at(token) == a_.tokens.size(), "things without a sentence", 0);
  }

  void tokens() {
    if (a_.tokens.empty() || !wrong_.empty()) return;
    bool parsed = std::any_of(a_.tokens.begin(), a_.tokens.end(), [](const Token& t) { return t.head != none; }) ||
                  a_.tokens.size() == a_.sentences.size();
    for (size_t i = 0; i < a_.sentences.size() && wrong_.empty(); ++i) {
      const Sentence& s = a_.sentences[i];
      Index syllable = s.syllables.begin;
      int roots = 0;
      for (Index k = s.tokens.begin; k < s.tokens.end && wrong_.empty(); ++k) {
        const Token& t = a_.tokens[at(k)];
        require(t.sentence == static_cast<Index>(i), "a token and its sentence disagree", at(k));
        require(t.syllables.begin == syllable && t.syllables.end > syllable && t.syllables.end <= s.syllables.end,
                "tokens do not share the syllables", at(k));
        if (!wrong_.empty()) return;
        syllable = t.syllables.end;
        require(t.span.start == a_.syllables[at(t.syllables.begin)].span.start &&
                    t.span.end == a_.syllables[at(t.syllables.end) - 1].span.end,
                "a token is not its syllables", at(k));
        require(t.head == none || (s.tokens.contains(t.head) && t.head != k), "a head does not resolve", at(k));
        roots += t.head == none;
      }
      require(syllable == s.syllables.end, "syllables without a token", i);
      require(!parsed || roots == 1, "a sentence has not one root", i);
      if (parsed && wrong_.empty()) tree(s.tokens, i);
    }
  }

  // Every token leads to the root.
  void tree(Range tokens, size_t sentence) {
    reached_.assign(at(tokens.size()), 0);
    for (Index k = tokens.begin; k < tokens.end; ++k) {
      Index up = k;
      auto mark = static_cast<uint32_t>(k - tokens.begin + 1);
      while (up != none && reached_[at(up - tokens.begin)] == 0) {
        reached_[at(up - tokens.begin)] = mark;
        up = a_.tokens[at(up)].head;
      }
      require(up == none || reached_[at(up - tokens.begin)] != mark, "heads run in a circle", sentence);
      if (!wrong_.empty()) return;
    }
  }

  void mentions() {
    for (size_t i = 0; i < a_.mentions.size() && wrong_.empty(); ++i) {
      const Mention& m = a_.mentions[i];
      require(placed(m.span), "a mention is misplaced", i);
      require(i == 0 || a_.mentions[i - 1].span.end <= m.span.start, "mentions overlap", i);
      require(m.sentence >= 0 && at(m.sentence) < a_.sentences.size(), "a mention's sentence does not resolve", i);
      require(resolves(m.entity, a_.entities), "a mention's entity does not resolve", i);
      if (!wrong_.empty()) return;
      const Sentence& s = a_.sentences[at(m.sentence)];
      require(s.span.contains(m.span), "a mention leaves its sentence", i);
      if (a_.tokens.empty()) continue;
      require(s.tokens.begin <= m.tokens.begin && m.tokens.begin < m.tokens.end && m.tokens.end <= s.tokens.end,
              "a mention's tokens lie outside its sentence", i);
      if (!wrong_.empty()) return;
      require(a_.tokens[at(m.tokens.begin)].span.end > m.span.start &&
                  a_.tokens[at(m.tokens.end) - 1].span.start < m.span.end,
              "a mention's tokens do not touch it", i);
    }
  }

  void values() {
    for (size_t i = 0; i < a_.values.size(); ++i) {
      const Value& v = a_.values[i];
      require(placed(v.span), "a value is misplaced", i);
      require(i == 0 || a_.values[i - 1].span.end <= v.span.start, "values overlap", i);
      require(v.sentence >= 0 && at(v.sentence) < a_.sentences.size(), "a value's sentence does not resolve", i);
      if (!wrong_.empty()) return;
      require(a_.sentences[at(v.sentence)].span.contains(v.span), "a value leaves its sentence", i);
    }
  }

  void entities() {
    Index before = none;
    for (size_t i = 0; i < a_.entities.size() && wrong_.empty(); ++i) {
      const Entity& e = a_.entities[i];
      require(placed(e.name), "an entity's name is misplaced", i);
      for (Span s : e.aliases) require(placed(s), "an alias is misplaced", i);
      require(!e.mentions.empty(), "an entity has no mention", i);
      Index first_name = none, last = none;
      for (Index m : e.mentions) {
        require(m > last && at(m) < a_.mentions.size(), "an entity's mentions do not resolve in order", i);
        if (!wrong_.empty()) return;
        last = m;
        require(a_.mentions[at(m)].entity == static_cast<Index>(i), "a mention and its entity disagree", i);
        if (first_name == none && a_.mentions[at(m)].kind == MentionKind::name) first_name = m;
      }
      require(first_name != none, "an entity has no name", i);
      require(first_name > before, "entities are not by first name", i);
      before = first_name;
      for (const Role& r : e.roles) {
        require(placed(r.title), "a title is misplaced", i);
        require(resolves(r.organization, a_.entities), "a role's organisation does not resolve", i);
        require(r.sentence >= 0 && at(r.sentence) < a_.sentences.size(), "a role's sentence does not resolve", i);
      }
      require(e.salience <= 10000, "salience above one", i);
    }
  }

  void quotes() {
    for (size_t i = 0; i < a_.quotes.size(); ++i) {
      const Quote& q = a_.quotes[i];
      require(placed(q.span) && placed_or_empty(q.speaker_span) && placed_or_empty(q.cue), "a quote is misplaced", i);
      require(i == 0 || a_.quotes[i - 1].span.end <= q.span.start, "quotes overlap", i);
      require(q.sentence >= 0 && at(q.sentence) < a_.sentences.size(), "a quote's sentence does not resolve", i);
      require(resolves(q.speaker, a_.entities), "a speaker does not resolve", i);
    }
  }

  void events() {
    for (size_t i = 0; i < a_.events.size() && wrong_.empty(); ++i) {
      const Event& e = a_.events[i];
      require(e.sentence >= 0 && at(e.sentence) < a_.sentences.size(), "an event's sentence does not resolve", i);
      require(placed(e.did), "a deed is misplaced", i);
      require(e.predicate >= 0 && at(e.predicate) < a_.tokens.size(), "a predicate does not resolve", i);
      if (!wrong_.empty()) return;
      const Sentence& s = a_.sentences[at(e.sentence)];
      require(s.span.contains(e.did) && s.tokens.contains(e.predicate), "a deed leaves its sentence", i);
      for (const Argument* x : {&e.who, &e.what, &e.when, &e.where, &e.source}) {
        require(placed_or_empty(x->span), "an argument is misplaced", i);
        require(resolves(x->entity, a_.entities), "an argument's entity does not resolve", i);
        require(resolves(x->value, a_.values), "an argument's value does not resolve", i);
      }
      require(e.salience <= 10000, "salience above one", i);
    }
  }

  void summary() {
    require(a_.summary.size() <= 5, "more than five statements", 0);
    for (size_t i = 0; i < a_.summary.size(); ++i)
      require(a_.summary[i].event >= 0 && at(a_.summary[i].event) < a_.events.size(), "a statement does not resolve",
              i);
    for (size_t i = 0; i < a_.digests.size(); ++i) {
      const Digest& d = a_.digests[i];
      require(d.entity >= 0 && at(d.entity) < a_.entities.size(), "a digest's entity does not resolve", i);
      for (const auto* events : {&d.did, &d.received})
        for (Index e : *events) require(e >= 0 && at(e) < a_.events.size(), "a digest's event does not resolve", i);
      for (Index q : d.said) require(q >= 0 && at(q) < a_.quotes.size(), "a digest's quote does not resolve", i);
    }
    for (size_t i = 0; i < a_.links.size(); ++i) {
      const Link& l = a_.links[i];
      require(l.from >= 0 && at(l.from) < a_.entities.size() && l.to >= 0 && at(l.to) < a_.entities.size(),
              "a link does not resolve", i);
      for (Index e : l.events) require(e >= 0 && at(e) < a_.events.size(), "a link's event does not resolve", i);
    }
  }

  const Article& a_;
  std::u16string_view given_;
  std::string wrong_;
  std::vector<uint32_t> reached_;
};

}  // namespace

std::string broken_promise(const Article& article, std::u16string_view given) {
  return Check(article, given).run();
}

}  // namespace ailamgi::support
