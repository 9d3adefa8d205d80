#include "summary/phrasing.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "model/hash.h"
#include "text/fold.h"
#include "text/syllables.h"

namespace ailamgi {
namespace {

constexpr uint32_t longest_gap = 40;      // units beside a verb that are taken over as they are
constexpr Index longest_complement = 12;  // tokens after a passive verb
constexpr Index longest_marks = 5;        // tokens before a verb that say how it is meant

bool opens(char16_t c) {
  return c == u'“' || c == u'«' || c == u'(' || c == u'[';
}
bool closes(char16_t c) {
  return c == u'”' || c == u'»' || c == u')' || c == u']';
}
bool is_mark(char16_t c) {
  return c == u',' || c == u';' || c == u':' || c == u'.' || c == u'-' || c == u'–';
}
bool ends_clause(char16_t c) {
  return c == u',' || c == u';' || c == u':' || c == u'.';
}
bool quotes(char16_t c) {
  return c == u'"' || c == u'“' || c == u'”' || c == u'«' || c == u'»';
}

std::u16string words_for(const Lexicon& lexicon, std::string_view list, std::u16string_view key) {
  std::string_view value = lexicon.value(lexicon.find(fold_hashes(key).folded), lexicon.list(list));
  auto s = icu::UnicodeString::fromUTF8({value.data(), static_cast<int32_t>(value.size())});
  return {s.getBuffer(), static_cast<size_t>(s.length())};
}

}  // namespace

std::optional<Phrasebook> Phrasebook::open(const Model& model) {
  auto cues = Cues::open(model);
  auto lexicon = Lexicon::open(model);
  if (!cues || !lexicon) return std::nullopt;
  Phrasebook book(*cues);
  constexpr std::string_view list = "summary-marks";
  book.passive = words_for(*lexicon, list, u"passive");
  book.denied = words_for(*lexicon, list, u"denied");
  book.planned = words_for(*lexicon, list, u"planned");
  book.supposed = words_for(*lexicon, list, u"supposed");
  book.source = words_for(*lexicon, list, u"source");
  return book;
}

bool asks(const Article& article, const Event& event) {
  if (event.sentence == none) return false;
  Span s = article.sentences[static_cast<size_t>(event.sentence)].span;
  return !s.empty() && article.text[s.end - 1] == u'?';
}

Phrasing::Phrasing(const Article& article, const Phrasebook& book) : a_(article), book_(book) {
  book.cues().mark(article, cues_);
}

// One statement being written.
class Phrasing::Writing {
 public:
  Writing(const Phrasing& p, const Event& event) : p_(p), a_(p.a_), e_(event), did_(tokens_of(event.did)) {}

  std::u16string write() {
    if (asks(a_, e_) || (!e_.passive && !e_.who.present())) return {};
    if (e_.passive && !e_.what.present() && !e_.who.present()) return {};
    if (is_relative(e_.who)) return {};
    bool own = e_.source.entity != none && e_.source.entity == e_.who.entity;
    if (e_.source.present() && !own && apart(e_.source.span)) {
      words(p_.book_.source);
      argument(e_.source);
      out_ += u',';
    }
    // A time or place said before the verb opens the sentence; one said after it stays behind.
    Span when = apart(e_.when.span) ? with_preposition(e_.when.span) : Span();
    Span where = apart(e_.where.span) ? e_.where.span : Span();
    bool passive_first = e_.passive && e_.what.present();
    const Argument& topic = passive_first ? e_.what : e_.who;
    if (is_predicate(topic)) return {};
    Span before = marks_before(topic);
    for (Span s : {when, where}) {
      if (s.empty() || s.start > e_.did.start || s.overlaps(before)) continue;
      text(s);
      out_ += u',';
    }
    if (passive_first || !e_.passive) {
      argument(topic);
      if (!topic.implicit) close_apposition(topic.span);
    }
    suppose(before);
    text(before);
    flags(before);
    if (e_.passive)
      passive(before, {when, where});
    else
      active();
    for (Span s : {when, where}) {
      if (!s.empty() && s.start > e_.did.start && !s.overlaps(written_)) text(s);
    }
    return finished();
  }

