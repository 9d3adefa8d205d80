#include "words/clusters.h"

#include <cstring>
#include <string>

#include <doctest/doctest.h>

using namespace ailamgi;

namespace {

template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Sixteen buckets; one entry in bucket 3 with class 2, strength 5 and the fingerprint of 0x3000000000000AB7.
std::string section() {
  std::string s;
  put(s, uint32_t{4});
  put(s, uint32_t{1});
  put(s, uint32_t{3});
  put(s, uint16_t{1});
  put(s, uint16_t{0});
  put(s, uint32_t{0});
  for (int b = 0; b < 16; ++b) put(s, static_cast<uint8_t>(b == 3));
  put(s, uint8_t{0xB7});
  put(s, uint8_t{0xA5});
  put(s, uint16_t{2});
  for (int v : {0, 7, 9, 0, 1, 2}) put(s, static_cast<uint8_t>(v));
  return s;
}

std::optional<Clusters> open(const std::string& bytes) {
  return Clusters::open(std::as_bytes(std::span(bytes)));
}

}  // namespace

TEST_CASE("a word is found by bucket and fingerprint") {
  std::string bytes = section();
  auto clusters = open(bytes);
  REQUIRE(clusters);
  CHECK(clusters->find(0x3000000000000AB7) == 2);
  CHECK(clusters->entry(0x3000000000000AB7).strength == 5);
  CHECK(clusters->find(0x3000000000000BB7) == 0);
  CHECK(clusters->find(0x4000000000000AB7) == 0);
  CHECK(clusters->number() == 1);
  CHECK(clusters->middle(2) == 9);
  CHECK(clusters->coarse(2) == 2);
  CHECK(clusters->coarse(999) == 0);
}

TEST_CASE("a torn section of classes is refused") {
  std::string bytes = section();
  for (size_t n = 0; n < bytes.size(); ++n) CHECK_FALSE(open(bytes.substr(0, n)));
  std::string crowded = bytes;
  crowded[20 + 5] = 1;  // one more entry than there are
  CHECK_FALSE(open(crowded));
  std::string stray = bytes;
  stray[20 + 16 + 2] = 9;  // a class that does not exist
  CHECK_FALSE(open(stray));
}
