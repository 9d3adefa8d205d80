#include "model/linear.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "model/hash.h"
#include "pack/model_writer.h"

using namespace ailamgi;

TEST_CASE("a linear model sums the rows of its features") {
  uint64_t high = feature(1, 42), low = feature(1, 43);
  if ((high >> 63) == (low >> 63)) low = ~high;
  std::string section;
  put(section, uint32_t{1});
  put(section, uint32_t{2});
  for (int8_t w : std::array<int8_t, 4>{1, -2, 100, -128}) put(section, w);
  auto model = LinearModel::open(std::as_bytes(std::span(section.data(), section.size())));
  REQUIRE(model);
  REQUIRE(model->labels() == 2);
  std::array<int32_t, 2> scores{};
  model->add(high, scores.data());
  model->add(low, scores.data());
  CHECK(scores[0] == 101);
  CHECK(scores[1] == -130);
}

TEST_CASE("a linear model of impossible size is refused") {
  for (auto [rows, labels] : {std::pair{0U, 1U}, {25U, 1U}, {4U, 0U}, {4U, 2000U}, {24U, 1024U}}) {
    std::string section;
    put(section, rows);
    put(section, labels);
    section.append(64, '\0');
    CHECK_FALSE(LinearModel::open(std::as_bytes(std::span(section.data(), section.size()))));
  }
  CHECK_FALSE(LinearModel::open({}));
}
