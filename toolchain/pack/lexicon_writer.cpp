#include "pack/lexicon_writer.h"

#include <algorithm>
#include <bit>
#include <set>

#include "model/hash.h"
#include "model/lexicon.h"
#include "pack/model_writer.h"
#include "pack/phrase_hash.h"

namespace ailamgi {

uint16_t LexiconWriter::value_number(const std::string& value) {
  auto [it, fresh] = value_numbers_.try_emplace(value, static_cast<uint16_t>(values_.size()));
  if (fresh) values_.push_back(value);
  return it->second;
}

std::string LexiconWriter::add_list(const std::string& name, std::istream& in) {
  auto list = static_cast<uint16_t>(names_.size());
  names_.push_back(name);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    size_t tab = line.find('\t');
    uint64_t hash = phrase_hash(line.substr(0, tab), Lexicon::max_syllables);
    if (hash == 0) return "line " + std::to_string(number) + ": no phrase of 1 to 8 syllables";
    entries_[hash].emplace(list, value_number(tab == std::string::npos ? "" : line.substr(tab + 1)));
    if (values_.size() > 0xFFFF) return "line " + std::to_string(number) + ": too many different values";
  }
  return {};
}

std::string LexiconWriter::section() const {
  int bits = std::clamp(static_cast<int>(std::bit_width(entries_.size())) - 1, 4, 24);  // what Lexicon::open() takes
  std::vector<uint8_t> bucket_size(size_t{1} << bits);
  std::vector<uint32_t> block_start(bucket_size.size() / 16), set_start{0}, value_start{0};
  std::vector<uint16_t> fingerprints, item_sets;
  std::vector<Lexicon::Item> items;
  std::map<std::map<uint16_t, uint16_t>, uint16_t> set_numbers;
  for (const auto& [hash, lists] : entries_) {  // in order of hash, hence of bucket
    ++bucket_size[hash >> (64 - bits)];
    auto [it, fresh] = set_numbers.try_emplace(lists, static_cast<uint16_t>(set_numbers.size()));
    if (fresh) {
      for (auto [list, value] : lists) items.push_back({list, value});
      set_start.push_back(static_cast<uint32_t>(items.size()));
    }
    fingerprints.push_back(static_cast<uint16_t>(hash));
    item_sets.push_back(it->second);
  }
  uint32_t at = 0;
  for (size_t b = 0; b < bucket_size.size(); ++b) {
    if (b % 16 == 0) block_start[b / 16] = at;
    at += bucket_size[b];
  }
  std::string value_text, names;
  for (const auto& v : values_) {
    value_text += v;
    value_start.push_back(static_cast<uint32_t>(value_text.size()));
  }
  for (const auto& n : names_) names += n + '\n';
  std::string out;
  for (size_t n : {static_cast<size_t>(bits), fingerprints.size(), set_start.size() - 1, items.size(), values_.size(),
                   value_text.size(), names.size()}) {
    put(out, static_cast<uint32_t>(n));
  }
  put_array(out, block_start);
  put_array(out, bucket_size);
  put_array(out, fingerprints);
  put_array(out, item_sets);
  put_array(out, set_start);
  put_array(out, items);
  put_array(out, value_start);
  return out + value_text + names;
}

}  // namespace ailamgi