 private:
  Range tokens_of(Span s) const {
    auto from =
        std::partition_point(a_.tokens.begin(), a_.tokens.end(), [&](const Token& t) { return t.span.end <= s.start; });
    auto to = from;
    while (to != a_.tokens.end() && to->span.start < s.end) ++to;
    return {static_cast<Index>(from - a_.tokens.begin()), static_cast<Index>(to - a_.tokens.begin())};
  }
  const Token& token(Index t) const { return a_.tokens[static_cast<size_t>(t)]; }
  bool has(Index t, Cue cue) const { return ailamgi::has(p_.cues_[static_cast<size_t>(t)], cue); }
  Range sentence() const { return a_.sentences[static_cast<size_t>(e_.sentence)].tokens; }

  bool any(Span s, Cue cue) const {
    Range r = tokens_of(s);
    for (Index t = r.begin; t < r.end; ++t) {
      if (has(t, cue)) return true;
    }
    return false;
  }

  // "…, người đã mua": nobody that a sentence of its own could name.
  bool is_relative(const Argument& x) const {
    if (!x.present() || x.entity != none) return false;
    Range r = tokens_of(x.span);
    return r.size() == 1 && has(r.begin, Cue::relative);
  }

  // "Đây là | những công ty được Microsoft mua lại": what happened to them only says which they are.
  bool is_predicate(const Argument& x) const {
    if (!x.present() || x.implicit || x.entity != none) return false;
    const Index before = tokens_of(x.span).begin - 1;
    return sentence().contains(before) && token(before).upos == Upos::AUX;
  }

  bool apart(Span s) const {
    return !s.empty() && !s.overlaps(e_.who.span) && !s.overlaps(e_.what.span) && !s.overlaps(e_.did);
  }

  // "từ", "vào", "kể từ" before a time, which the time's own span leaves out.
  Span with_preposition(Span s) const {
    Range r = tokens_of(s);
    if (e_.sentence == none || !sentence().contains(r.begin)) return s;
    Index t = r.begin;
    while (t > sentence().begin && r.begin - t < 2 && token(t - 1).upos == Upos::ADP && has(t - 1, Cue::time)) --t;
    return {token(t).span.start, s.end};
  }

  // The words between the topic and the verb that say how it is meant ("đã", "không", "được cho là đã"): all of the gap
  // where it has no marks in it, else those right before the verb.
  Span marks_before(const Argument& topic) const {
    Span gap{topic.span.end, e_.did.start};
    if (topic.present() && !topic.implicit && gap.start <= gap.end && gap.size() <= longest_gap &&
        std::none_of(a_.text.begin() + gap.start, a_.text.begin() + gap.end,
                     [](char16_t c) { return is_mark(c) || opens(c) || closes(c) || quotes(c); })) {
      return gap;
    }
    Index t = did_.begin, first = e_.sentence == none ? t : std::max(sentence().begin, t - longest_marks);
    while (t > first && tells_how(t - 1)) --t;
    return t == did_.begin ? Span() : Span{token(t).span.start, e_.did.start};
  }

  bool tells_how(Index t) const {
    if (has(t, Cue::link) || has(t, Cue::purpose)) return false;
    return has(t, Cue::negation) || has(t, Cue::aspect) || has(t, Cue::plan) || has(t, Cue::maybe) ||
           has(t, Cue::intent) || has(t, Cue::hedge) || (e_.passive && has(t, Cue::passive));
  }

  bool is_said(Cue cue, Span before) const { return any(before, cue) || any(e_.did, cue); }

  // What the words taken over do not say already: in front of them, and behind.
  void suppose(Span before) {
    if (e_.mode == Mode::maybe && !is_said(Cue::maybe, before) && !is_said(Cue::hedge, before)) {
      words(p_.book_.supposed);
    }
  }
  void flags(Span before) {
    if (e_.negated && !is_said(Cue::negation, before)) words(p_.book_.denied);
    const bool planned = is_said(Cue::plan, before) || is_said(Cue::intent, before);
    if (e_.mode == Mode::plan && !e_.negated && !planned) words(p_.book_.planned);
  }

