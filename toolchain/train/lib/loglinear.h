// Log-linear models over hashed features: classifiers, independent yes-no labels, and rankers.
//
// Maximum likelihood with a quadratic prior, by AdaGrad (Duchi et al. 2011, "Adaptive Subgradient Methods"). Features
// seen fewer than `least` times are dropped. Weights come out in 1/32 of a unit, clipped to 8 bits, in the checked hash
// table of core/model/sparse_weights.h.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace ailamgi::train {

class Loglinear {
 public:
  explicit Loglinear(uint32_t labels) : labels_(labels) {}

  using List = std::vector<uint64_t>;

  // One of labels() holds. Label 0's weights stay free, like the others'.
  void add_choice(const List& features, uint32_t label);
  // Each label holds when its bit is set. For one label this is logistic regression.
  void add_bits(const List& features, uint32_t bits);
  // One of several candidates is right, any of those marked. For models of one label.
  void add_ranking(const std::vector<List>& candidates, const std::vector<bool>& right);

  // How weights are written down: what a table weighs after compression is the number of its features, eight bits each,
  // and how much its weights differ.
  struct Packing {
    int32_t floor = 3;  // a weight of at most this (in 1/32) is written as none, a feature without any is left out
    int32_t step = 1;   // weights are rounded to multiples of this
  };

  size_t examples() const { return examples_.size(); }
  void train(int epochs, double rate, double prior, uint32_t least, uint32_t seed = 1);
  // Forgets, for the next train(), the features that would be left out. Those kept then learn what the others knew,
  // which costs far less accuracy than leaving out as many at the end.
  void forget(Packing packing);
  void append_section(std::string& out, Packing packing) const;
  void append_section(std::string& out) const { append_section(out, {}); }

 private:
  enum class Kind : uint8_t { choice, bits, ranking };
  struct Example {
    Kind kind;
    uint32_t target;  // label or bits
    std::vector<std::vector<uint32_t>> lists;
    std::vector<bool> right;
  };
  std::vector<uint32_t> numbers(const List& features);
  void step(uint32_t row, uint32_t label, double gradient);
  std::vector<int8_t> written(size_t row, Packing packing) const;
  double dot(const std::vector<uint32_t>& list, uint32_t label) const;

  uint32_t labels_;
  double rate_ = 0.1, prior_ = 0;
  std::unordered_map<uint64_t, uint32_t> number_;
  std::vector<uint64_t> feature_;
  std::vector<uint32_t> count_;
  std::vector<float> weights_, squares_;
  std::vector<Example> examples_;
};

}  // namespace ailamgi::train
