#include "summary/forms.h"

#include <algorithm>

namespace ailamgi::summary {
namespace {

class Shaping {
 public:
  Shaping(const Article& article, const std::vector<CueSet>& cues, const Event& event)
      : a_(article), cues_(cues), e_(event) {
    add(e_);
  }

  std::vector<Event> run() {
    shorten_what();
    run_on();
    drop_apposition();
    // Time and place may go from all of these.
    for (size_t i = 0, n = forms_.size(); i < n; ++i) {
      Event bare = forms_[i];
      bare.when = bare.where = {};
      if (e_.when.present() || e_.where.present()) add(bare);
    }
    if (e_.when.present() && e_.where.present()) {
      Event untimed = e_, unplaced = e_;
      untimed.when = {};
      unplaced.where = {};
      add(untimed);
      add(unplaced);
    }
    return std::move(forms_);
  }

 private:
  static constexpr Index longest_run = 30;  // tokens

  void add(const Event& form) {
    if (forms_.size() < most_forms) forms_.push_back(form);
  }

  Range tokens_of(Span s) const {
    auto from =
        std::partition_point(a_.tokens.begin(), a_.tokens.end(), [&](const Token& t) { return t.span.end <= s.start; });
    auto to = std::partition_point(from, a_.tokens.end(), [&](const Token& t) { return t.span.start < s.end; });
    return {static_cast<Index>(from - a_.tokens.begin()), static_cast<Index>(to - a_.tokens.begin())};
  }
  const Token& token(Index t) const { return a_.tokens[static_cast<size_t>(t)]; }
  bool has(Index t, Cue cue) const { return ailamgi::has(cues_[static_cast<size_t>(t)], cue); }
  bool is_mark(Index t) const {
    return a_.syllables[static_cast<size_t>(token(t).syllables.begin)].shape == Shape::punctuation;
  }
  bool is_comma(Index t) const {
    char16_t c = a_.text[token(t).span.start];
    return is_mark(t) && (c == u',' || c == u';');
  }

  // Whether what begins at t takes back what stands before it.
  bool takes_back(Index t, Index end) const {
    for (Index k = t; k < std::min(t + 2, end); ++k) {
      if (has(k, Cue::maybe) || has(k, Cue::negation)) return true;
    }
    return false;
  }

  // Whether nothing that is kept hangs on something after it: "trong những năm qua, chúng tôi …" is not cut at the
  // comma.
  bool stands_alone(Range kept) const {
    Range s = a_.sentences[static_cast<size_t>(e_.sentence)].tokens;
    for (Index t = kept.begin; t < kept.end; ++t) {
      Index head = token(t).head;
      if (head >= kept.end && head < s.end) return false;
    }
    return true;
  }

  // "tiếp tục duy trì, mở rộng đường dây nóng": what is kept up comes after the next verb.
  bool shares_object(Index mark) const {
    return mark > 0 && token(mark - 1).upos == Upos::VERB && token(mark + 1).upos == Upos::VERB;
  }

  // "cáo buộc một người Mỹ, | một người Mexico và hai người Hàn Quốc": cut there, it would be the first alone.
  bool divides_list(Index mark, Index end) const {
    for (Index t = mark + 1; t < end; ++t) {
      if (token(t).upos == Upos::CCONJ) return true;
      const Upos pos = token(t).upos;
      const bool nominal = pos == Upos::NOUN || pos == Upos::PROPN || pos == Upos::PRON || pos == Upos::NUM ||
                           pos == Upos::DET || pos == Upos::ADJ || pos == Upos::ADP;
      if (!nominal && !is_comma(t)) return false;
    }
    return false;
  }

  // "cho biết khi xem lại băng hình, ông thấy …": what is said comes after the first comma.
  bool opens_with_clause(Range what) const {
    if (!has(e_.predicate, Cue::say) && !has(e_.predicate, Cue::think)) return false;
    Upos first = token(what.begin).upos;
    return first == Upos::ADP || first == Upos::SCONJ || has(what.begin, Cue::maybe) || has(what.begin, Cue::time);
  }

  void shorten_what() {
    if (e_.passive || e_.sentence == none || !e_.what.present()) return;
    Range r = tokens_of(e_.what.span);
    bool opening = opens_with_clause(r);
    for (Index t = r.begin + 1; t + 1 < r.end; ++t) {
      bool mark = is_comma(t);
      bool comma = mark && !opening && !takes_back(t + 1, r.end) && !shares_object(t) && !divides_list(t, r.end);
      bool purpose = !opening && has(t, Cue::purpose) && !has(t - 1, Cue::purpose);
      if (mark) opening = false;
      if ((!comma && !purpose) || !stands_alone({r.begin, t})) continue;
      Event form = e_;
      form.what.span.end = token(t - 1).span.end;
      add(form);
    }
  }

  void run_on() {
    if (e_.passive || e_.sentence == none) return;
    Range s = a_.sentences[static_cast<size_t>(e_.sentence)].tokens;
    Range last = tokens_of(e_.what.present() ? e_.what.span : e_.did);
    Index end = last.end, start = end, what = e_.what.present() ? last.begin : last.end;
    if (end >= s.end) return;
    uint32_t from = e_.what.present() ? e_.what.span.start : token(end).span.start;
    for (Index t = end; t < std::min(s.end, end + longest_run); ++t) {
      if (!is_mark(t)) continue;
      if (t > start && stands_alone({what, t}) && !(t + 1 < s.end && shares_object(t))) {
        Event form = e_;
        form.what.span = {from, token(t - 1).span.end};
        form.what.entity = none;
        add(form);
      }
      start = t + 1;
    }
  }

  // "An, 40 tuổi, trú Hà Nội" is An.
  void drop_apposition() {
    if (!e_.who.present()) return;
    std::u16string_view who = a_.view(e_.who.span);
    size_t at = std::min({who.find(u','), who.find(u" - "), who.find(u" – ")});
    if (at == std::u16string_view::npos || at < 3) return;
    Event form = e_;
    form.who.span.end = form.who.span.start + static_cast<uint32_t>(at);
    add(form);
  }

  const Article& a_;
  const std::vector<CueSet>& cues_;
  const Event& e_;
  std::vector<Event> forms_;
};

}  // namespace

std::vector<Event> forms_of(const Article& article, const std::vector<CueSet>& cues, const Event& event) {
  return Shaping(article, cues, event).run();
}

}  // namespace ailamgi::summary
