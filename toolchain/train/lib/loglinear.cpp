#include "train/lib/loglinear.h"

#include <algorithm>
#include <cmath>

#include "model/sparse_weights.h"

namespace ailamgi::train {

std::vector<uint32_t> Loglinear::numbers(const List& features) {
  std::vector<uint32_t> out;
  out.reserve(features.size());
  for (uint64_t f : features) {
    auto [it, fresh] = number_.try_emplace(f, static_cast<uint32_t>(feature_.size()));
    if (fresh) {
      feature_.push_back(f);
      count_.push_back(0);
    }
    ++count_[it->second];
    out.push_back(it->second);
  }
  return out;
}

void Loglinear::add_choice(const List& features, uint32_t label) {
  examples_.push_back({Kind::choice, label, {numbers(features)}, {}});
}
void Loglinear::add_bits(const List& features, uint32_t bits) {
  examples_.push_back({Kind::bits, bits, {numbers(features)}, {}});
}
void Loglinear::add_ranking(const std::vector<List>& candidates, const std::vector<bool>& right) {
  Example e{Kind::ranking, 0, {}, right};
  for (const List& c : candidates) e.lists.push_back(numbers(c));
  examples_.push_back(std::move(e));
}

double Loglinear::dot(const std::vector<uint32_t>& list, uint32_t label) const {
  double total = 0;
  for (uint32_t row : list) total += static_cast<double>(weights_[size_t{row} * labels_ + label]);
  return total;
}

void Loglinear::step(uint32_t row, uint32_t label, double gradient) {
  size_t i = size_t{row} * labels_ + label;
  double g = gradient + prior_ * static_cast<double>(weights_[i]);
  squares_[i] += static_cast<float>(g * g);
  weights_[i] -= static_cast<float>(rate_ * g / std::sqrt(static_cast<double>(squares_[i]) + 1e-2));
}

void Loglinear::train(int epochs, double rate, double prior, uint32_t least, uint32_t seed) {
  least = std::max(least, 1U);  // what was forgotten counts as never seen
  rate_ = rate;
  prior_ = prior;
  weights_.assign(feature_.size() * labels_, 0.F);
  squares_.assign(feature_.size() * labels_, 0.F);
  for (Example& e : examples_) {
    for (auto& list : e.lists) {
      std::erase_if(list, [&](uint32_t row) { return count_[row] < least; });
    }
  }
  std::vector<uint32_t> order(examples_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(seed);
  std::vector<double> p;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (uint32_t i : order) {
      const Example& e = examples_[i];
      if (e.kind == Kind::bits) {
        for (uint32_t label = 0; label < labels_; ++label) {
          double g = 1 / (1 + std::exp(-dot(e.lists[0], label))) - ((e.target >> label & 1) != 0 ? 1.0 : 0.0);
          if (std::abs(g) < 1e-4) continue;
          for (uint32_t row : e.lists[0]) step(row, label, g);
        }
        continue;
      }
      size_t n = e.kind == Kind::choice ? labels_ : e.lists.size();
      p.assign(n, 0);
      for (size_t k = 0; k < n; ++k) {
        p[k] = e.kind == Kind::choice ? dot(e.lists[0], static_cast<uint32_t>(k)) : dot(e.lists[k], 0);
      }
      double top = *std::max_element(p.begin(), p.end()), sum = 0, good = 0;
      auto is_right = [&](size_t k) { return e.kind == Kind::choice ? k == e.target : bool(e.right[k]); };
      for (size_t k = 0; k < n; ++k) {
        p[k] = std::exp(p[k] - top);
        sum += p[k];
        if (is_right(k)) good += p[k];
      }
      for (size_t k = 0; k < n; ++k) {
        double g = p[k] / sum - (is_right(k) && good > 0 ? p[k] / good : 0);
        if (std::abs(g) < 1e-4) continue;
        const auto& list = e.kind == Kind::choice ? e.lists[0] : e.lists[k];
        for (uint32_t row : list) step(row, e.kind == Kind::choice ? static_cast<uint32_t>(k) : 0, g);
      }
    }
  }
}

// The weights of a feature as they are written down. Of one choice only differences count: the middle one becomes 0.
std::vector<int8_t> Loglinear::written(size_t row, Packing packing) const {
  std::vector<int8_t> out(labels_);
  if (weights_.empty()) return out;
  const bool choice = !examples_.empty() && examples_[0].kind == Kind::choice;
  float base = 0;
  if (choice) {
    const auto first = weights_.begin() + static_cast<std::ptrdiff_t>(row * labels_);
    std::vector<float> sorted(first, first + labels_);
    std::sort(sorted.begin(), sorted.end());
    base = sorted[labels_ / 2];
  }
  for (uint32_t l = 0; l < labels_; ++l) {
    double q = static_cast<double>(weights_[row * labels_ + l] - base) * 32 / packing.step;
    long w = std::clamp(std::lround(q), -127L / packing.step, 127L / packing.step) * packing.step;
    out[l] = static_cast<int8_t>(std::abs(w) > packing.floor ? w : 0);
  }
  return out;
}

void Loglinear::forget(Packing packing) {
  for (size_t r = 0; r < feature_.size(); ++r) {
    const std::vector<int8_t> w = written(r, packing);
    if (std::all_of(w.begin(), w.end(), [](int8_t x) { return x == 0; })) count_[r] = 0;
  }
}

void Loglinear::append_section(std::string& out, Packing packing) const {
  std::vector<std::pair<uint64_t, std::vector<int8_t>>> rows;
  for (size_t r = 0; r < feature_.size(); ++r) {
    std::vector<int8_t> w = written(r, packing);
    if (std::any_of(w.begin(), w.end(), [](int8_t x) { return x != 0; })) rows.push_back({feature_[r], std::move(w)});
  }
  // In the order of their places nobody is pushed far, and the table can be full.
  std::sort(rows.begin(), rows.end());
  uint32_t bits = 4;
  while ((size_t{1} << bits) * 3 < rows.size() * 4) ++bits;
  for (bool fits = false; !fits; ++bits) {
    size_t size = size_t{1} << bits;
    std::vector<uint8_t> check(size);
    std::vector<int8_t> weights(size * labels_);
    fits = true;
    for (const auto& [feature, w] : rows) {
      size_t row = static_cast<size_t>(feature >> (64 - bits));
      uint32_t k = 0;
      while (k < SparseWeights::reach && check[(row + k) & (size - 1)] != 0) ++k;
      if (k == SparseWeights::reach) {
        fits = false;
        break;
      }
      size_t at = (row + k) & (size - 1);
      check[at] = SparseWeights::check_of(feature);
      std::copy(w.begin(), w.end(), weights.begin() + static_cast<std::ptrdiff_t>(at * labels_));
    }
    if (!fits) continue;
    for (uint32_t v : {bits, labels_}) {
      while (out.size() % 4 != 0) out.push_back('\0');
      out.append(reinterpret_cast<const char*>(&v), 4);
    }
    out.append(reinterpret_cast<const char*>(check.data()), check.size());
    out.append(reinterpret_cast<const char*>(weights.data()), weights.size());
  }
}

}  // namespace ailamgi::train