  void active() {
    text(e_.did);
    if (!e_.what.present()) return;
    const Quote* said = quoted();
    if (said != nullptr) {
      out_ += u": “";
      glued_ = true;
      text({std::max(said->span.start, e_.what.span.start), std::min(said->span.end, e_.what.span.end)});
      while (!out_.empty() && (is_blank(out_.back()) || is_mark(out_.back()))) out_.pop_back();
      out_ += u'”';
      return;
    }
    if (e_.what.span.start > e_.did.end) {
      std::u16string_view gap = a_.view({e_.did.end, e_.what.span.start});
      bool plain = gap.size() <= longest_gap / 2 && std::none_of(gap.begin(), gap.end(), [](char16_t c) {
                     return is_mark(c) || opens(c) || closes(c) || quotes(c);
                   });
      if (plain) text({e_.did.end, e_.what.span.start});
      if (gap.find(u':') != std::u16string_view::npos) out_ += u':';
    }
    argument(e_.what);
  }

  // The quotation that the event's content is (most of).
  const Quote* quoted() const {
    auto q = std::partition_point(a_.quotes.begin(), a_.quotes.end(),
                                  [&](const Quote& quote) { return quote.span.end <= e_.what.span.start; });
    if (q == a_.quotes.end() || !q->span.overlaps(e_.what.span)) return nullptr;
    uint32_t same = std::min(q->span.end, e_.what.span.end) - std::max(q->span.start, e_.what.span.start);
    return same * 5 >= e_.what.span.size() * 4 ? &*q : nullptr;
  }

  void passive(Span before, std::initializer_list<Span> circumstances) {
    bool said = any(before, Cue::passive);
    std::u16string_view word = passive_word();
    if (!said && !a_.view(e_.did).starts_with(word)) words(word);
    if (e_.who.present() && !e_.who.implicit && !before.contains(e_.who.span)) argument(e_.who);
    text(e_.did);
    if (e_.complement.empty()) return complement(circumstances);
    written_ = e_.complement;
    text(written_);
  }

  // "bị" or "được", as the sentence has it before the verb.
  std::u16string_view passive_word() const {
    if (!e_.mark.empty()) return a_.view(e_.mark);
    if (e_.sentence != none) {
      for (Index t = did_.begin; t > std::max(sentence().begin, did_.begin - 8); --t) {
        if (has(t - 1, Cue::passive)) return a_.view(token(t - 1).span);
      }
    }
    return p_.book_.passive;
  }

  // What finishes the thought of a passive verb, up to the next mark, clause or circumstance.
  void complement(std::initializer_list<Span> circumstances) {
    if (e_.sentence == none) return;
    Index end = did_.end;
    while (end < sentence().end && end - did_.end < longest_complement) {
      const Token& t = token(end);
      if (t.upos == Upos::PUNCT || has(end, Cue::link) || has(end, Cue::purpose)) break;
      bool taken = std::any_of(circumstances.begin(), circumstances.end(), [&](Span s) { return s.overlaps(t.span); });
      if (taken || t.span.overlaps(e_.what.span) || t.span.overlaps(e_.who.span) || t.span.overlaps(e_.source.span))
        break;
      ++end;
    }
    bool whole =
        end == sentence().end || token(end).upos == Upos::PUNCT || has(end, Cue::link) || has(end, Cue::purpose);
    if (end > did_.end && whole) {
      written_ = {e_.did.end, token(end - 1).span.end};
      text(written_);
    }
  }

  // An argument's words; the name of what it means where they are a pronoun, or elsewhere.
  void argument(const Argument& x) {
    if (x.entity != none && static_cast<size_t>(x.entity) < a_.entities.size()) {
      auto m = a_.mentions.begin() + a_.first_mention(x.span.start);
      if (m != a_.mentions.end() && m->span == x.span && m->entity == x.entity && m->kind != MentionKind::name) {
        text(a_.entities[static_cast<size_t>(x.entity)].name);
        return;
      }
    }
    text(x.span);
  }

  // "An, 40 tuổi" is closed by a comma before the verb.
  void close_apposition(Span s) {
    if (a_.view(s).find(u',') == std::u16string_view::npos) return;
    for (uint32_t i = s.end; i < e_.did.start && i < s.end + 3; ++i) {
      if (a_.text[i] == u',') {
        out_ += u',';
        return;
      }
    }
  }

