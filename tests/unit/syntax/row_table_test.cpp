#include "syntax/row_table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pack/model_writer.h"

using namespace ailamgi;
using syntax::RowTable;

namespace {

constexpr size_t width = 4;

Bytes bytes_of(const std::vector<uint64_t>& memory, size_t size) {
  return std::as_bytes(std::span(memory)).first(size);
}

// Opens a section from memory that is aligned as a model's.
bool open(RowTable& table, const std::string& section, uint32_t bits, size_t entries, size_t row_width = width) {
  static std::vector<uint64_t> memory;
  memory.assign(section.size() / 8 + 1, 0);
  section.copy(reinterpret_cast<char*>(memory.data()), section.size());
  SectionReader in(bytes_of(memory, section.size()));
  return table.open(in, bits, entries, row_width, 0);
}

// Sixteen buckets, two words in the last; the last of five rows holds 1, 2, -1, -2.
std::string small() {
  std::string s;
  put_array(s, std::vector<uint32_t>{0});
  put_array(s, std::vector<uint8_t>{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2});
  put_array(s, std::vector<uint16_t>{7, 9});
  put_array(s, std::vector<uint8_t>{0, 0, 0, 0, 0, 0, 0, 0, 0x21, 0xEF});
  return s;
}

}  // namespace

TEST_CASE("words lead to their rows, strangers to none") {
  RowTable table;
  REQUIRE(open(table, small(), 4, 2));
  CHECK(table.find(0xF000000000000007) == RowTable::special_rows);
  CHECK(table.find(0xF000000000000009) == RowTable::special_rows + 1);
  CHECK(table.find(0xF000000000000008) == RowTable::unknown);
  CHECK(table.find(0x1000000000000009) == RowTable::unknown);
  syntax::Activation row[width] = {};
  table.read(RowTable::special_rows + 1, row);
  int one = row[0];
  CHECK(one > 0);
  CHECK(row[1] == 2 * one);
  CHECK(row[2] == -one);
  CHECK(row[3] == -2 * one);
}

TEST_CASE("tables whose parts do not fit together are refused") {
  RowTable table;
  std::string s = small();
  for (size_t size = 0; size < s.size(); ++size) CHECK_FALSE(open(table, s.substr(0, size), 4, 2));
  CHECK_FALSE(open(table, s, 4, 1));
  CHECK_FALSE(open(table, s, 4, 3));
  CHECK_FALSE(open(table, s, 5, 2));
  CHECK_FALSE(open(table, s, 4, 2, 6));
  s[4] = 1;
  CHECK_FALSE(open(table, s, 4, 2));
}

// Found by fuzzing: 2^24 + 3 rows of 256 bytes are 768 bytes to a 32-bit machine.
TEST_CASE("rows that a 32-bit size cannot count are refused") {
  constexpr size_t entries = size_t{1} << 24, buckets_per_block = 16;
  std::string s;
  std::vector<uint32_t> block_start(entries / buckets_per_block);
  for (size_t i = 0; i < block_start.size(); ++i) block_start[i] = static_cast<uint32_t>(i * buckets_per_block);
  put_array(s, block_start);
  put_array(s, std::vector<uint8_t>(entries, 1));
  put_array(s, std::vector<uint16_t>(entries, 0));
  put_array(s, std::vector<uint8_t>(4096, 0));
  RowTable table;
  CHECK_FALSE(open(table, s, 24, entries, 512));
}
