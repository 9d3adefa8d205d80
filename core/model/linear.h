// Linear scorer over hashed features with 8-bit weights: score[label] = sum over features of
// weight[row(feature)][label].
//
// Features are hashed straight to rows without keeping their names (the hashing trick: Weinberger et al. 2009, "Feature
// Hashing for Large Scale Multitask Learning"), so the table is read in place and lookup is one multiply-free shift.
// Section layout: u32 log2 of rows (1..24), u32 labels (1..1024), then rows x labels of i8.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "model/model.h"

namespace ailamgi {

class LinearModel {
 public:
  // Takes a model section; nothing when its sizes do not fit.
  static std::optional<LinearModel> open(Bytes section);

  uint32_t labels() const { return labels_; }

  // Adds the weights of one feature (model/hash.h) to scores[0..labels). O(labels).
  void add(uint64_t feature, int32_t* scores) const {
    const int8_t* row = weights_ + (feature >> shift_) * labels_;
    for (uint32_t i = 0; i < labels_; ++i) scores[i] += row[i];
  }

  // The weight of one feature in a model with one label.
  int32_t weight(uint64_t feature) const { return weights_[(feature >> shift_) * labels_]; }

 private:
  LinearModel(const int8_t* weights, uint32_t shift, uint32_t labels)
      : weights_(weights), shift_(shift), labels_(labels) {}
  const int8_t* weights_;
  uint32_t shift_;
  uint32_t labels_;
};

}  // namespace ailamgi
