#include "events/weights.h"

#include <doctest/doctest.h>

#include <cmath>

using ailamgi::events::exponential;

TEST_CASE("the exponential in integers is near the real one and never grows") {
  for (int32_t s = 0; s > -400; --s) {
    double real = 65536 * std::exp(s / 32.0);
    CHECK(std::abs(exponential(s) - real) <= 1 + real / 100);
    CHECK(exponential(s - 1) <= exponential(s));
  }
  CHECK(exponential(0) == 65536);
  CHECK(exponential(-1000000) == 0);
}
