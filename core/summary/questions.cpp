#include "summary/questions.h"

#include <algorithm>

#include "model/hash.h"
#include "text/normalize.h"
#include "text/syllables.h"

namespace ailamgi {
namespace {

constexpr uint32_t longest_said = 120;  // units
constexpr size_t longest_question = 200, longest_question_units = 4000, most_findings = 5, longest_name = 12,
                 longest_part = 200;

// A question typed without marks means all of them; one with marks means its own.
bool same(const Syllable& asked, const Syllable& told) {
  return asked.folded == told.folded || (asked.folded == asked.bare && asked.bare == told.bare);
}

Span hull(const Event& e) {
  Span s = e.did;
  for (Span part : {e.what.span, e.who.implicit ? Span() : e.who.span}) {
    if (part.empty()) continue;
    s = {std::min(s.start, part.start), std::max(s.end, part.end)};
  }
  return s;
}

}  // namespace

class QuestionAnswerer::Asking {
 public:
  Asking(const QuestionAnswerer& answerer, const Article& article, std::u16string_view question)
      : q_(answerer), a_(article), phrasing_(article, answerer.book_) {
    Article asked;
    normalize(question.substr(0, longest_question_units), asked);
    split_syllables(asked.text, {0, static_cast<uint32_t>(asked.text.size())}, words_);
    if (words_.size() > longest_question) words_.resize(longest_question);
    used_.resize(words_.size());
    find_entities();
    read_question_words();
    for (size_t i = 0; i < words_.size(); ++i) {
      if (!used_[i] && words_[i].is_word()) content_.push_back(words_[i]);
    }
  }

  Answer answer() {
    Answer out;
    if (words_.empty()) {
      out.message = {"Bạn chưa hỏi gì.", "Nothing was asked."};
      return out;
    }
    for (size_t i = 0; i < a_.events.size(); ++i) consider_event(static_cast<Index>(i), out.findings);
    if (!when_ && !where_ && !who_) {
      for (size_t i = 0; i < a_.quotes.size(); ++i) consider_quote(static_cast<Index>(i), out.findings);
    }
    sift(out.findings);
    std::stable_sort(out.findings.begin(), out.findings.end(),
                     [](const Finding& x, const Finding& y) { return x.score > y.score; });
    keep_best(out.findings);
    if (out.findings.empty()) {
      out.message = {"Bài này không cho biết điều đó.", "The article does not tell."};
    }
    return out;
  }

 private:
  // Entities that the question names, in the order asked about: under a name or alias of theirs, or under a short form
  // of it ("Công an Hà Nội" of "Công an TP. Hà Nội", a person's last name alone).
  void find_entities() {
    struct Found {
      size_t at, size;
      Index entity;
    };
    std::vector<Found> found;
    std::vector<Syllable> name;
    for (size_t e = 0; e < a_.entities.size(); ++e) {
      const Entity& entity = a_.entities[e];
      Found best{0, 0, static_cast<Index>(e)};
      auto try_name = [&](Span span) {
        name.clear();
        split_syllables(a_.text, span, name);
        name.erase(std::remove_if(name.begin(), name.end(), [](const Syllable& s) { return !s.is_word(); }),
                   name.end());
        if (name.empty() || name.size() > longest_name) return;
        for (size_t at = 0; at < words_.size(); ++at) {
          size_t size = length_of_name(name, at, entity.type);
          if (size > best.size) best = {at, size, best.entity};
        }
      };
      try_name(entity.name);
      for (Span s : entity.aliases) try_name(s);
      if (best.size > 0) found.push_back(best);
    }
    std::stable_sort(found.begin(), found.end(), [&](const Found& x, const Found& y) {
      if (x.size != y.size) return x.size > y.size;
      return a_.entities[static_cast<size_t>(x.entity)].salience > a_.entities[static_cast<size_t>(y.entity)].salience;
    });
    std::vector<Found> kept;
    for (const Found& f : found) {
      bool free = true;
      for (size_t i = f.at; i < f.at + f.size; ++i) free &= !used_[i];
      if (!free) continue;
      std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(f.at), f.size, true);
      kept.push_back(f);
    }
    std::sort(kept.begin(), kept.end(), [](const Found& x, const Found& y) { return x.at < y.at; });
    for (const Found& f : kept) entities_.push_back(f.entity);
  }

