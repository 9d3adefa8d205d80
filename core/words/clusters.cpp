#include "words/clusters.h"

#include "model/reader.h"

namespace ailamgi {

std::optional<Clusters> Clusters::open(const Model& model) {
  return open(model.section("clusters"), model.section("word-tags"));
}

std::optional<Clusters> Clusters::open(Bytes section, Bytes word_tags) {
  SectionReader in(section);
  auto bits = in.value<uint32_t>();
  auto entries = in.value<uint32_t>();
  auto classes = in.value<uint32_t>();
  auto number = in.value<uint16_t>();
  if (!in.ok() || bits < 4 || bits > 20 || entries > (1U << 24) || classes < 2 || classes > 65535 || number >= classes)
    return std::nullopt;
  Clusters c;
  c.shift_ = 64 - bits;
  c.number_ = number;
  c.block_start_ = in.array<uint32_t>(size_t{1} << (bits - 4));
  c.bucket_size_ = in.array<uint8_t>(size_t{1} << bits);
  c.fingerprint_ = in.array<uint8_t>(entries);
  c.strength_ = in.array<uint8_t>(entries);
  c.class_ = in.array<uint16_t>(entries);
  c.middle_ = in.array<uint8_t>(classes);
  c.coarse_ = in.array<uint8_t>(classes);
  if (!in.ok()) return std::nullopt;
  uint32_t start = 0;
  for (size_t b = 0; b < c.bucket_size_.size(); ++b) {
    if (b % 16 == 0 && c.block_start_[b / 16] != start) return std::nullopt;
    start += c.bucket_size_[b];
  }
  if (start != entries) return std::nullopt;
  for (uint16_t k : c.class_) {
    if (k >= classes) return std::nullopt;
  }
  if (!word_tags.empty()) {
    c.tags_ = SectionReader(word_tags).array<uint8_t>(entries);
    if (c.tags_.size() != entries) return std::nullopt;
  }
  return c;
}

std::optional<size_t> Clusters::place(uint64_t phrase) const {
  uint64_t bucket = phrase >> shift_;
  uint32_t at = block_start_[bucket / 16];
  for (uint64_t b = bucket & ~uint64_t{15}; b < bucket; ++b) at += bucket_size_[b];
  auto print = static_cast<uint8_t>(phrase);
  auto more = static_cast<uint8_t>((phrase >> 8) & 15);
  for (uint32_t end = at + bucket_size_[bucket]; at < end; ++at) {
    if (fingerprint_[at] == print && strength_[at] >> 4 == more) {
      return at;
    }
  }
  return std::nullopt;
}

Clusters::Entry Clusters::entry(uint64_t phrase) const {
  auto at = place(phrase);
  if (!at) return {};
  return {class_[*at], static_cast<uint8_t>(strength_[*at] & 15), tags_.empty() ? uint8_t{0} : tags_[*at]};
}

}  // namespace ailamgi
