// Training of the linear-chain conditional random field that core/names/ runs.
//
// FTRL-Proximal (McMahan et al. 2013, "Ad Click Prediction: a View from the Trenches"): per-coordinate rates, and an L1
// term that leaves most weights at exactly zero, which is what keeps the model small.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "names/viterbi.h"

namespace ailamgi::train {

inline constexpr size_t crf_labels = name_label_count;
using CrfScores = std::array<float, crf_labels>;

// A sentence: features of each syllable as numbers, none where the syllable can stand in no name.
struct CrfSentence {
  std::vector<std::vector<uint32_t>> features;
  std::vector<CrfScores> offset;  // scores that are given beforehand; empty for none
  std::vector<uint8_t> labels;
  float weight = 1;
};

// Numbers for feature hashes. A feature counts from its second sentence on.
class FeatureNumbers {
 public:
  uint32_t number_of(uint64_t feature);  // makes one when missing
  int64_t find(uint64_t feature) const;  // -1 when missing
  size_t size() const { return hashes_.size(); }
  uint64_t hash(uint32_t number) const { return hashes_[number]; }

 private:
  std::unordered_map<uint64_t, uint32_t> numbers_;
  std::vector<uint64_t> hashes_;
};

struct CrfOptions {
  int epochs = 12;
  float rate = 0.15F, l1 = 0.6F, l2 = 0.5F;
  uint32_t min_count = 2;
  uint32_t seed = 1;
  std::array<CrfScores, crf_labels> base_transitions{};  // what training starts from and is drawn back to
};

struct CrfWeights {
  std::vector<CrfScores> features;  // by number
  std::array<CrfScores, crf_labels> transitions{};
};

CrfWeights train_crf(const std::vector<const CrfSentence*>& sentences, size_t features, const CrfOptions& options);

// Sums of the weights of each syllable's features, on top of the sentence's offsets; very low for names where a
// syllable has none.
std::vector<CrfScores> score(const CrfWeights& weights, const CrfSentence& sentence);
std::vector<uint8_t> decode(const CrfWeights& weights, const std::vector<CrfScores>& scores);

// The weights as the core reads them (model/sparse_weights.h), multiplied by `scale`. Gives the number of rows used.
std::string pack_weights(const CrfWeights& weights, const FeatureNumbers& numbers, float scale, size_t* used);
std::string pack_transitions(const CrfWeights& weights, float scale);

}  // namespace ailamgi::train
