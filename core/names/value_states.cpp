#include "names/value_states.h"

#include <algorithm>

namespace ailamgi {
namespace {

// Most states have an edge or two, for which std::stable_sort would ask for memory every time.
void sort_by_symbol(std::vector<ValueStates::Edge>& edges) {
  auto before = [](const ValueStates::Edge& a, const ValueStates::Edge& b) { return a.symbol < b.symbol; };
  if (edges.size() > 32) return std::stable_sort(edges.begin(), edges.end(), before);
  for (auto at = edges.begin(); at != edges.end(); ++at) {
    std::rotate(std::upper_bound(edges.begin(), at, *at, before), at, at + 1);
  }
}

}  // namespace

ValueStates::ValueStates(Patterns patterns) : work_(std::make_unique<Work>()), made_(patterns.states.size()) {
  work_->stamps.resize(patterns.knots.size());
  work_->lists.push_back({0, 0, 0, {}});
  work_->patterns = std::move(patterns);
}

const ValueStates::State& ValueStates::operator[](uint32_t number) const {
  Made& made = made_[number];
  if (const State* known = made.load(std::memory_order_acquire)) return *known;
  std::lock_guard lock(work_->one_at_a_time);
  if (const State* known = made.load(std::memory_order_relaxed)) return *known;
  const State& state = work_->make(number);
  made.store(&state, std::memory_order_release);
  return state;
}

const ValueStates::State& ValueStates::Work::make(uint32_t number) {
  State& state = states.emplace_back();
  ++stamp;
  ways.assign(1, {patterns.states[number], 0});
  while (!ways.empty()) {
    auto [knot, list] = ways.back();
    ways.pop_back();
    // Where several ways lead to one knot, the one written first counts.
    if (stamps[knot] == stamp) continue;
    stamps[knot] = stamp;
    Actions actions = keep(list);
    if (patterns.knots[knot].found && !state.accept) state.accept = {*patterns.knots[knot].found, actions};
    // What was written first is to be looked at first, hence comes last.
    auto before = static_cast<std::ptrdiff_t>(ways.size());
    for (uint32_t i = patterns.knots[knot].first; i != Patterns::none; i = patterns.moves[i].next) {
      const Patterns::Move& m = patterns.moves[i];
      if (m.kind == Patterns::Kind::empty) {
        ways.emplace_back(m.target, m.symbol == Patterns::none ? list : longer_list(list, m.symbol));
      } else {
        (m.kind == Patterns::Kind::word ? state.words : state.numbers)
            .push_back({m.symbol, m.target, actions, m.glued, m.capital});
      }
    }
    std::reverse(ways.begin() + before, ways.end());
  }
  sort_by_symbol(state.words);
  return state;
}

uint32_t ValueStates::Work::longer_list(uint32_t list, uint32_t action) {
  auto next = static_cast<uint32_t>(lists.size());
  auto [it, fresh] = longer.try_emplace(uint64_t{list} << 32 | action, next);
  if (fresh) lists.push_back({list, action, lists[list].size + 1, {}});
  return it->second;
}

// Each list once.
ValueStates::Actions ValueStates::Work::keep(uint32_t list) {
  if (list == 0) return {};
  if (!lists[list].kept) {
    std::vector<ValueAction>& actions = kept.emplace_back(lists[list].size);
    auto at = actions.end();
    for (uint32_t i = list; i != 0; i = lists[i].before) *--at = patterns.actions[lists[i].last];
    lists[list].kept = actions;
  }
  return *lists[list].kept;
}

}  // namespace ailamgi
