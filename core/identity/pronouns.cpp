#include "identity/pronouns.h"

#include <algorithm>
#include <string_view>

#include "model/hash.h"

namespace ailamgi::identity {
namespace {

constexpr Index farthest = 3;  // sentences back
constexpr Index longest = 3;   // tokens of a pronoun

class Walk {
 public:
  Walk(const Article& a, const Lexicon& l, ListId list) : a_(a), lexicon_(l), list_(list), sex_(a.entities.size(), 0) {}

  std::vector<Mention> run() {
    for (Index s = 0; s < static_cast<Index>(a_.sentences.size()); ++s) {
      if (a_.sentences[static_cast<size_t>(s)].told) sentence(s);
    }
    return std::move(found_);
  }

 private:
  // A pronoun goes on about whom the sentence before was about, its first person rather than its last.
  void sentence(Index s) {
    if (first_.entity != none) latest_[0] = first_;
    first_ = {};
    Range tokens = a_.sentences[static_cast<size_t>(s)].tokens;
    for (Index t = tokens.begin; t < tokens.end;) {
      const Token& token = a_.tokens[static_cast<size_t>(t)];
      while (next_ < a_.mentions.size() && a_.mentions[next_].span.start <= token.span.start) see(a_.mentions[next_++]);
      if (next_ > 0 && a_.mentions[next_ - 1].span.overlaps(token.span)) {
        ++t;
        continue;
      }
      t += std::max<Index>(1, pronoun(s, t, tokens.end));
    }
  }

  void see(const Mention& m) {
    if (m.entity == none) return;
    auto type = static_cast<size_t>(m.type);
    if (type < 2) latest_[type] = m;
    if (m.type == EntityType::person && first_.entity == none) first_ = m;
  }

  // The number of tokens of a pronoun that begins at `t`, 0 when none does.
  Index pronoun(Index s, Index t, Index end) {
    uint64_t phrase = 0;
    std::string_view kind;
    Index length = 0;
    for (Index i = t; i < end && i < t + longest; ++i) {
      const Token& token = a_.tokens[static_cast<size_t>(i)];
      Index first = token.syllables.begin;
      for (Index k = first; k < token.syllables.end; ++k) {
        uint64_t h = a_.syllables[static_cast<size_t>(k)].folded;
        phrase = i == t && k == first ? h : extend_phrase(phrase, h);
      }
      Lexicon::Entry entry = lexicon_.find(phrase);
      if (Lexicon::in(entry, list_)) {
        kind = lexicon_.value(entry, list_);
        length = i - t + 1;
      }
    }
    if (length == 0) return 0;
    Span span{a_.tokens[static_cast<size_t>(t)].span.start, a_.tokens[static_cast<size_t>(t + length) - 1].span.end};
    bool person = kind.substr(0, 3) == "PER";
    char sex = person && kind.size() > 4 ? kind[4] : '\0';
    if (person && names_next(t + length, end, sex)) return length;
    const Mention& last = latest_[person ? 0 : 1];
    if (last.entity == none || s - last.sentence > farthest) return length;
    char known = sex_[static_cast<size_t>(last.entity)];
    if (sex != '\0' && known != '\0' && known != sex) return length;
    Mention m = last;
    m.span = span;
    m.tokens = {t, t + length};
    m.kind = kind.find("PER") == 0 ? MentionKind::pronoun : MentionKind::nominal;
    m.sentence = s;
    latest_[person ? 0 : 1] = m;
    if (person && first_.entity == none) first_ = m;
    found_.push_back(m);
    return length;
  }

  // "ông Hải", "chị em": no pronoun, but the first tells the sex of who is named.
  bool names_next(Index t, Index end, char sex) {
    if (t >= end) return false;
    const Token& next = a_.tokens[static_cast<size_t>(t)];
    bool named = next_ < a_.mentions.size() && a_.mentions[next_].span.start == next.span.start;
    if (named && a_.mentions[next_].type == EntityType::person && a_.mentions[next_].entity != none) {
      sex_[static_cast<size_t>(a_.mentions[next_].entity)] = sex;
    }
    return named || next.upos == Upos::NOUN || next.upos == Upos::PROPN;
  }

  const Article& a_;
  const Lexicon& lexicon_;
  ListId list_;
  std::vector<char> sex_;
  Mention latest_[2], first_;
  size_t next_ = 0;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> find_pronouns(const Article& article, const Lexicon& lexicon, ListId pronouns) {
  return Walk(article, lexicon, pronouns).run();
}

}  // namespace ailamgi::identity
