#include "names/value_grammar.h"

#include <algorithm>

namespace ailamgi {

bool ValueGrammar::NumberClass::holds(const ValueAtom& a) const {
  if (a.digits == 0) return false;
  if (any) return true;
  if (a.number < low || a.number > high) return false;
  if (digits > 0) return a.digits == digits;
  int most = 1;
  for (int32_t h = high; h >= 10; h /= 10) ++most;
  return a.digits <= most;
}

uint32_t ValueGrammar::word(uint64_t folded) const {
  size_t mask = word_hash_.size() - 1;
  for (size_t i = folded & mask; word_hash_[i] != 0; i = (i + 1) & mask) {
    if (word_hash_[i] == folded) return word_number_[i];
  }
  return no_word;
}

std::optional<ValueKind> ValueGrammar::match(const ValueAtom* begin, const ValueAtom* end, Scratch& scratch,
                                             std::vector<ValueStep>& steps) const {
  steps.clear();
  if (begin->digits == 0 && word(begin->folded) == no_word) return {};
  scratch.nodes.clear();
  scratch.now.assign(1, {0, -1});
  scratch.seen.resize(states_.size());
  int32_t best_node = -1;
  const ValueStates::Accept* best = nullptr;
  int length = 0;
  for (const ValueAtom* a = begin; a != end && length < max_atoms && !scratch.now.empty(); ++a, ++length) {
    scratch.later.clear();
    if (++scratch.stamp == 0) {
      std::fill(scratch.seen.begin(), scratch.seen.end(), 0u);
      scratch.stamp = 1;
    }
    bool accepted = false;
    auto follow = [&](const Scratch::Thread& t, const ValueStates::Edge& e) {
      if ((e.glued && !a->glued) || (e.capital && !a->capital) || scratch.seen[e.target] == scratch.stamp) return;
      scratch.seen[e.target] = scratch.stamp;
      auto node = static_cast<int32_t>(scratch.nodes.size());
      scratch.nodes.push_back({&e, t.node});
      scratch.later.push_back({e.target, node});
      const auto& accept = states_[e.target].accept;
      if (accept && !accepted) {
        accepted = true;
        best_node = node;
        best = &*accept;
      }
    };
    uint32_t w = word(a->folded);
    for (const auto& t : scratch.now) {
      const ValueStates::State& s = states_[t.state];
      if (w != no_word) {
        auto at = std::lower_bound(s.words.begin(), s.words.end(), w,
                                   [](const ValueStates::Edge& e, uint32_t symbol) { return e.symbol < symbol; });
        for (; at != s.words.end() && at->symbol == w; ++at) follow(t, *at);
      }
      if (a->digits == 0) continue;
      for (const ValueStates::Edge& e : s.numbers) {
        if (classes_[e.symbol - words_].holds(*a)) follow(t, e);
      }
    }
    scratch.now.swap(scratch.later);
  }
  if (best_node < 0) return {};
  auto add = [&](ValueStates::Actions actions) {
    steps.push_back({actions.data(), actions.data() + actions.size(), nullptr});
  };
  add(best->actions);
  for (int32_t n = best_node; n >= 0; n = scratch.nodes[static_cast<size_t>(n)].parent) {
    add(scratch.nodes[static_cast<size_t>(n)].edge->actions);
  }
  std::reverse(steps.begin(), steps.end());
  for (size_t i = 0; i + 1 < steps.size(); ++i) steps[i].atom = begin + i;
  return best->kind;
}

}  // namespace ailamgi
