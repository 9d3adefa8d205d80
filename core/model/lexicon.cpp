#include "model/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "model/reader.h"

namespace ailamgi {
namespace {

constexpr size_t buckets_per_block = 16;
static_assert(std::endian::native == std::endian::little, "the lowest byte must be the first bucket's");

// The sum of the first n (below 16) of 16 bytes.
inline size_t sum_of_first(const uint8_t* bytes, size_t n) {
  uint64_t halves[2];
  std::memcpy(halves, bytes, sizeof halves);
  const uint64_t below = (uint64_t{1} << n % 8 * 8) - 1;
  halves[0] &= n < 8 ? below : ~uint64_t{0};
  halves[1] &= n < 8 ? 0 : below;
  constexpr uint64_t even = 0x00ff00ff00ff00ff;
  uint64_t pairs = 0;
  for (uint64_t half : halves) pairs += (half & even) + (half >> 8U & even);
  return pairs * 0x0001000100010001 >> 48U;
}

// Non-decreasing, from 0 to at most `limit`: then every [start[i], start[i + 1]) is a valid range.
bool are_bounds(std::span<const uint32_t> starts, size_t limit) {
  return !starts.empty() && std::is_sorted(starts.begin(), starts.end()) && starts.back() <= limit;
}

std::string_view as_text(std::span<const char> s) {
  return {s.data(), s.size()};
}

}  // namespace

std::optional<Lexicon> Lexicon::open(const Model& model) {
  SectionReader in(model.section("lexicon"));
  Lexicon x;
  x.bucket_bits_ = in.value<uint32_t>();
  auto entries = in.value<uint32_t>();
  auto sets = in.value<uint32_t>();
  auto items = in.value<uint32_t>();
  auto values = in.value<uint32_t>();
  auto value_bytes = in.value<uint32_t>();
  auto name_bytes = in.value<uint32_t>();
  if (!in.ok() || x.bucket_bits_ < 4 || x.bucket_bits_ > 24) return std::nullopt;
  size_t buckets = size_t{1} << x.bucket_bits_;
  x.block_start_ = in.array<uint32_t>(buckets / buckets_per_block);
  x.bucket_size_ = in.array<uint8_t>(buckets);
  x.fingerprint_ = in.array<uint16_t>(entries);
  x.item_set_ = in.array<uint16_t>(entries);
  x.set_start_ = in.array<uint32_t>(size_t{sets} + 1);
  x.items_ = in.array<Item>(items);
  x.value_start_ = in.array<uint32_t>(size_t{values} + 1);
  x.value_text_ = as_text(in.array<char>(value_bytes));
  x.list_names_ = as_text(in.array<char>(name_bytes));
  if (!in.ok() || !are_bounds(x.set_start_, items) || !are_bounds(x.value_start_, value_bytes)) return std::nullopt;
  size_t at = 0;
  for (size_t b = 0; b < buckets; ++b) {
    if (b % buckets_per_block == 0 && x.block_start_[b / buckets_per_block] != at) return std::nullopt;
    at += x.bucket_size_[b];
  }
  bool fits = at == entries &&
              std::all_of(x.item_set_.begin(), x.item_set_.end(), [&](uint16_t s) { return s < sets; }) &&
              std::all_of(x.items_.begin(), x.items_.end(), [&](const Item& i) { return i.value < values; });
  if (!fits) return std::nullopt;
  return x;
}

ListId Lexicon::list(std::string_view name) const {
  ListId id = 0;
  for (size_t i = 0; i < list_names_.size(); ++id) {
    size_t end = std::min(list_names_.find('\n', i), list_names_.size());
    if (list_names_.substr(i, end - i) == name) return id;
    i = end + 1;
  }
  return no_list;
}

Lexicon::Entry Lexicon::find(uint64_t phrase) const {
  size_t bucket = static_cast<size_t>(phrase >> (64 - bucket_bits_));
  size_t block = bucket / buckets_per_block;
  size_t at =
      block_start_[block] + sum_of_first(bucket_size_.data() + block * buckets_per_block, bucket % buckets_per_block);
  auto wanted = static_cast<uint16_t>(phrase);
  for (size_t end = at + bucket_size_[bucket]; at < end; ++at) {
    if (fingerprint_[at] == wanted) {
      uint32_t begin = set_start_[item_set_[at]];
      return items_.subspan(begin, set_start_[size_t{item_set_[at]} + 1] - begin);
    }
  }
  return {};
}

std::string_view Lexicon::value(Entry entry, ListId list) const {
  for (const Item& item : entry) {
    if (item.list == list) {
      uint32_t begin = value_start_[item.value];
      return value_text_.substr(begin, value_start_[size_t{item.value} + 1] - begin);
    }
  }
  return {};
}

}  // namespace ailamgi