  // How many words of the question from `at` on are a name: all of it, all but some of its middle, or the last word of
  // a person's. 0 when they are not.
  size_t length_of_name(const std::vector<Syllable>& name, size_t at, EntityType type) const {
    size_t size = 0, next = 0, last = 0;
    while (at + size < words_.size()) {
      auto i = std::find_if(name.begin() + static_cast<std::ptrdiff_t>(next), name.end(),
                            [&](const Syllable& s) { return same(words_[at + size], s); });
      if (i == name.end()) break;
      last = static_cast<size_t>(i - name.begin());
      if (size == 0 && last != 0) break;
      next = last + 1;
      ++size;
    }
    bool whole = size > 0 && last + 1 == name.size();
    if (whole && (size == name.size() || (size >= 2 && size * 2 >= name.size()))) return size;
    return type == EntityType::person && name.size() > 1 && same(words_[at], name.back()) ? 1 : 0;
  }

  void read_question_words() {
    for (size_t i = 0; i < words_.size();) {
      size_t size = 0;
      std::string_view kind;
      uint64_t hash = 0;
      for (size_t k = 0; i + k < words_.size() && k < Lexicon::max_syllables && !used_[i + k]; ++k) {
        hash = k == 0 ? words_[i].folded : extend_phrase(hash, words_[i + k].folded);
        Lexicon::Entry entry = q_.lexicon_.find(hash);
        if (Lexicon::in(entry, q_.words_)) {
          size = k + 1;
          kind = q_.lexicon_.value(entry, q_.words_);
        }
      }
      std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(i), size, true);
      who_ |= kind == "who";
      says_ |= kind == "say";
      when_ |= kind == "when";
      where_ |= kind == "where";
      with_ |= kind == "with";
      i += std::max<size_t>(size, 1);
    }
  }

  // Which of the question's own words stand in a part of the article.
  void share(Span part, std::vector<bool>& hit) const {
    if (part.empty() || content_.empty()) return;
    auto s = a_.syllables.begin() + a_.first_syllable(part.start);
    for (size_t n = 0; s != a_.syllables.end() && s->span.end <= part.end && n < longest_part; ++s, ++n) {
      for (size_t i = 0; i < content_.size(); ++i) {
        if (!hit[i] && same(content_[i], *s)) {
          hit[i] = true;
          break;
        }
      }
    }
  }
  int32_t shared(std::initializer_list<Span> parts) const {
    std::vector<bool> hit(content_.size());
    for (Span part : parts) share(part, hit);
    return static_cast<int32_t>(std::count(hit.begin(), hit.end(), true));
  }

  bool holds(Span part, Index entity) const {
    auto m = a_.mentions.begin() + a_.first_mention(part.start);
    for (; m != a_.mentions.end() && m->span.start < part.end; ++m) {
      if (m->entity == entity) return true;
    }
    return false;
  }

  bool holds_another_person(Span part, Index than) const {
    auto m = a_.mentions.begin() + a_.first_mention(part.start);
    for (; m != a_.mentions.end() && m->span.start < part.end; ++m) {
      if (m->type == EntityType::person && m->entity != none && m->entity != than) return true;
    }
    return false;
  }

  bool says(const Event& e) const {
    if (e.predicate == none) return false;
    CueSet cue = phrasing_.cues()[static_cast<size_t>(e.predicate)];
    return has(cue, Cue::say) || has(cue, Cue::think) || has(cue, Cue::ask) || has(cue, Cue::promise);
  }

  void consider_event(Index id, std::vector<Finding>& out) {
    const Event& e = a_.events[static_cast<size_t>(id)];
    if (asks(a_, e)) return;  // no question answers one
    if ((when_ && !e.when.present()) || (where_ && !e.where.present()) || (who_ && !e.who.present() && !e.passive))
      return;
    int32_t words = shared({hull(e), e.who.span, e.when.span, e.where.span});
    // Of what somebody said nearly everything answers: what was said at length more than what matters most.
    int32_t score = e.salience / (says_ ? 32 : 8) + 500 * words;
    if (says_) score += static_cast<int32_t>(std::min(e.what.span.size(), longest_said)) * 4;
    bool about = entities_.empty();
    for (size_t i = 0; i < entities_.size(); ++i) {
      Index x = entities_[i];
      bool acts = e.who.present() && e.who.entity == x;
      bool undergoes = e.what.present() && (e.what.entity == x || holds(e.what.span, x));
      bool source = e.source.present() && e.source.entity == x;
      bool beside = (e.where.present() && holds(e.where.span, x)) || (e.who.present() && holds(e.who.span, x));
      if (!acts && !undergoes && !source && !beside) continue;
      about |= i == 0 || who_;
      score += acts ? (i == 0 && !who_ ? 2400 : 600) : undergoes ? (who_ ? 1600 : 700) : says_ && source ? 900 : 300;
    }
    // Without a name to go by, half of what is asked must be there.
    if (!about || (entities_.empty() && (words == 0 || words * 2 < static_cast<int32_t>(content_.size())))) return;
    bool said = says(e) && e.what.present();
    bool fits = !says_ || said;
    if (says_ && said && has(phrasing_.cues()[static_cast<size_t>(e.predicate)], Cue::say)) score += 1500;
    if (with_ && !holds_another_person(e.what.span, e.who.entity)) fits = false;
    if (!fits) score -= 2000;
    Finding f;
    f.event = id;
    f.span = hull(e);
    f.score = score;
    add(std::move(f), words, fits, out);
  }

  // Whether an event of its sentence says whose words it is.
  bool told_in_saying(const Quote& quote) const {
    auto e = std::partition_point(a_.events.begin(), a_.events.end(),
                                  [&](const Event& event) { return event.sentence < quote.sentence; });
    for (; e != a_.events.end() && e->sentence == quote.sentence; ++e) {
      if (says(*e) && e->what.span.overlaps(quote.span) && e->who.entity == quote.speaker) return true;
    }
    return false;
  }

  void consider_quote(Index id, std::vector<Finding>& out) {
    const Quote& quote = a_.quotes[static_cast<size_t>(id)];
    if (entities_.empty() ? !says_ : quote.speaker != entities_.front()) return;
    if (told_in_saying(quote)) return;
    int32_t words = shared({quote.span});
    if (entities_.empty() && (words == 0 || words * 2 < static_cast<int32_t>(content_.size()))) return;
    Finding f;
    f.quote = id;
    f.span = quote.span;
    f.text = std::u16string(a_.view(quote.span));
    f.score = (says_ ? 4000 : 600) + 500 * words;
    add(std::move(f), words, true, out);
  }

  void add(Finding finding, int32_t words, bool fits, std::vector<Finding>& out) {
    out.push_back(std::move(finding));
    matches_.push_back({words, fits});
    // Those that fit say how many words there are to share, once there is one.
    if (fits && !any_fits_) most_words_ = 0;
    any_fits_ |= fits;
    if (fits || !any_fits_) most_words_ = std::max(most_words_, words);
  }

  // Leaves out what holds none of the question's words, or is no answer of its kind, where others do and are.
  void sift(std::vector<Finding>& findings) const {
    if ((who_ || when_ || where_) && !content_.empty() && most_words_ == 0) findings.clear();
    size_t kept = 0;
    for (size_t i = 0; i < findings.size(); ++i) {
      if (matches_[i].words * 3 < most_words_ * 2 || (any_fits_ && !matches_[i].fits)) continue;
      if (kept != i) findings[kept] = std::move(findings[i]);
      ++kept;
    }
    findings.resize(kept);
  }

  // The five best that do not tell the same, each in its own words. A quotation that stands in a saying goes with it.
  void keep_best(std::vector<Finding>& findings) const {
    std::vector<Finding> kept;
    for (Finding& f : findings) {
      if (kept.size() == most_findings || f.score <= 0) break;
      if (std::any_of(kept.begin(), kept.end(), [&](const Finding& k) { return k.span.overlaps(f.span); })) continue;
      if (f.event != none) f.text = phrasing_.write(a_.events[static_cast<size_t>(f.event)]);
      bool told = std::any_of(kept.begin(), kept.end(), [&](const Finding& k) { return k.text == f.text; });
      if (!f.text.empty() && !told) kept.push_back(std::move(f));
    }
    findings = std::move(kept);
  }

  struct Match {
    int32_t words;
    bool fits;
  };

  const QuestionAnswerer& q_;
  const Article& a_;
  Phrasing phrasing_;
  std::vector<Syllable> words_, content_;
  std::vector<bool> used_;
  std::vector<Index> entities_;
  std::vector<Match> matches_;  // of each finding
  int32_t most_words_ = 0;
  bool any_fits_ = false;
  bool who_ = false, says_ = false, when_ = false, where_ = false, with_ = false;
};

std::optional<QuestionAnswerer> QuestionAnswerer::open(const Model& model) {
  auto lexicon = Lexicon::open(model);
  auto book = Phrasebook::open(model);
  if (!lexicon || !book) return std::nullopt;
  return QuestionAnswerer(*lexicon, *book);
}

Answer QuestionAnswerer::ask(const Article& article, std::u16string_view question) const {
  return Asking(*this, article, question).answer();
}

}  // namespace ailamgi
