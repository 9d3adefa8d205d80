#include "summary/choice.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "events/weights.h"
#include "summary/expectation.h"
#include "summary/forms.h"

namespace ailamgi::summary {
namespace {

constexpr size_t most_ranked = 40, most_weighed = 16, most_starts = 6, fewest_statements = 3;
constexpr size_t long_statement = 28;  // syllables: a shorter form is taken if there is one

struct Form {
  Index event;
  std::u16string text;
  Expectation::Told told;
  int32_t worth;  // alone
};

class Choice {
 public:
  Choice(const Article& article, const Phrasing& phrasing, const Salience& weighed)
      : a_(article),
        phrasing_(phrasing),
        weighed_(weighed),
        expectation_(article, weighed.vocabulary(), weighed.chances()) {}

  std::vector<Statement> together() {
    for (Index event : most_promising()) write(event);
    std::stable_sort(forms_.begin(), forms_.end(), [](const Form& x, const Form& y) { return x.worth > y.worth; });
    std::vector<size_t> best;
    int32_t most = -1;
    for (size_t first = 0; first < std::min(forms_.size(), most_starts); ++first) {
      std::vector<size_t> chosen{first};
      Expectation::Told told = forms_[first].told;
      int32_t worth = forms_[first].worth;
      while (auto next = adds_most(chosen, told, worth)) take(*next, chosen, told, worth);
      if (worth > most) {
        most = worth;
        best = chosen;
      }
    }
    return statements(best);
  }

  std::vector<Statement> by_rank(const SparseWeights& weights) {
    struct Candidate {
      Index event;
      int32_t score, given;  // alone; with what hangs on those told
    };
    std::vector<Candidate> rest;
    Features features;
    for (size_t i = 0; i < a_.events.size(); ++i) {
      int32_t score = weighed_.tellings()[i].final_score;
      rest.push_back({static_cast<Index>(i), score, score});
    }
    auto better = [](const Candidate& x, const Candidate& y) {
      return x.given != y.given ? x.given > y.given : x.event < y.event;
    };
    size_t candidates = std::min(rest.size(), most_ranked);
    std::partial_sort(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(candidates), rest.end(), better);
    rest.resize(candidates);
    for (Candidate& c : rest) c.score -= given(weights, c.event, {}, features);
    std::vector<Statement> out;
    std::vector<Index> events;
    Expectation::Told told;
    while (!rest.empty() && out.size() < most_statements) {
      auto best = std::min_element(rest.begin(), rest.end(), better);
      Index event = best->event;
      rest.erase(best);
      forms_.clear();
      write(event);
      if (forms_.empty()) continue;
      Form& form = fullest(told);
      if (is_told(form, told)) continue;
      told.insert(told.end(), form.told.begin(), form.told.end());
      out.push_back({event, std::move(form.text)});
      events.push_back(event);
      for (Candidate& c : rest) c.given = c.score + given(weights, c.event, events, features);
    }
    return out;
  }

 private:
  int32_t given(const SparseWeights& weights, Index event, const std::vector<Index>& told, Features& features) {
    features.clear();
    weighed_.next_features(event, told, features);
    return events::score_of(weights, features);
  }

  // Whether four fifths of a statement have been said already.
  static bool is_told(const Form& form, const Expectation::Told& told) {
    auto again = std::count_if(form.told.begin(), form.told.end(),
                               [&](uint32_t n) { return std::find(told.begin(), told.end(), n) != told.end(); });
    return static_cast<size_t>(again) * 5 >= form.told.size() * 4;
  }

  // Of the forms of one event, the one that adds most; a long one only where there is no other.
  Form& fullest(const Expectation::Told& told) {
    return *std::max_element(forms_.begin(), forms_.end(), [&](const Form& x, const Form& y) {
      bool long_x = x.told.size() > long_statement, long_y = y.told.size() > long_statement;
      if (long_x != long_y) return long_x;
      if (long_x) return x.told.size() > y.told.size();
      return expectation_.worth(told, x.told) < expectation_.worth(told, y.told);
    });
  }

  std::vector<Index> most_promising() const {
    std::vector<std::pair<int32_t, Index>> order;
    for (size_t i = 0; i < a_.events.size(); ++i)
      order.push_back({-weighed_.tellings()[i].score, static_cast<Index>(i)});
    std::sort(order.begin(), order.end());
    if (order.size() > most_weighed) order.resize(most_weighed);
    std::vector<Index> out;
    out.reserve(order.size());
    for (auto [score, event] : order) out.push_back(event);
    return out;
  }

  // "Ông Tám nói." tells nothing.
  bool is_empty(const Event& e) const {
    if (e.what.present() || e.passive || e.predicate == none) return false;
    return has(phrasing_.cues()[static_cast<size_t>(e.predicate)], Cue::say);
  }

  void write(Index event) {
    if (is_empty(a_.events[static_cast<size_t>(event)])) return;
    for (const Event& form : forms_of(a_, phrasing_.cues(), a_.events[static_cast<size_t>(event)])) {
      std::u16string text = phrasing_.write(form);
      if (text.empty()) continue;
      Expectation::Told told = expectation_.read(text);
      int32_t worth = expectation_.worth({}, told);
      forms_.push_back({event, std::move(text), std::move(told), worth});
    }
  }

  // The form of an event not chosen yet that adds most; nothing when the summary is full or none adds anything.
  std::optional<size_t> adds_most(const std::vector<size_t>& chosen, const Expectation::Told& told, int32_t worth) {
    if (chosen.size() == most_statements) return {};
    bool few = chosen.size() < fewest_statements;
    std::optional<size_t> best;
    int32_t most = few ? -1 : worth;
    for (size_t i = 0; i < forms_.size(); ++i) {
      if (std::any_of(chosen.begin(), chosen.end(), [&](size_t c) { return forms_[c].event == forms_[i].event; }))
        continue;
      int32_t together = expectation_.worth(told, forms_[i].told);
      if (together <= most) continue;
      most = together;
      best = i;
    }
    return best;
  }

  void take(size_t form, std::vector<size_t>& chosen, Expectation::Told& told, int32_t& worth) {
    chosen.push_back(form);
    worth = expectation_.worth(told, forms_[form].told);
    told.insert(told.end(), forms_[form].told.begin(), forms_[form].told.end());
  }

  std::vector<Statement> statements(const std::vector<size_t>& chosen) {
    std::vector<Statement> out;
    out.reserve(chosen.size());
    for (size_t i : chosen) out.push_back({forms_[i].event, std::move(forms_[i].text)});
    return out;
  }

  const Article& a_;
  const Phrasing& phrasing_;
  const Salience& weighed_;
  Expectation expectation_;
  std::vector<Form> forms_;
};

}  // namespace

std::vector<Statement> choose(const Article& article, const Phrasing& phrasing, const SalienceWeights& weights,
                              const Salience& weighed) {
  Choice choice(article, phrasing, weighed);
  return weighed.titled() ? choice.by_rank(weights.top) : choice.together();
}

}  // namespace ailamgi::summary
