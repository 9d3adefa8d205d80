// ailamgi-train-pos: trains the part-of-speech tagger.
//
//   ailamgi-train-pos --gold TRAIN.conllu [--gold …] --clusters clusters.bin [--test DEV.conllu] [--out pos.bin]
//                     [--raw VIETNEWS.seg --leave-out IDS --articles N]
//
// A structured perceptron with averaged weights over the gold sentences. With --raw, a first model tags raw sentences
// (whose words are given) and a second one learns from those before it learns from the gold: self-training, which
// teaches it words that the gold does not have.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>

#include "pack/model_writer.h"
#include "syntax/pos_features.h"
#include "syntax/pos_tagger.h"
#include "train/lib/arguments.h"
#include "train/lib/sentences.h"
#include "words/word_segmenter.h"

using namespace ailamgi;
using namespace ailamgi::train;

namespace {

using Tags = std::vector<uint8_t>;
constexpr size_t n_tags = upos_count;

uint8_t number_of(const std::string& name) {
  static const char* const names[] = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                      "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  for (uint8_t i = 0; i < n_tags; ++i) {
    if (name == names[i]) return i;
  }
  return static_cast<uint8_t>(Upos::X);
}

struct Example {
  std::vector<pos::Word> words;
  Tags tags;
  size_t size() const { return tags.size(); }
};

class Trainer {
 public:
  explicit Trainer(uint32_t bits)
      : bits_(bits),
        weights_((size_t{1} << bits) * n_tags),
        totals_(weights_.size()),
        seen_(size_t{1} << bits),
        transitions_((n_tags + 1) * n_tags),
        transition_totals_(transitions_.size()) {}

  void learn(const Example& e, float rate, float margin) {
    find(e, margin, true);
    ++time_;
    if (found_ == e.tags) return;
    for (size_t i = 0; i < e.size(); ++i) {
      uint8_t good = e.tags[i], bad = found_[i];
      if (good != bad) {
        pos::features(e.words.data() + pos::padding + i, [&](uint64_t f) {
          size_t r = static_cast<size_t>(f >> (64 - bits_));
          bump(weights_, totals_, r * n_tags + good, rate);
          bump(weights_, totals_, r * n_tags + bad, -rate);
        });
      }
      size_t p = i == 0 ? n_tags : e.tags[i - 1], q = i == 0 ? n_tags : found_[i - 1];
      bump(transitions_, transition_totals_, p * n_tags + good, rate);
      bump(transitions_, transition_totals_, q * n_tags + bad, -rate);
    }
  }

  const Tags& predict(const Example& e) {
    find(e, 0, false);
    return found_;
  }

  void average() {
    auto fold = [&](std::vector<float>& w, std::vector<double>& t) {
      for (size_t i = 0; i < w.size(); ++i) {
        w[i] -= static_cast<float>(t[i] / static_cast<double>(time_));
        t[i] = 0;
      }
    };
    fold(weights_, totals_);
    fold(transitions_, transition_totals_);
    time_ = 1;
  }

  std::string quantise(double top, double prune) {
    double factor = 127 / top;
    size_t kept = 0;
    auto round = [&](float& w, double least) {
      double q = static_cast<double>(w) * factor;
      auto v = static_cast<int8_t>(std::abs(q) < least ? 0 : std::clamp(std::lround(q), -127L, 127L));
      kept += v != 0;
      w = v;
      return v;
    };
    std::string out;
    for (float& w : transitions_) put(out, round(w, 0));
    out.resize((out.size() + 3) / 4 * 4);
    put(out, bits_);
    put(out, static_cast<uint32_t>(n_tags));
    for (float& w : weights_) put(out, round(w, prune));
    std::fprintf(stderr, "%zu of %zu weights kept\n", kept, weights_.size());
    return out;
  }

  double accuracy(const std::vector<Example>& examples, std::map<std::pair<int, int>, int>* confusion = nullptr) {
    size_t right = 0, all = 0;
    for (const Example& e : examples) {
      const Tags& found = predict(e);
      for (size_t i = 0; i < e.size(); ++i) {
        right += found[i] == e.tags[i];
        if (confusion && found[i] != e.tags[i]) ++(*confusion)[{e.tags[i], found[i]}];
      }
      all += e.size();
    }
    return 100.0 * static_cast<double>(right) / static_cast<double>(std::max<size_t>(all, 1));
  }

