// Universal parts of speech (UD v2 as UD_Vietnamese-VTB uses them) for words.
//
// A first-order sequence model with weights linear in hashed features (pos_features.h), solved exactly (Viterbi 1967;
// trained as Collins 2002).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "article.h"
#include "model/linear.h"
#include "model/model.h"
#include "words/clusters.h"

namespace ailamgi {

class PosTagger {
 public:
  // Takes the sections "pos" and "clusters" of a model; nothing when one is missing or malformed.
  // Section "pos": (upos_count + 1) x upos_count weights i8 of a tag after a tag (last row: at the beginning), padded
  // to a multiple of 4 bytes, then model/linear.h's with upos_count labels.
  static std::optional<PosTagger> open(const Model& model);

  // Reads sentences, syllables and tokens; sets Token::upos of every token. O(tokens).
  void run(Article& article) const;

 private:
  PosTagger(LinearModel model, std::span<const int8_t> transitions, Clusters clusters)
      : model_(model), transitions_(transitions), clusters_(clusters) {}
  LinearModel model_;
  std::span<const int8_t> transitions_;
  Clusters clusters_;
};

namespace pos {

// The best sequence of tags: `emission` holds upos_count scores a word, `transition` upos_count + 1 rows as above.
// Shared by run time and training.
template <class Score, class Weight>
void best_path(const Score* emission, int count, const Weight* transition, std::vector<uint8_t>& tags,
               std::vector<uint8_t>& back) {
  constexpr int n = upos_count;
  Score before[n], now[n];
  tags.assign(static_cast<size_t>(count), 0);
  back.assign(static_cast<size_t>(count) * n, 0);
  if (count == 0) return;
  for (int t = 0; t < n; ++t) before[t] = emission[t] + transition[n * n + t];
  for (int i = 1; i < count; ++i) {
    const Score* own = emission + static_cast<size_t>(i) * n;
    uint8_t* from = back.data() + static_cast<size_t>(i) * n;
    for (int t = 0; t < n; ++t) now[t] = before[0] + transition[t];
    for (int p = 1; p < n; ++p) {
      for (int t = 0; t < n; ++t) {
        Score s = before[p] + transition[p * n + t];
        bool better = s > now[t];
        now[t] = better ? s : now[t];
        from[t] = better ? static_cast<uint8_t>(p) : from[t];
      }
    }
    for (int t = 0; t < n; ++t) before[t] = now[t] + own[t];
  }
  int best = 0;
  for (int t = 1; t < n; ++t) best = before[t] > before[best] ? t : best;
  for (int i = count - 1; i >= 0; --i) {
    tags[static_cast<size_t>(i)] = static_cast<uint8_t>(best);
    best = back[static_cast<size_t>(i) * n + static_cast<size_t>(best)];
  }
}

}  // namespace pos
}  // namespace ailamgi
