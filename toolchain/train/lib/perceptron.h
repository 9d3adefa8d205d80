// Averaged perceptron over the hashed feature rows that core/model/linear.h scores at run time.
//
// Collins 2002, "Discriminative Training Methods for Hidden Markov Models"; the averaging trick of Daumé 2006 keeps a
// second, time-weighted table instead of summing all weights after every example. Trained straight in hashed space, so
// collisions are learned around; quantised to 8 bits at the end.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ailamgi::train {

class Perceptron {
 public:
  Perceptron(uint32_t log2_rows, uint32_t labels);

  uint32_t labels() const { return labels_; }
  void add_scores(uint64_t feature, float* scores) const;
  void scores(std::span<const uint64_t> features, float* out) const;  // sets out[0..labels)

  // Adds `delta` to the weight of a label under every feature.
  void update(std::span<const uint64_t> features, uint32_t label, float delta);
  // Ends an example, seen or mistaken: the unit of time for averaging.
  void tick() { ++time_; }

  // Replaces the weights by their averages over all ticks.
  void average();

  // The section of core/model/linear.h, weights scaled so that the largest are about 127 (the `percentile` of absolute
  // values above zero maps to 127, larger ones are cut) and those below `prune` of that unit are dropped.
  // `scale` gets the factor from a trained weight to an 8-bit one.
  std::string section(double percentile = 0.9995, double prune = 0.5, double* scale = nullptr) const;

 private:
  size_t row(uint64_t feature) const { return static_cast<size_t>(feature >> shift_) * labels_; }
  uint32_t log2_rows_, labels_, shift_;
  uint64_t time_ = 1;
  std::vector<float> weights_;
  std::vector<double> totals_;
};

}  // namespace ailamgi::train
