#include "support/small_model.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "model/reader.h"
#include "pack/model_writer.h"

namespace ailamgi::fuzz {
namespace {

constexpr uint32_t few_bits = 6;

constexpr const char* short_grammar =
    "unit = một {n=1} | hai {n=2} | <#0-99>\n"
    "@TIME = hôm qua {days=-1} | (hôm | ngày)? <#1-31> {day} ~ / ~ <#1-12> {month} (~ / ~ <#4:1000-2999> {year})?\n"
    "      | <unit> {n=3} năm {years=-n} [trước]\n"
    "@MONEY = <number> {amount} (triệu | tỷ)? ^USD\n"
    "@PERCENT = <number> {amount} ~ %\n"
    "@NONE = <unit> người\n";

std::string as_string(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

template <class T>
void put_span(std::string& out, std::span<const T> values) {
  put_array(out, std::vector<T>(values.begin(), values.end()));
}

// model/linear.h
std::string small_linear(Bytes section) {
  SectionReader in(section);
  auto bits = in.value<uint32_t>(), labels = in.value<uint32_t>();
  std::string out;
  put(out, std::min(bits, few_bits));
  put(out, labels);
  put_span(out, in.array<int8_t>((size_t{1} << std::min(bits, few_bits)) * labels));
  return out;
}

// Tables of model/sparse_weights.h behind `skip` bytes of something else.
std::string small_tables(Bytes section, size_t skip) {
  SectionReader in(section);
  std::string out;
  put_span(out, in.array<char>(skip));
  while (in.ok() && in.left() > 0) {
    auto bits = in.value<uint32_t>(), labels = in.value<uint32_t>();
    auto check = in.array<uint8_t>(size_t{1} << bits);
    auto weights = in.array<int8_t>(check.size() * labels);
    if (!in.ok()) break;
    uint32_t less = std::min(bits, few_bits);
    put(out, less);
    put(out, labels);
    put_span(out, check.first(size_t{1} << less));
    put_span(out, weights.first((size_t{1} << less) * labels));
  }
  return out;
}

// The buckets of a table of words, in which a hash's first bits say which bucket is its.
class Buckets {
 public:
  // Takes u32 first entry of each 16 buckets and u8 entries of each bucket; keeps the entries of the hashes' buckets.
  Buckets(SectionReader& in, uint32_t bits, const std::vector<uint64_t>& hashes) {
    in.array<uint32_t>((size_t{1} << bits) / 16);
    auto sizes = in.array<uint8_t>(size_t{1} << bits);
    std::vector<bool> wanted(sizes.size());
    for (uint64_t h : hashes) wanted[h >> (64 - bits)] = true;
    sizes_.assign(size_t{1} << few_bits, 0);
    size_t entry = 0;
    for (size_t b = 0; b < sizes.size(); ++b) {
      uint8_t& size = sizes_[b >> (bits - few_bits)];
      for (size_t end = entry + sizes[b]; entry < end; ++entry) {
        if (!wanted[b] || size == 255) continue;
        ++size;
        kept_.push_back(entry);
      }
    }
    // As even or odd a number as all, so that what follows keeps its place between multiples of four.
    if ((entry - kept_.size()) % 2 == 0 || kept_.empty()) return;
    --*std::find_if(sizes_.rbegin(), sizes_.rend(), [](uint8_t n) { return n > 0; });
    kept_.pop_back();
  }

  uint32_t count() const { return static_cast<uint32_t>(kept_.size()); }
  void put_to(std::string& out) const {
    std::vector<uint32_t> starts;
    uint32_t start = 0;
    for (size_t b = 0; b < sizes_.size(); ++b) {
      if (b % 16 == 0) starts.push_back(start);
      start += sizes_[b];
    }
    put_array(out, starts);
    put_array(out, sizes_);
  }
  // What is kept of an array with `width` values an entry, behind its `more` first rows.
  template <class T>
  std::vector<T> of(std::span<const T> all, size_t width = 1, size_t more = 0) const {
    std::vector<T> out(all.begin(), all.begin() + static_cast<ptrdiff_t>(more * width));
    for (size_t e : kept_) {
      auto row = all.subspan((more + e) * width, width);
      out.insert(out.end(), row.begin(), row.end());
    }
    return out;
  }

 private:
  std::vector<uint8_t> sizes_;
  std::vector<size_t> kept_;
};

struct Dictionary {
  std::string clusters, tags;
};

// words/clusters.h
Dictionary small_dictionary(Bytes section, Bytes tags, const std::vector<uint64_t>& hashes) {
  SectionReader in(section);
  auto bits = in.value<uint32_t>(), entries = in.value<uint32_t>(), classes = in.value<uint32_t>();
  auto number = in.value<uint16_t>();
  Buckets buckets(in, bits, hashes);
  Dictionary out;
  put(out.clusters, few_bits);
  put(out.clusters, buckets.count());
  put(out.clusters, classes);
  put(out.clusters, number);
  buckets.put_to(out.clusters);
  for (int i = 0; i < 2; ++i) put_array(out.clusters, buckets.of(in.array<uint8_t>(entries)));
  put_array(out.clusters, buckets.of(in.array<uint16_t>(entries)));
  for (int i = 0; i < 2; ++i) put_span(out.clusters, in.array<uint8_t>(classes));
  put_array(out.tags, buckets.of(SectionReader(tags).array<uint8_t>(entries)));
  return out;
}

// syntax/parser.h: the tables of words and syllables cut down, the layers whole.
std::string small_parser(Bytes section, const std::vector<uint64_t>& hashes) {
  constexpr size_t numbers = 13, word_width_at = 1, syllable_width_at = 2, word_bits_at = 8, syllable_bits_at = 10;
  constexpr size_t special_rows = 3;
  SectionReader in(section);
  std::vector<uint32_t> head(numbers);
  for (uint32_t& n : head) n = in.value<uint32_t>();
  std::string tables;
  auto add = [&](size_t bits_at, size_t width_at) {
    size_t entries = head[bits_at + 1], row = head[width_at] / 2;
    Buckets buckets(in, head[bits_at], hashes);
    buckets.put_to(tables);
    put_array(tables, buckets.of(in.array<uint16_t>(entries)));
    put_array(tables, buckets.of(in.array<uint8_t>((entries + special_rows) * row), row, special_rows));
    head[bits_at] = few_bits;
    head[bits_at + 1] = buckets.count();
  };
  add(word_bits_at, word_width_at);
  add(syllable_bits_at, syllable_width_at);
  std::string out;
  put_array(out, head);
  out += tables;
  return out + as_string(section.last(in.left()));
}

}  // namespace

Sections small_sections(const Model& model, const std::vector<uint64_t>& hashes) {
  auto section = [&](const char* name) { return model.section(name); };
  Dictionary dictionary = small_dictionary(section("clusters"), section("word-tags"), hashes);
  constexpr size_t format = 4, transitions = 2 * 81 * sizeof(int16_t);
  return {{"lexicon", as_string(section("lexicon"))},
          {"relations", as_string(section("relations"))},
          {"values", short_grammar},
          {"clusters", dictionary.clusters},
          {"word-tags", dictionary.tags},
          {"words", small_linear(section("words"))},
          {"parser", small_parser(section("parser"), hashes)},
          {"names", small_tables(section("names"), format + transitions)},
          {"references", small_tables(section("references"), 0)},
          {"events", small_tables(section("events"), format)},
          {"quotes", small_tables(section("quotes"), 0)},
          {"summary", small_tables(section("summary"), 0)}};
}

}  // namespace ailamgi::fuzz