 private:
  void bump(std::vector<float>& w, std::vector<double>& t, size_t i, float delta) {
    w[i] += delta;
    t[i] += static_cast<double>(delta) * static_cast<double>(time_);
  }
  void find(const Example& e, float margin, bool) {
    scores_.assign(e.size() * n_tags, 0);
    for (size_t i = 0; i < e.size(); ++i) {
      float* own = scores_.data() + i * n_tags;
      pos::features(e.words.data() + pos::padding + i, [&](uint64_t f) {
        const float* w = weights_.data() + static_cast<size_t>(f >> (64 - bits_)) * n_tags;
        for (size_t t = 0; t < n_tags; ++t) own[t] += w[t];
      });
      if (margin > 0) own[e.tags[i]] -= margin;
    }
    pos::best_path(scores_.data(), static_cast<int>(e.size()), transitions_.data(), found_, back_);
  }

  uint32_t bits_;
  std::vector<float> weights_;
  std::vector<double> totals_;
  std::vector<uint8_t> seen_;
  std::vector<float> transitions_;
  std::vector<double> transition_totals_;
  uint64_t time_ = 1;
  std::vector<float> scores_;
  Tags found_, back_;
};

}  // namespace

int main(int argc, char** argv) {
  const Arguments arg(argc, argv);
  std::ifstream file(arg("--clusters"), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  auto clusters = Clusters::open(std::as_bytes(std::span(bytes)));
  if (!clusters) return std::cerr << "--clusters: no such section\n", 1;

  std::mt19937 random(1);
  Article article;
  std::vector<int> lengths;
  auto example = [&](const GoldSentence& s, Spacing spacing) {
    Example e;
    auto kept = lay_out(s, spacing, article, lengths);
    Index at = 0;
    for (int n : lengths) {
      Token token;
      token.syllables = {at, at + n};
      describe_token(article, *clusters, token);
      article.tokens.push_back(token);
      at += n;
    }
    pos::read_words(article, *clusters, {0, static_cast<Index>(article.tokens.size())}, e.words);
    for (size_t i : kept) e.tags.push_back(number_of(s[i].upos));
    return e;
  };
  auto read = [&](const std::string& name) {
    std::vector<Example> out;
    for (const auto& path : arg.all(name)) {
      for (const auto& s : read_conllu(path)) out.push_back(example(s, Spacing::around_marks));
    }
    return out;
  };
  std::vector<Example> gold = read("--gold"), test = read("--test");

  auto bits = static_cast<uint32_t>(std::stoul(arg("--bits", "16")));
  int passes = std::stoi(arg("--passes", "12"));
  float margin = std::stof(arg("--margin", "1"));
  auto learn_gold = [&](Trainer& t, float rate) {
    for (int pass = 0; pass < passes; ++pass) {
      std::shuffle(gold.begin(), gold.end(), random);
      for (const Example& e : gold) t.learn(e, rate, margin);
    }
  };
  Trainer trainer(bits);
  learn_gold(trainer, 1);
  trainer.average();
  if (!test.empty()) std::fprintf(stderr, "gold alone: %.2f %%\n", trainer.accuracy(test));

  if (!arg("--raw").empty()) {
    std::set<std::string> left_out;
    std::ifstream ids(arg("--leave-out"));
    for (std::string id; ids >> id;) left_out.insert(id);
    auto use = [&](const std::string& id) { return left_out.count(id) == 0; };
    std::vector<Example> raw;
    for (const auto& s : read_segmented(arg("--raw"), use, std::stoul(arg("--articles", "3000")))) {
      raw.push_back(example(s, Spacing::natural));
      raw.back().tags = trainer.predict(raw.back());
    }
    Trainer second(bits);
    std::shuffle(raw.begin(), raw.end(), random);
    size_t g = 0;
    for (size_t i = 0; i < raw.size(); ++i) {
      second.learn(raw[i], 1, 0);
      if (i % 3 == 0) second.learn(gold[g++ % gold.size()], 1, margin);
    }
    second.average();
    if (!test.empty()) std::fprintf(stderr, "raw, tagged by the first: %.2f %%\n", second.accuracy(test));
    learn_gold(second, std::stof(arg("--rate", "1")));
    second.average();
    trainer = std::move(second);
    if (!test.empty()) std::fprintf(stderr, "then gold: %.2f %%\n", trainer.accuracy(test));
  }
  std::string section = trainer.quantise(std::stod(arg("--top", "12")), std::stod(arg("--prune", "1.5")));
  std::map<std::pair<int, int>, int> confusion;
  if (!test.empty()) std::fprintf(stderr, "rounded: %.2f %%\n", trainer.accuracy(test, &confusion));
  if (!arg("--out").empty()) std::ofstream(arg("--out"), std::ios::binary) << section;
  if (!arg("--errors").empty()) {
    for (auto [k, v] : confusion) {
      if (v > 20) std::printf("%d gold %d found %d\n", v, k.first, k.second);
    }
  }
}
