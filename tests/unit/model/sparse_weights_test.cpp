#include "model/sparse_weights.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "pack/model_writer.h"
#include "support/analysis.h"

using namespace ailamgi;

namespace {

constexpr uint32_t bits = 6, rows = 1U << bits;

// A feature whose own row and check are these.
uint64_t feature_at(uint64_t row, uint8_t check) {
  return row << (64 - bits) | check;
}

Bytes bytes_of(const std::string& section) {
  return std::as_bytes(std::span(section.data(), section.size()));
}

}  // namespace

TEST_CASE("a feature has the weights of its row or of one behind it, a stranger has none") {
  std::array<uint8_t, rows> check{};
  std::array<int8_t, rows * 2> weights{};
  auto fill = [&](size_t row, uint8_t c, int8_t first, int8_t second) {
    check[row] = c;
    weights[row * 2] = first;
    weights[row * 2 + 1] = second;
  };
  fill(3, 7, 1, -128);
  fill(4, 9, 2, 127);  // of row 3, too
  fill(rows - 1, 5, 3, -3);
  fill(0, 6, 4, -4);  // of the last row, too
  fill(20, 1, 5, -5);
  std::string section;
  put(section, bits);
  put(section, uint32_t{2});
  for (uint8_t c : check) put(section, c);
  for (int8_t w : weights) put(section, w);
  SectionReader in(bytes_of(section));
  auto table = SparseWeights::read(in);
  REQUIRE(table);
  REQUIRE(table->labels() == 2);
  auto of = [&](uint64_t feature) {
    std::array<int32_t, 2> scores{};
    table->add(feature, scores.data());
    return std::pair{scores[0], scores[1]};
  };
  CHECK(of(feature_at(3, 7)) == std::pair{1, -128});
  CHECK(of(feature_at(3, 9)) == std::pair{2, 127});
  CHECK(of(feature_at(rows - 1, 5)) == std::pair{3, -3});
  CHECK(of(feature_at(rows - 1, 6)) == std::pair{4, -4});
  CHECK(of(feature_at(20, 0)) == std::pair{5, -5});  // 0 says that a row is empty
  CHECK(of(feature_at(3, 8)) == std::pair{0, 0});
  CHECK(of(feature_at(rows - 1, 9)) == std::pair{0, 0});
  CHECK(of(feature_at(2, 7)) == std::pair{0, 0});  // its own row is empty
}

TEST_CASE("weights of impossible size are refused") {
  for (auto [log2, labels] : {std::pair{3U, 1U}, {23U, 1U}, {4U, 0U}, {4U, 17U}, {6U, 1U}}) {
    std::string section;
    put(section, log2);
    put(section, labels);
    section.append(64, '\0');
    SectionReader in(bytes_of(section));
    CHECK_FALSE(SparseWeights::read(in));
  }
}

TEST_CASE("a torn section is refused") {
  Bytes whole = support::model().section("names");
  REQUIRE(whole.size() > 400);
  SectionReader in(whole.subspan(328, 64));
  CHECK_FALSE(SparseWeights::read(in));
}
