#include "train/lib/perceptron.h"

#include <algorithm>
#include <cmath>

#include "pack/model_writer.h"

namespace ailamgi::train {

Perceptron::Perceptron(uint32_t log2_rows, uint32_t labels)
    : log2_rows_(log2_rows),
      labels_(labels),
      shift_(64 - log2_rows),
      weights_((size_t{1} << log2_rows) * labels),
      totals_(weights_.size()) {}

void Perceptron::add_scores(uint64_t feature, float* scores) const {
  const float* w = weights_.data() + row(feature);
  for (uint32_t i = 0; i < labels_; ++i) scores[i] += w[i];
}

void Perceptron::scores(std::span<const uint64_t> features, float* out) const {
  std::fill(out, out + labels_, 0.F);
  for (uint64_t f : features) add_scores(f, out);
}

void Perceptron::update(std::span<const uint64_t> features, uint32_t label, float delta) {
  for (uint64_t f : features) {
    size_t i = row(f) + label;
    weights_[i] += delta;
    totals_[i] += static_cast<double>(delta) * static_cast<double>(time_);
  }
}

void Perceptron::average() {
  for (size_t i = 0; i < weights_.size(); ++i) {
    weights_[i] -= static_cast<float>(totals_[i] / static_cast<double>(time_));
    totals_[i] = 0;
  }
  time_ = 1;
}

std::string Perceptron::section(double percentile, double prune, double* scale) const {
  std::vector<float> sizes;
  for (float w : weights_) {
    if (w != 0.F) sizes.push_back(std::abs(w));
  }
  double top = 1;
  if (!sizes.empty()) {
    auto nth = static_cast<size_t>(percentile * static_cast<double>(sizes.size() - 1));
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(nth), sizes.end());
    top = sizes[nth];
  }
  double factor = 127 / top;
  if (scale != nullptr) *scale = factor;
  std::string out;
  put(out, log2_rows_);
  put(out, labels_);
  for (float w : weights_) {
    double q = static_cast<double>(w) * factor;
    if (std::abs(q) < prune) q = 0;
    put(out, static_cast<int8_t>(std::clamp(std::lround(q), -127L, 127L)));
  }
  return out;
}

}  // namespace ailamgi::train
