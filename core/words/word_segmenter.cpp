#include "words/word_segmenter.h"

#include <algorithm>

namespace ailamgi {

using words::Unit;

std::optional<WordSegmenter> WordSegmenter::open(const Model& model) {
  auto weights = LinearModel::open(model.section("words"));
  auto clusters = Clusters::open(model);
  if (!weights || weights->labels() != 1 || !clusters) return std::nullopt;
  return WordSegmenter(*weights, *clusters);
}

void describe_token(const Article& article, const Clusters& clusters, Token& token) {
  auto at = [&](Index i) -> const Syllable& { return article.syllables[static_cast<size_t>(i)]; };
  const Syllable &first = at(token.syllables.begin), &last = at(token.syllables.end - 1);
  token.span = {first.span.start, last.span.end};
  token.folded = article.phrase(token.syllables);
  bool digits = token.syllables.size() == 1 && first.shape == Shape::number;
  Clusters::Entry entry = clusters.entry(token.folded);
  token.cluster = digits ? clusters.number() : entry.word_class;
  token.tags = digits ? uint8_t{0} : entry.tags;
}

void WordSegmenter::run(Article& article) const {
  article.tokens.clear();
  article.tokens.reserve(article.syllables.size());
  std::vector<Unit> padded;
  std::vector<int32_t> gaps;
  words::BestCut<int32_t> cut;
  for (size_t s = 0; s < article.sentences.size(); ++s) {
    Sentence& sentence = article.sentences[s];
    words::read_units(article, clusters_, sentence.syllables, padded);
    const Unit* units = padded.data() + words::padding;
    int count = sentence.syllables.size();
    gaps.assign(static_cast<size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
      if (units[i].breaks || units[i - 1].breaks) continue;
      int32_t sum = 0;
      words::gap_features(units + i, [&](uint64_t f) { sum += model_.weight(f); });
      gaps[static_cast<size_t>(i)] = sum;
    }
    cut.find(
        units, count, [&](int i) { return gaps[static_cast<size_t>(i)]; },
        [&](int i, int n, uint64_t phrase) {
          int32_t sum = 0;
          words::word_features(units + i, n, phrase, [&](uint64_t f) { sum += model_.weight(f); });
          return sum;
        });
    auto begin = static_cast<Index>(article.tokens.size());
    for (int end = count; end > 0;) {
      int n = cut.lengths[static_cast<size_t>(end - 1)];
      Token token;
      token.syllables = {sentence.syllables.begin + end - n, sentence.syllables.begin + end};
      article.tokens.push_back(token);
      end -= n;
    }
    std::reverse(article.tokens.begin() + begin, article.tokens.end());
    sentence.tokens = {begin, static_cast<Index>(article.tokens.size())};
    for (Index t = begin; t < sentence.tokens.end; ++t) {
      Token& token = article.tokens[static_cast<size_t>(t)];
      token.sentence = static_cast<Index>(s);
      describe_token(article, clusters_, token);
    }
  }
}

}  // namespace ailamgi
