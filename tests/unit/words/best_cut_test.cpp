#include <algorithm>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>
#include "words/word_segmenter.h"

using namespace ailamgi;

namespace {

int score_of(unsigned joins, int count, const std::vector<int>& gaps, const std::vector<int>& words) {
  int total = 0, start = 0;
  for (int i = 1; i <= count; ++i) {
    bool joined = i < count && ((joins >> i) & 1U) != 0;
    if (joined) {
      total += gaps[static_cast<size_t>(i)];
    } else {
      total += words[static_cast<size_t>(start * 8 + i - start)];
      start = i;
    }
  }
  return total;
}

}  // namespace

TEST_CASE("the best cut is the best of all cuts") {
  constexpr int count = 7;
  uint64_t state = 1;
  for (int round = 0; round < 50; ++round) {
    auto random = [&] { return static_cast<int>((state = mix(state + 1)) % 21) - 10; };
    std::vector<words::Unit> units(count);
    for (auto& u : units) u.breaks = false;
    std::vector<int> gaps(count), words(count * 8 + 8);
    for (int& g : gaps) g = random();
    for (int& w : words) w = random();
    int best = -1000;
    for (unsigned joins = 0; joins < 1U << count; joins += 2)
      best = std::max(best, score_of(joins, count, gaps, words));
    words::BestCut<int> cut;
    cut.find(
        units.data(), count, [&](int i) { return gaps[static_cast<size_t>(i)]; },
        [&](int i, int n, uint64_t) { return words[static_cast<size_t>(i * 8 + n)]; });
    CHECK(cut.best.back() == best);
  }
}

TEST_CASE("no word goes across a mark that breaks") {
  std::vector<words::Unit> units(3);
  for (auto& u : units) u.breaks = false;
  units[1].breaks = true;
  words::BestCut<int> cut;
  cut.find(
      units.data(), 3, [](int) { return 100; }, [](int, int, uint64_t) { return 0; });
  for (int n : cut.lengths) CHECK(n == 1);
}
