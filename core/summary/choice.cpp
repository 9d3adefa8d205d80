#include "summary/choice.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "summary/expectation.h"
#include "summary/forms.h"

namespace ailamgi::summary {
namespace {

constexpr size_t most_ranked = 40, most_weighed = 16, most_starts = 6, fewest_statements = 3;
constexpr size_t long_statement = 28;  // syllables: a shorter form is taken if there is one
// What a statement loses when all its words have been told, in 1/32; and above how much of it, in 1/256, it is left
// out.
constexpr int32_t repetition = 24, most_repeated = 205;

// How much of a sorted set is in another, in 1/256.
int32_t share(const std::vector<Index>& part, const std::vector<Index>& whole) {
  std::vector<Index> both;
  std::set_intersection(part.begin(), part.end(), whole.begin(), whole.end(), std::back_inserter(both));
  return part.empty() ? 0 : static_cast<int32_t>(both.size() * 256 / part.size());
}

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

  std::vector<Statement> by_rank() {
    struct Candidate {
      Index event;
      int32_t score, told;
      int32_t left() const { return score - told * repetition / 256; }
    };
    std::vector<Candidate> rest;
    for (size_t i = 0; i < a_.events.size(); ++i)
      rest.push_back({static_cast<Index>(i), weighed_.tellings()[i].final_score, 0});
    auto better = [](const Candidate& x, const Candidate& y) {
      return x.left() != y.left() ? x.left() > y.left() : x.event < y.event;
    };
    size_t candidates = std::min(rest.size(), most_ranked);
    std::partial_sort(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(candidates), rest.end(), better);
    rest.resize(candidates);
    std::vector<Statement> out;
    std::vector<Index> told;
    Expectation::Told syllables;
    while (!rest.empty() && out.size() < most_statements) {
      auto best = std::min_element(rest.begin(), rest.end(), better);
      Index event = best->event;
      bool again = best->told >= most_repeated;
      rest.erase(best);
      if (again) continue;
      forms_.clear();
      write(event);
      if (forms_.empty()) continue;
      auto form = std::max_element(forms_.begin(), forms_.end(), [&](const Form& x, const Form& y) {
        bool long_x = x.told.size() > long_statement, long_y = y.told.size() > long_statement;
        if (long_x != long_y) return long_x;
        if (long_x) return x.told.size() > y.told.size();
        return expectation_.worth(syllables, x.told) < expectation_.worth(syllables, y.told);
      });
      syllables.insert(syllables.end(), form->told.begin(), form->told.end());
      out.push_back({event, std::move(form->text)});
      std::vector<Index> all;
      const std::vector<Index>& words = words_of(event);
      std::set_union(told.begin(), told.end(), words.begin(), words.end(), std::back_inserter(all));
      told = std::move(all);
      for (Candidate& c : rest) c.told = share(words_of(c.event), told);
    }
    return out;
  }

 private:
  const std::vector<Index>& words_of(Index event) const {
    return weighed_.tellings()[static_cast<size_t>(event)].words;
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

  void write(Index event) {
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

std::vector<Statement> choose(const Article& article, const Phrasing& phrasing, const Salience& weighed) {
  Choice choice(article, phrasing, weighed);
  return weighed.titled() ? choice.by_rank() : choice.together();
}

}  // namespace ailamgi::summary
