// The grammar of times, sums and percentages: toolchain/lexicons/values.grammar, which also says how patterns are
// written.
//
// Its patterns do not call themselves, so together they are one finite automaton. It is built when the model is opened
// (Thompson 1968, "Regular Expression Search Algorithm") and its empty moves are taken out; finding then follows all
// patterns at once, one step for each atom of text, and never goes back further than the longest pattern.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "names/value_atoms.h"

namespace ailamgi {

// What a pattern finds.
enum class ValueKind : uint8_t { time, money, percent, nothing };

// What { } in a pattern speaks of; see the head of values.grammar.
enum class Slot : uint8_t {
  n,
  day,
  month,
  year,
  hour,
  minute,
  weekday,
  quarter,
  century,
  decade,
  decadeof,
  can,
  chi,
  days,
  weeks,
  months,
  years,
  part,
  to,
  same,
  sameyear,
  last,
  next,
  ago,
  ahead,
  zone,
  vague,
  amount,
  scale,
  currency,
  start,
  end
};

struct ValueAction {
  enum class Source : uint8_t { mark, constant, number };  // {ago}, {days=-1}, {days=n}
  Slot slot;
  Source source;
  int32_t value;  // of a constant; letters are packed eight bits each
};

// One step of a match: what is done before an atom is taken, and the atom (none at the end).
struct ValueStep {
  const ValueAction* begin;
  const ValueAction* end;
  const ValueAtom* atom;
};

class ValueGrammar {
 public:
  // Working memory of match(), to be kept from call to call.
  struct Scratch {
    struct Node {
      int32_t edge, parent;
    };
    struct Thread {
      uint32_t state;
      int32_t node;
    };
    std::vector<Node> nodes;
    std::vector<Thread> now, later;
    std::vector<uint32_t> seen;
    uint32_t stamp = 0;
  };

  // Longest pattern that is followed, in atoms.
  static constexpr int max_atoms = 40;

  // Builds the automaton of the section "values". Nothing when the model has none or it can't be read.
  static std::optional<ValueGrammar> open(const Model& model);

  // The longest match that begins at `begin`: its kind, and its steps in order. Nothing when no pattern fits.
  // O(max_atoms x states alive), and O(1) where no pattern begins.
  std::optional<ValueKind> match(const ValueAtom* begin, const ValueAtom* end, Scratch& scratch,
                                 std::vector<ValueStep>& steps) const;

 private:
  friend class ValueGrammarBuilder;
  struct NumberClass {
    int32_t low, high;
    uint8_t digits;  // exactly so many; 0: at most as many as `high` has
    bool any;        // also numbers with dots and commas
    bool holds(const ValueAtom& a) const;
  };
  struct Edge {
    uint32_t symbol;  // a word's number, or words + a number class
    uint32_t target;
    uint32_t actions;  // first in actions_
    uint16_t action_count;
    bool glued, capital;
  };
  struct State {
    uint32_t words, numbers, end;  // in edges_: those of words by symbol, then those of number classes
    int32_t accept = -1;           // in accepts_
  };
  struct Accept {
    ValueKind kind;
    uint32_t actions, action_count;
  };
  static constexpr uint32_t no_word = 0xFFFFFFFF;

  uint32_t word(uint64_t folded) const;

  std::vector<uint64_t> word_hash_;  // open addressing, 0 empty
  std::vector<uint32_t> word_number_;
  uint32_t words_ = 0;
  std::vector<NumberClass> classes_;
  std::vector<State> states_;  // the first is where every pattern begins
  std::vector<Edge> edges_;
  std::vector<ValueAction> actions_;
  std::vector<Accept> accepts_;
};

}  // namespace ailamgi
