// The grammar of times, sums and percentages: toolchain/lexicons/values.grammar, which also says how patterns are
// written.
//
// Its patterns do not call themselves, so together they are one finite automaton (names/value_states.h). Finding
// follows all patterns at once, one step for each atom of text, and never goes back further than the longest pattern.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "names/value_atoms.h"
#include "names/value_states.h"

namespace ailamgi {

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
      const ValueStates::Edge* edge;
      int32_t parent;
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

  // Reads the patterns of the section "values". Nothing when the model has none or it can't be read.
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
  static constexpr uint32_t no_word = 0xFFFFFFFF;

  uint32_t word(uint64_t folded) const;

  std::vector<uint64_t> word_hash_;  // open addressing, 0 empty
  std::vector<uint32_t> word_number_;
  uint32_t words_ = 0;
  std::vector<NumberClass> classes_;
  ValueStates states_;  // the first is where every pattern begins
};

}  // namespace ailamgi
