// The best dependency tree of a sentence under a score for each possible arc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ailamgi::syntax {

// Finds the projective tree with exactly one root whose arcs' scores add up to the most (Eisner 1996, "Three New
// Probabilistic Models for Dependency Parsing"; arc-factored as in McDonald et al. 2005). Where each word's own best
// head already makes such a tree, which is usual, that is the answer in O(n); otherwise O(n^3), so callers bound n.
class TreeDecoder {
 public:
  // `scores` holds n rows of n + 1: of word i under the root, then under each word. Each within +-2^22. Writes to
  // heads[0..n) the governing word's number, -1 for the root.
  void decode(std::span<const int32_t> scores, size_t n, int32_t* heads);

 private:
  bool greedy(std::span<const int32_t> scores, size_t n, int32_t* heads);
  void eisner(std::span<const int32_t> scores, size_t n, int32_t* heads);

  // Spans [i, j] headed at their left or right end, complete or waiting for that end's last child. Those headed right
  // are kept with i and j swapped, so that inner loops run along memory.
  std::vector<int32_t> complete_left_, complete_right_, open_left_, open_right_;
  std::vector<uint8_t> split_left_, split_right_, split_open_;
  struct Piece {
    int32_t i, j;
    uint8_t kind;
  };
  std::vector<Piece> stack_;
  std::vector<uint8_t> seen_;
};

inline constexpr size_t max_tree = 128;  // words in one call of decode()

}  // namespace ailamgi::syntax
