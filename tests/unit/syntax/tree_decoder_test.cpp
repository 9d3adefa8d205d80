#include "syntax/tree_decoder.h"

#include <doctest/doctest.h>

#include <climits>
#include <random>

using namespace ailamgi::syntax;

namespace {

bool is_projective_tree(const std::vector<int32_t>& heads) {
  auto n = static_cast<int32_t>(heads.size());
  int roots = 0;
  for (int32_t m = 0; m < n; ++m) {
    roots += heads[static_cast<size_t>(m)] < 0;
    int32_t at = m;
    for (int32_t steps = 0; at >= 0; ++steps, at = heads[static_cast<size_t>(at)]) {
      if (steps > n) return false;
    }
  }
  if (roots != 1) return false;
  for (int32_t m = 0; m < n; ++m) {
    int32_t h = heads[static_cast<size_t>(m)];
    if (h < 0) continue;
    for (int32_t k = std::min(h, m) + 1; k < std::max(h, m); ++k) {
      int32_t at = k;
      while (at >= 0 && at != h) at = heads[static_cast<size_t>(at)];
      if (at != h) return false;
    }
  }
  return true;
}

int64_t total(const std::vector<int32_t>& scores, const std::vector<int32_t>& heads) {
  int64_t sum = 0;
  for (size_t m = 0; m < heads.size(); ++m) sum += scores[m * (heads.size() + 1) + static_cast<size_t>(heads[m] + 1)];
  return sum;
}

}  // namespace

TEST_CASE("the decoder finds the best projective tree with one root") {
  std::mt19937 random(7);
  TreeDecoder decoder;
  for (int round = 0; round < 300; ++round) {
    size_t n = 1 + random() % 5;
    std::vector<int32_t> scores(n * (n + 1)), heads(n), tried(n, -1);
    for (int32_t& s : scores) s = static_cast<int32_t>(random() % 2001) - 1000;
    decoder.decode(scores, n, heads.data());
    REQUIRE(is_projective_tree(heads));
    int64_t best = INT64_MIN;
    for (bool more = true; more;) {
      if (is_projective_tree(tried)) best = std::max(best, total(scores, tried));
      more = false;
      for (size_t i = 0; i < n && !more; ++i) {
        more = ++tried[i] < static_cast<int32_t>(n);
        if (!more) tried[i] = -1;
      }
    }
    CHECK(total(scores, heads) == best);
  }
}

TEST_CASE("the decoder copes with the longest sentence and with extreme scores") {
  TreeDecoder decoder;
  std::mt19937 random(8);
  for (size_t n : {size_t{1}, size_t{2}, max_tree}) {
    std::vector<int32_t> scores(n * (n + 1)), heads(n);
    for (int32_t extreme : {-(1 << 22), 0, 1 << 22}) {
      std::fill(scores.begin(), scores.end(), extreme);
      decoder.decode(scores, n, heads.data());
      CHECK(is_projective_tree(heads));
    }
    for (int32_t& s : scores) s = static_cast<int32_t>(random() % (1U << 23)) - (1 << 22);
    decoder.decode(scores, n, heads.data());
    CHECK(is_projective_tree(heads));
  }
}
