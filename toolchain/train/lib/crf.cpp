#include "train/lib/crf.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <random>

#include "model/sparse_weights.h"
#include "pack/model_writer.h"

namespace ailamgi::train {
namespace {

constexpr float low = -1e4F;

struct Coordinate {
  float z = 0, n = 0;
};

// One label row of FTRL state.
struct Row {
  std::array<Coordinate, crf_labels> c;
};

class Learner {
 public:
  Learner(size_t features, const CrfOptions& o)
      : options_(o), rows_(features), weights_{std::vector<CrfScores>(features), o.base_transitions} {}

  CrfWeights& weights() { return weights_; }

  void update(uint32_t f, const CrfScores& gradient) { step(rows_[f], weights_.features[f], gradient, options_.l1); }
  void update_transitions(size_t from, const CrfScores& gradient) {
    const CrfScores& base = options_.base_transitions[from];
    CrfScores& w = weights_.transitions[from];
    for (size_t y = 0; y < crf_labels; ++y) w[y] -= base[y];
    step(transitions_[from], w, gradient, 0);
    for (size_t y = 0; y < crf_labels; ++y) w[y] += base[y];
  }

 private:
  void step(Row& row, CrfScores& w, const CrfScores& g, float l1) const {
    for (size_t y = 0; y < crf_labels; ++y) {
      if (std::abs(g[y]) < 1e-4F) continue;
      Coordinate& c = row.c[y];
      float n = c.n + g[y] * g[y];
      float sigma = (std::sqrt(n) - std::sqrt(c.n)) / options_.rate;
      c.z += g[y] - sigma * w[y];
      c.n = n;
      w[y] = std::abs(c.z) <= l1
                 ? 0.F
                 : -(c.z - std::copysign(l1, c.z)) / ((1 + std::sqrt(c.n)) / options_.rate + options_.l2);
    }
  }
  CrfOptions options_;
  std::vector<Row> rows_;
  std::array<Row, crf_labels> transitions_{};
  CrfWeights weights_;
};

float log_sum(const float* v, size_t n) {
  float top = *std::max_element(v, v + n);
  float sum = 0;
  for (size_t i = 0; i < n; ++i) sum += std::exp(v[i] - top);
  return top + std::log(sum);
}

void learn_from(const CrfSentence& s, Learner& learner) {
  const CrfWeights& w = learner.weights();
  std::vector<CrfScores> unary = score(w, s);
  size_t n = unary.size();
  std::vector<CrfScores> alpha(n), beta(n);
  auto transition = [&](size_t p, size_t y) {
    return may_follow(static_cast<uint8_t>(p), static_cast<uint8_t>(y)) ? w.transitions[p][y] : low;
  };
  std::array<CrfScores, crf_labels> t;
  for (size_t p = 0; p < crf_labels; ++p) {
    for (size_t y = 0; y < crf_labels; ++y) t[p][y] = transition(p, y);
  }
  float terms[crf_labels];
  for (size_t y = 0; y < crf_labels; ++y) alpha[0][y] = t[label_outside][y] + unary[0][y];
  for (size_t i = 1; i < n; ++i) {
    for (size_t y = 0; y < crf_labels; ++y) {
      for (size_t p = 0; p < crf_labels; ++p) terms[p] = alpha[i - 1][p] + t[p][y];
      alpha[i][y] = log_sum(terms, crf_labels) + unary[i][y];
    }
  }
  beta[n - 1].fill(0);
  for (size_t i = n - 1; i-- > 0;) {
    for (size_t p = 0; p < crf_labels; ++p) {
      for (size_t y = 0; y < crf_labels; ++y) terms[y] = t[p][y] + unary[i + 1][y] + beta[i + 1][y];
      beta[i][p] = log_sum(terms, crf_labels);
    }
  }
  float total = log_sum(alpha[n - 1].data(), crf_labels);
  std::array<CrfScores, crf_labels> transition_gradient{};
  for (size_t i = 0; i < n; ++i) {
    uint8_t before = i == 0 ? label_outside : s.labels[i - 1];
    for (size_t p = 0; p < crf_labels; ++p) {
      if (i == 0 && p != label_outside) continue;
      for (size_t y = 0; y < crf_labels; ++y) {
        float a = i == 0 ? 0 : alpha[i - 1][p];
        float probability = std::exp(a + t[p][y] + unary[i][y] + beta[i][y] - total);
        transition_gradient[p][y] += s.weight * probability;
      }
    }
    transition_gradient[before][s.labels[i]] -= s.weight;
    if (s.features[i].empty()) continue;
    CrfScores g;
    bool matters = false;
    for (size_t y = 0; y < crf_labels; ++y) {
      g[y] = s.weight * (std::exp(alpha[i][y] + beta[i][y] - total) - (y == s.labels[i] ? 1.F : 0.F));
      matters |= std::abs(g[y]) > 1e-4F;
    }
    if (!matters) continue;
    for (uint32_t f : s.features[i]) learner.update(f, g);
  }
  if (s.offset.empty()) {
    for (size_t p = 0; p < crf_labels; ++p) learner.update_transitions(p, transition_gradient[p]);
  }
}

}  // namespace

uint32_t FeatureNumbers::number_of(uint64_t feature) {
  auto [it, fresh] = numbers_.try_emplace(feature, static_cast<uint32_t>(hashes_.size()));
  if (fresh) hashes_.push_back(feature);
  return it->second;
}

int64_t FeatureNumbers::find(uint64_t feature) const {
  auto it = numbers_.find(feature);
  return it == numbers_.end() ? -1 : static_cast<int64_t>(it->second);
}

CrfWeights train_crf(const std::vector<const CrfSentence*>& sentences, size_t features, const CrfOptions& options) {
  std::vector<uint32_t> count(features);
  for (const CrfSentence* s : sentences) {
    for (const auto& fs : s->features) {
      for (uint32_t f : fs) ++count[f];
    }
  }
  std::vector<CrfSentence> kept;
  for (const CrfSentence* s : sentences) {
    bool any = std::any_of(s->features.begin(), s->features.end(), [](const auto& f) { return !f.empty(); });
    if (!any) continue;
    kept.push_back(*s);
    for (auto& fs : kept.back().features) {
      std::erase_if(fs, [&](uint32_t f) { return count[f] < options.min_count; });
    }
  }
  Learner learner(features, options);
  std::vector<size_t> order(kept.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::mt19937 random(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[random() % k]);
    for (size_t k : order) learn_from(kept[k], learner);
  }
  return std::move(learner.weights());
}

std::vector<CrfScores> score(const CrfWeights& w, const CrfSentence& s) {
  std::vector<CrfScores> out(s.features.size());
  for (size_t i = 0; i < out.size(); ++i) {
    CrfScores& o = out[i];
    o.fill(0);
    if (!s.offset.empty()) o = s.offset[i];
    if (s.features[i].empty() && s.offset.empty()) {
      o.fill(low);
      o[label_outside] = 0;
      continue;
    }
    for (uint32_t f : s.features[i]) {
      const CrfScores& row = w.features[f];
      for (size_t y = 0; y < crf_labels; ++y) o[y] += row[y];
    }
  }
  return out;
}

std::vector<uint8_t> decode(const CrfWeights& w, const std::vector<CrfScores>& scores) {
  auto whole = [](float f) { return static_cast<int32_t>(std::lround(f * 1000)); };
  std::vector<LabelScores> s(scores.size());
  LabelTransitions t;
  for (size_t i = 0; i < s.size(); ++i) {
    for (size_t y = 0; y < crf_labels; ++y) s[i][y] = whole(scores[i][y]);
  }
  for (size_t p = 0; p < crf_labels; ++p) {
    for (size_t y = 0; y < crf_labels; ++y) t[p][y] = whole(w.transitions[p][y]);
  }
  std::vector<uint8_t> labels;
  best_labels(s, t, labels);
  return labels;
}

std::string pack_weights(const CrfWeights& w, const FeatureNumbers& numbers, float scale, size_t* used) {
  std::vector<std::pair<uint64_t, std::array<int8_t, crf_labels>>> rows;
  for (size_t f = 0; f < w.features.size(); ++f) {
    std::array<int8_t, crf_labels> q{};
    bool any = false;
    for (size_t y = 0; y < crf_labels; ++y) {
      q[y] = static_cast<int8_t>(std::clamp(std::lround(w.features[f][y] * scale), -127L, 127L));
      any |= q[y] != 0;
    }
    if (any) rows.emplace_back(numbers.hash(static_cast<uint32_t>(f)), q);
  }
  // The heaviest first, so that a row that finds no place is a light one.
  auto size_of = [](const auto& r) {
    int n = 0;
    for (int8_t q : r.second) n += std::abs(q);
    return n;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    int x = size_of(a), y = size_of(b);
    return x != y ? x > y : a.first < b.first;
  });
  auto bits = std::max(4U, static_cast<unsigned>(std::bit_width(rows.size() * 4 / 3)));
  size_t n = size_t{1} << bits;
  std::vector<uint8_t> check(n);
  std::vector<int8_t> weights(n * crf_labels);
  for (const auto& [hash, q] : rows) {
    auto first = static_cast<size_t>(hash >> (64 - bits));
    for (size_t k = 0; k < SparseWeights::reach; ++k) {
      size_t row = (first + k) & (n - 1);
      if (check[row] == SparseWeights::check_of(hash)) break;  // would never be told from the heavier one
      if (check[row] != 0) continue;
      check[row] = SparseWeights::check_of(hash);
      std::copy(q.begin(), q.end(), weights.begin() + static_cast<std::ptrdiff_t>(row * crf_labels));
      break;
    }
  }
  if (used != nullptr) *used = rows.size();
  std::string out;
  put(out, static_cast<uint32_t>(bits));
  put(out, static_cast<uint32_t>(crf_labels));
  put_array(out, check);
  put_array(out, weights);
  return out;
}

std::string pack_transitions(const CrfWeights& w, float scale) {
  std::string out;
  for (const auto& row : w.transitions) {
    for (float t : row) put(out, static_cast<int16_t>(std::clamp(std::lround(t * scale), -32000L, 32000L)));
  }
  return out;
}

}  // namespace ailamgi::train
