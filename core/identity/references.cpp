#include "identity/references.h"

namespace ailamgi::identity {
namespace {

class Best final : public Chooser {
 public:
  explicit Best(const NameWeights& weights) : weights_(weights) {}
  size_t choose(const Reference& reference, const std::vector<Candidate>& candidates) override {
    size_t best = 0;
    int32_t most = INT32_MIN;
    for (size_t k = reference.definite ? 1 : 0; k < candidates.size(); ++k) {
      int32_t score = 0;
      for (uint64_t f : candidates[k].features.list()) weights_.add(f, &score);
      if (score <= most) continue;
      most = score;
      best = k;
    }
    return best;
  }

 private:
  const NameWeights& weights_;
};

}  // namespace

std::vector<Mention> find_references(const Article& article, const ReferenceWords& words, const NameWeights& weights) {
  Best best(weights);
  return Discourse(article, words).run(best);
}

}  // namespace ailamgi::identity
