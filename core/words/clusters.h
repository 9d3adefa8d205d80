// The dictionary: which syllables are known to make a word, and in what company the word stands.
//
// Words that stand in the same company share a class, so that what was learned of one frequent word serves its rarer
// neighbours ("giám đốc", "chánh văn phòng"). Learned without supervision from raw news and a list of headwords
// (toolchain/train/clusters.py) and kept as 12-bit fingerprints of the words' hashes: of phrases that are not in the
// table, about one in two thousand is taken for one that is.
// Section layout: u32 log2 of buckets (4..20), u32 entries, u32 fine classes (2..65535), u16 class of numbers; then u32
// first entry of each 16 buckets, u8 entries of each bucket, u8 fingerprint, u8 more fingerprint (high four bits) and
// strength (low four), u16 class of each entry; then u8 middle and u8 coarse class of each fine class.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "article.h"
#include "model/model.h"

namespace ailamgi {

class Clusters {
 public:
  // Takes the section "clusters" of a model; nothing when it is missing or its sizes do not fit.
  static std::optional<Clusters> open(const Model& model);
  // Without the section "word-tags" (one byte of Entry::tags for each entry), all tags are 0.
  static std::optional<Clusters> open(Bytes section, Bytes word_tags = {});

  // The class of a word by its phrase hash (Token::folded), 0 when unknown. Classes count from 1; neighbours in number
  // are neighbours in use. O(1).
  uint16_t find(uint64_t phrase) const { return entry(phrase).word_class; }

  struct Entry {
    uint16_t word_class = 0;  // as find()
    uint8_t strength = 0;     // 0: not in the table; 1..15: kinds of how surely the syllables are one word
    uint8_t tags = 0;         // parts of speech that a list gives the word: the most usual (low four bits) and another
                              // (high four), each a number of word_tags.h, 0 for none
  };
  Entry entry(uint64_t phrase) const;

  // Where the entry of a phrase stands in the table, nothing when it has none; and how many there are. For the packer.
  std::optional<size_t> place(uint64_t phrase) const;
  size_t entries() const { return class_.size(); }

  // The one class that all numbers written in digits share.
  uint16_t number() const { return number_; }

  // Number of fine classes, with the unknown 0.
  uint32_t size() const { return static_cast<uint32_t>(middle_.size()); }

  // Coarser classes of a fine one: about 250 and about 64 in all, 0 for 0.
  uint8_t middle(uint16_t fine) const { return fine < middle_.size() ? middle_[fine] : uint8_t{0}; }
  uint8_t coarse(uint16_t fine) const { return fine < coarse_.size() ? coarse_[fine] : uint8_t{0}; }

 private:
  Clusters() = default;
  uint32_t shift_ = 0;
  uint16_t number_ = 0;
  std::span<const uint32_t> block_start_;
  std::span<const uint8_t> bucket_size_;
  std::span<const uint8_t> fingerprint_, strength_, tags_;
  std::span<const uint16_t> class_;
  std::span<const uint8_t> middle_, coarse_;
};

}  // namespace ailamgi
