#include "support/small_model.h"

#include <cstring>

namespace ailamgi::fuzz {
namespace {

constexpr uint32_t few_bits = 6;

uint32_t number_at(const std::string& s, size_t at) {
  uint32_t n = 0;
  if (at + 4 <= s.size()) std::memcpy(&n, s.data() + at, 4);
  return n;
}

void put(std::string& s, uint32_t n) {
  s.append(reinterpret_cast<const char*>(&n), 4);
}

// model/linear.h
std::string small_linear(const std::string& s) {
  std::string out;
  put(out, few_bits);
  put(out, number_at(s, 4));
  return out + s.substr(8, (size_t{1} << few_bits) * number_at(s, 4));
}

// Tables of names/name_weights.h behind `skip` bytes of something else.
std::string small_tables(const std::string& s, size_t skip) {
  std::string out = s.substr(0, skip);
  for (size_t at = skip; at + 8 < s.size();) {
    uint32_t bits = number_at(s, at), labels = number_at(s, at + 4);
    if (bits < few_bits || bits > 22 || labels > 16) return s;
    size_t rows = size_t{1} << bits, few = size_t{1} << few_bits;
    if (at + 8 + rows * (1 + labels) > s.size()) return s;
    put(out, few_bits);
    put(out, labels);
    out += s.substr(at + 8, few) + s.substr(at + 8 + rows, few * labels);
    at += 8 + rows * (1 + labels);
  }
  return out;
}

}  // namespace

Sections small_sections(Bytes file, const Model& model) {
  Sections sections;
  uint32_t count = 0;
  std::memcpy(&count, file.data() + 12, 4);
  for (uint32_t i = 0; i < count; ++i) {
    const char* entry = reinterpret_cast<const char*>(file.data()) + 32 + size_t{i} * 32;
    std::string name(entry, strnlen(entry, 16));
    Bytes bytes = model.section(name);
    std::string section(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (name == "words") section = small_linear(section);
    if (name == "names") section = small_tables(section, 4 + 2 * 81 * 2);
    if (name == "events") section = small_tables(section, 4);
    if (name == "quotes") section = small_tables(section, 0);
    sections.emplace_back(name, section);
  }
  return sections;
}

}  // namespace ailamgi::fuzz
