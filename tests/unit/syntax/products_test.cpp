#include "syntax/products.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace ailamgi::syntax;

TEST_CASE("every machine's way to a product gives the same numbers") {
  Products wide = wide_products();
  if (wide == nullptr) return;
  std::mt19937 random(5);
  auto up_to = [&](int most) { return static_cast<int16_t>(std::uniform_int_distribution<int>(-most, most)(random)); };
  for (size_t outputs : {8U, 16U, 24U, 384U}) {
    for (size_t rows : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 81U}) {
      size_t inputs = 64, x_stride = 66;
      std::vector<int16_t> weights(inputs * outputs), bias(outputs), x(rows * x_stride + 1);
      for (auto& w : weights) w = up_to(127);
      for (auto& b : bias) b = up_to(32767);
      for (auto& v : x) v = up_to(16000);
      std::vector<int16_t> one(rows * outputs + 1, 7), other(rows * outputs + 1, 7);
      Matrix matrix{weights.data(), bias.data(), inputs, outputs, 6, 16000};
      products(matrix, x.data(), x_stride, rows, one.data());
      wide(matrix, x.data(), x_stride, rows, other.data());
      REQUIRE(one == other);
    }
  }
}
