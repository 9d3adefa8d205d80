#include "syntax/affine.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "pack/model_writer.h"

using namespace ailamgi;
using namespace ailamgi::syntax;

TEST_CASE("the matrix product is the plain sum, rounded and cut") {
  std::mt19937 random(3);
  struct Case {
    size_t inputs, outputs, rows;
    uint32_t shift;
  };
  for (auto [inputs, outputs, rows, shift] : {Case{2, 1, 1, 1}, Case{96, 17, 7, 7}, Case{512, 24, 5, 6}}) {
    std::string bytes;
    put(bytes, shift);
    std::vector<int8_t> weights(inputs * outputs);
    std::vector<int16_t> bias(outputs);
    for (auto& w : weights) w = static_cast<int8_t>(static_cast<int>(random() % 256) - 128);
    for (auto& b : bias) b = static_cast<int16_t>(static_cast<int>(random() % 4000) - 2000);
    for (auto w : weights) put(bytes, w);
    if (bytes.size() % 2 != 0) bytes.push_back('\0');
    for (auto b : bias) put(bytes, b);
    SectionReader in(std::as_bytes(std::span(bytes.data(), bytes.size())));
    Affine a;
    REQUIRE(a.open(in, inputs, outputs));
    std::vector<Activation> x(rows * inputs), y(rows * a.stride());
    for (auto& v : x) v = static_cast<Activation>(static_cast<int>(random() % 32769) - 16384);
    a.apply(x.data(), inputs, rows, y.data());
    for (size_t r = 0; r < rows; ++r) {
      for (size_t o = 0; o < outputs; ++o) {
        int64_t sum = int64_t{1} << (shift - 1);
        for (size_t k = 0; k < inputs; ++k) sum += int64_t{x[r * inputs + k]} * weights[o * inputs + k];
        int64_t expected = std::clamp<int64_t>((sum >> shift) + bias[o], -limit, limit);
        REQUIRE(y[r * a.stride() + o] == expected);
      }
    }
  }
}

TEST_CASE("a matrix that could overflow or does not fit is refused") {
  std::string bytes;
  put(bytes, uint32_t{7});
  bytes.append(100, '\0');
  auto opens = [&](size_t inputs, size_t outputs) {
    SectionReader in(std::as_bytes(std::span(bytes.data(), bytes.size())));
    return Affine().open(in, inputs, outputs);
  };
  CHECK(opens(8, 4));
  CHECK_FALSE(opens(3, 4));
  CHECK_FALSE(opens(0, 4));
  CHECK_FALSE(opens(64, 64));
  CHECK_FALSE(opens(1024, 1));
}
