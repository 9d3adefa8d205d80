#include "summary/questions.h"

#include <algorithm>

#include "model/hash.h"
#include "summary/phrasing.h"
#include "text/normalize.h"
#include "text/syllables.h"

namespace ailamgi {
namespace {

constexpr size_t longest_question = 200, longest_question_units = 4000, most_findings = 5, longest_name = 12;

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
      : q_(answerer), a_(article) {
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
    std::stable_sort(out.findings.begin(), out.findings.end(),
                     [](const Finding& x, const Finding& y) { return x.score > y.score; });
    keep_best(out.findings);
    if (out.findings.empty()) {
      out.message = {"Bài này không cho biết điều đó.", "The article does not tell."};
    }
    return out;
  }

 private:
  // Entities whose name or alias the question holds, in the order asked about.
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
        if (name.empty() || name.size() > longest_name || name.size() <= best.size) return;
        auto at = std::search(words_.begin(), words_.end(), name.begin(), name.end(), same);
        if (at != words_.end()) best = {static_cast<size_t>(at - words_.begin()), name.size(), best.entity};
      };
      try_name(entity.name);
      for (Span s : entity.aliases) try_name(s);
      if (best.size > 0) found.push_back(best);
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& x, const Found& y) { return x.size > y.size; });
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

  // How many of the question's own words stand in a part of the article; `part` in text order.
  int32_t shared(Span part) const {
    if (part.empty() || content_.empty()) return 0;
    auto s = a_.syllables.begin() + a_.first_syllable(part.start);
    int32_t n = 0;
    std::vector<bool> hit(content_.size());
    for (; s != a_.syllables.end() && s->span.end <= part.end; ++s) {
      for (size_t i = 0; i < content_.size(); ++i) {
        if (!hit[i] && same(content_[i], *s)) {
          hit[i] = true;
          ++n;
          break;
        }
      }
    }
    return n;
  }

  bool holds(Span part, Index entity) const {
    auto m = a_.mentions.begin() + a_.first_mention(part.start);
    for (; m != a_.mentions.end() && m->span.start < part.end; ++m) {
      if (m->entity == entity) return true;
    }
    return false;
  }

  void consider_event(Index id, std::vector<Finding>& out) const {
    const Event& e = a_.events[static_cast<size_t>(id)];
    if ((when_ && !e.when.present()) || (where_ && !e.where.present()) || (who_ && !e.who.present())) return;
    int32_t words = shared(e.did) + shared(e.what.span) + shared(e.when.span) + shared(e.where.span);
    int32_t score = e.salience / 8 + 400 * words;
    if (e.who.present() && !e.who.implicit) words += shared(e.who.span);
    bool about = entities_.empty();
    for (size_t i = 0; i < entities_.size(); ++i) {
      Index x = entities_[i];
      bool acts = e.who.present() && e.who.entity == x;
      bool undergoes = e.what.present() && (e.what.entity == x || holds(e.what.span, x));
      bool says = e.source.present() && e.source.entity == x;
      bool beside = (e.where.present() && holds(e.where.span, x)) || (e.who.present() && holds(e.who.span, x));
      if (!acts && !undergoes && !says && !beside) continue;
      about |= i == 0 || who_;
      score += acts ? (i == 0 && !who_ ? 2400 : 600) : undergoes ? (who_ ? 1600 : 700) : says_ && says ? 900 : 300;
    }
    if (!about || (entities_.empty() && words * 3 < static_cast<int32_t>(content_.size())) ||
        (entities_.empty() && words == 0))
      return;
    if (with_ && !(e.what.present() && std::any_of(a_.entities.begin(), a_.entities.end(), [&](const Entity& x) {
                     auto other = static_cast<Index>(&x - a_.entities.data());
                     return x.type == EntityType::person && other != e.who.entity && holds(e.what.span, other);
                   }))) {
      score -= 1500;
    }
    out.push_back({id, none, hull(e), {}, score});
  }

  void consider_quote(Index id, std::vector<Finding>& out) const {
    const Quote& quote = a_.quotes[static_cast<size_t>(id)];
    if (entities_.empty() ? !says_ : quote.speaker != entities_.front()) return;
    int32_t words = shared(quote.span);
    if (entities_.empty() && words == 0) return;
    out.push_back({none, id, quote.span, std::u16string(a_.view(quote.span)), (says_ ? 4000 : 600) + 400 * words});
  }

  // The five best that do not tell the same, each in its own words.
  void keep_best(std::vector<Finding>& findings) const {
    std::vector<Finding> kept;
    for (Finding& f : findings) {
      if (kept.size() == most_findings || f.score <= 0) break;
      bool again = std::any_of(kept.begin(), kept.end(), [&](const Finding& k) { return k.span.overlaps(f.span); });
      if (again && kept.size() >= 2) continue;
      if (f.event != none) f.text = phrase(a_, a_.events[static_cast<size_t>(f.event)]);
      if (f.text.empty()) continue;
      kept.push_back(std::move(f));
    }
    findings = std::move(kept);
  }

  const QuestionAnswerer& q_;
  const Article& a_;
  std::vector<Syllable> words_, content_;
  std::vector<bool> used_;
  std::vector<Index> entities_;
  bool who_ = false, says_ = false, when_ = false, where_ = false, with_ = false;
};

std::optional<QuestionAnswerer> QuestionAnswerer::open(const Model& model) {
  auto lexicon = Lexicon::open(model);
  if (!lexicon) return std::nullopt;
  return QuestionAnswerer(*lexicon);
}

Answer QuestionAnswerer::ask(const Article& article, std::u16string_view question) const {
  return Asking(*this, article, question).answer();
}

}  // namespace ailamgi
