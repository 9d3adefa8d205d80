// The states of the grammar's automaton, each worked out when a text first leads to it.
//
// As the patterns are written down, most moves from state to state take nothing (Thompson 1968, "Regular Expression
// Search Algorithm"). A state that is asked for is given the moves of all states that such empty moves lead on to, with
// the actions on the way. There are twenty thousand states with ten times as many moves between them, of which an
// article needs some hundreds: to work out all of them took three quarters of the time in which a model was opened.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "names/value_action.h"

namespace ailamgi {

class ValueStates {
 public:
  using Actions = std::span<const ValueAction>;

  // Takes a word or a number and leads to a state.
  struct Edge {
    uint32_t symbol;  // a word's number, or words + a number class
    uint32_t target;
    Actions actions;
    bool glued, capital;
  };
  struct Accept {
    ValueKind kind;
    Actions actions;
  };
  struct State {
    std::vector<Edge> words, numbers;  // those of words by symbol, else as written
    std::optional<Accept> accept;
  };

  // The patterns as they are written down, in knots: a move from knot to knot takes a word, a number, or nothing.
  struct Patterns {
    static constexpr uint32_t none = UINT32_MAX;
    enum class Kind : uint8_t { empty, word, number };
    struct Move {
      Kind kind;
      bool glued, capital;
      uint32_t target;       // a knot; of a move that takes something, the number of the state that begins there
      uint32_t symbol;       // as in Edge; of an empty move its action in `actions`, or none
      uint32_t next = none;  // move of the same knot, in the order in which they were written
    };
    struct Knot {
      uint32_t first = none, last = none;  // in moves
      std::optional<ValueKind> found;      // of a pattern that ends here
    };
    std::vector<Knot> knots;
    std::vector<Move> moves;
    std::vector<uint32_t> states;  // knots at which they begin: the first, and where words and numbers lead
    std::vector<ValueAction> actions;
  };

  ValueStates() = default;
  explicit ValueStates(Patterns patterns);

  size_t size() const { return made_.size(); }
  // O(1) when it is known; otherwise O(moves that lead on from it). May be called from several threads at once.
  const State& operator[](uint32_t number) const;

 private:
  // Lists of actions, as a tree: a list is its last action after a shorter list; 0 is the empty one.
  struct ActionList {
    uint32_t before, last, size;
    std::optional<Actions> kept;
  };
  struct Work {
    std::mutex one_at_a_time;
    Patterns patterns;
    std::deque<State> states;
    std::vector<ActionList> lists;
    std::unordered_map<uint64_t, uint32_t> longer;  // by list and the action added
    std::deque<std::vector<ValueAction>> kept;
    std::vector<uint32_t> stamps;  // of knots: the state that last came by
    uint32_t stamp = 0;
    std::vector<std::pair<uint32_t, uint32_t>> ways;  // knot, list of actions

    const State& make(uint32_t number);
    uint32_t longer_list(uint32_t list, uint32_t action);
    Actions keep(uint32_t list);
  };
  using Made = std::atomic<const State*>;

  std::unique_ptr<Work> work_;
  mutable std::vector<Made> made_;
};

}  // namespace ailamgi
