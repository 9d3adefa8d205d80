// Joins syllables into words ("trí tuệ | nhân tạo", "ông | Nguyễn Văn A").
//
// A sentence is cut so that the scores of the gaps inside words and of the words themselves add up to the most (the
// best path over segments: Sarawagi and Cohen 2004, "Semi-Markov Conditional Random Fields"), both linear in hashed
// features of the syllables (word_features.h). Names are one word; a mark is a word of its own unless it stands inside
// a code, a number or a hyphenated name.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article.h"
#include "model/linear.h"
#include "model/model.h"
#include "words/clusters.h"
#include "words/word_features.h"

namespace ailamgi {

// Fills a token's span, phrase hash and cluster from its syllables.
void describe_token(const Article& article, const Clusters& clusters, Token& token);

class WordSegmenter {
 public:
  // Takes the sections "words" and "clusters" of a model; nothing when one is missing or malformed.
  static std::optional<WordSegmenter> open(const Model& model);

  // Reads sentences and syllables; fills Article::tokens (all but part of speech, head and relation) and
  // Sentence::tokens. Every syllable belongs to exactly one token. O(length): at most eight candidate words end at each
  // syllable.
  void run(Article& article) const;

 private:
  WordSegmenter(LinearModel model, Clusters clusters) : model_(model), clusters_(clusters) {}
  LinearModel model_;
  Clusters clusters_;
};

namespace words {

// Finds the best cut of a sentence. `gap(i)` scores joining units i - 1 and i, `word(i, n, phrase)` the word of the n
// units from i on with that phrase hash. lengths[i] is set to the length of the word that ends with unit i in the best
// cut of units [0, i]; follow it back from the last unit. Shared by run time and training.
template <class Score>
struct BestCut {
  std::vector<Score> best;
  std::vector<int> lengths;

  template <class Gap, class Word>
  void find(const Unit* units, int count, Gap&& gap, Word&& word) {
    best.assign(static_cast<size_t>(count) + 1, Score{});
    lengths.assign(static_cast<size_t>(count), 0);
    auto at = [](int i) { return static_cast<size_t>(i); };
    for (int i = 0; i < count; ++i) {
      uint64_t phrase = units[i].id;
      Score inside{};
      for (int n = 1; n <= max_word && i + n <= count; ++n) {
        const Unit& last = units[i + n - 1];
        if (n > 1) {
          if (last.breaks || units[i].breaks) break;
          phrase = extend_phrase(phrase, last.id);
          inside += gap(i + n - 1);
        }
        Score total = best[at(i)] + inside + word(i, n, phrase);
        int& length = lengths[at(i + n - 1)];
        if (length == 0 || total > best[at(i + n)]) {
          best[at(i + n)] = total;
          length = n;
        }
      }
    }
  }
};

}  // namespace words
}  // namespace ailamgi