  // Some of the article's words, without brackets and what is in them; a sentence's capital goes unless it is a name's.
  // A sign that belongs to the last word ("%") is taken along.
  void text(Span s) {
    while (s.end < a_.text.size() && s.end > s.start && a_.text[s.end] == u'%') ++s.end;
    std::u16string_view all = a_.view(s);
    size_t from = 0;
    while (from < all.size() && (is_blank(all[from]) || is_mark(all[from]))) ++from;
    while (all.size() > from && (is_blank(all.back()) || is_mark(all.back()))) all.remove_suffix(1);
    if (from >= all.size()) return;
    space();
    int depth = 0;
    bool first = true;
    for (size_t i = from; i < all.size(); ++i) {
      char16_t c = all[i];
      if (c == u'(' || c == u'[') {
        ++depth;
      } else if (depth > 0 && (c == u')' || c == u']')) {
        --depth;
      } else if (depth > 0 || c == u')' || c == u']') {
        continue;
      } else if (is_blank(c)) {
        if (!first && out_.back() != u' ') out_ += u' ';
      } else {
        if (ends_clause(c) && !first && out_.back() == u' ') out_.pop_back();
        bool small = first && is_upper(c) && common(s.start + static_cast<uint32_t>(i));
        out_ += small ? lower(c) : c;
        first = false;
      }
    }
    while (!out_.empty() && (is_blank(out_.back()) || is_mark(out_.back()))) out_.pop_back();
  }

  // Words that are no part of the article.
  void words(std::u16string_view s) {
    if (s.empty()) return;
    space();
    out_ += s;
  }

  void space() {
    if (!out_.empty() && !glued_) out_ += u' ';
    glued_ = false;
  }

  // Whether a capital stands only because a sentence or a quotation begins there.
  bool common(uint32_t at) const {
    if (glued_ || out_.empty() || out_.back() == u'“') return false;
    Range r = tokens_of({at, at + 1});
    if (r.size() == 0 || token(r.begin).upos == Upos::PROPN || token(r.begin).upos == Upos::X) return false;
    auto m = a_.mentions.begin() + a_.first_mention(at);
    if (m != a_.mentions.end() && m->span.start == at && m->kind == MentionKind::name) return false;
    const Token& t = token(r.begin);
    if (t.span.start != at || is_upper_word(a_.view(t.span))) return false;
    Index s = t.sentence;
    return s != none && (a_.sentences[static_cast<size_t>(s)].tokens.begin == r.begin ||
                         (r.begin > 0 && token(r.begin - 1).upos == Upos::PUNCT));
  }
  static bool is_upper_word(std::u16string_view w) {
    return w.size() > 1 && std::all_of(w.begin(), w.end(), [](char16_t c) { return !is_letter(c) || is_upper(c); });
  }

  // A quotation mark that has lost its partner gets it back.
  void balance() {
    auto straight = std::count(out_.begin(), out_.end(), u'"');
    if (straight % 2 != 0) {
      bool opening = out_.back() != u'"';
      if (opening)
        out_ += u'"';
      else
        out_.pop_back();
    }
    std::u16string kept;
    int open = 0;
    for (char16_t c : out_) {
      if (c == u'”' || c == u'»') {
        if (open == 0) continue;
        --open;
      }
      if (c == u'“' || c == u'«') ++open;
      kept += c;
    }
    for (; open > 0; --open) kept += u'”';
    out_ = kept;
  }

  std::u16string finished() {
    if (out_.empty()) return {};
    balance();
    while (!out_.empty() && (is_blank(out_.back()) || is_mark(out_.back()))) out_.pop_back();
    size_t first = 0;
    while (first < out_.size() && !is_letter(out_[first]) && quotes(out_[first])) ++first;
    if (first < out_.size() && is_letter(out_[first])) {
      UChar32 upper = u_toupper(out_[first]);
      if (upper <= 0xFFFF) out_[first] = static_cast<char16_t>(upper);
    }
    if (!out_.empty()) out_ += u'.';
    return out_;
  }

  const Phrasing& p_;
  const Article& a_;
  const Event& e_;
  Range did_;
  Span written_;  // complement of a passive
  bool glued_ = false;
  std::u16string out_;
};

std::u16string Phrasing::write(const Event& event) const {
  return Writing(*this, event).write();
}

}  // namespace ailamgi
