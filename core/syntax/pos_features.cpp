#include "syntax/pos_features.h"

#include <algorithm>

namespace ailamgi::pos {

void read_words(const Article& article, const Clusters& clusters, Range range, std::vector<Word>& words) {
  words.assign(static_cast<size_t>(range.size()) + 2 * padding, Word{});
  for (Index i = 0; i < range.size(); ++i) {
    const Token& t = article.tokens[static_cast<size_t>(range.begin + i)];
    const Syllable& first = article.syllables[static_cast<size_t>(t.syllables.begin)];
    const Syllable& last = article.syllables[static_cast<size_t>(t.syllables.end - 1)];
    Word& w = words[static_cast<size_t>(i) + padding];
    bool number = t.syllables.size() == 1 && first.shape == Shape::number;
    auto length = static_cast<uint32_t>(std::min(t.syllables.size(), 3) - 1);
    w.shape = 1 + static_cast<uint32_t>(first.shape) * 6 + length * 2;
    if (i == 0 && first.shape == Shape::capitalised) ++w.shape;
    if (length > 0 && (last.shape == Shape::capitalised || last.shape == Shape::upper)) ++w.shape;
    w.id = number ? mix(t.span.size() == 4 ? 4 : 1) : t.folded;
    w.first = first.folded;
    w.last = last.folded;
    w.fine = t.cluster;
    w.middle = clusters.middle(t.cluster);
    w.coarse = clusters.coarse(t.cluster);
    if (length > 0) {
      w.first_class = clusters.coarse(clusters.find(first.folded));
      w.last_class = clusters.coarse(clusters.find(last.folded));
    }
  }
}

}  // namespace ailamgi::pos
