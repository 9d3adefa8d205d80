// Compiles word lists into the section of core/model/lexicon.h.
#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <string>
#include <vector>

namespace ailamgi {

class LexiconWriter {
 public:
  // Reads a list. Returns what is wrong with it, or nothing.
  std::string add_list(const std::string& name, std::istream& in);
  std::string section() const;

 private:
  uint16_t value_number(const std::string& value);

  std::vector<std::string> names_;
  std::map<std::string, uint16_t> value_numbers_;
  std::vector<std::string> values_;
  // phrase hash -> (list, value), lists in order
  std::map<uint64_t, std::map<uint16_t, uint16_t>> entries_;
};

}  // namespace ailamgi
