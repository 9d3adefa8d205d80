#include "syntax/pos_tagger.h"

#include <algorithm>

#include "model/reader.h"
#include "syntax/pos_features.h"

namespace ailamgi {

std::optional<PosTagger> PosTagger::open(const Model& model) {
  Bytes section = model.section("pos");
  constexpr size_t table = (upos_count + 1) * upos_count, padded = (table + 3) / 4 * 4;
  SectionReader in(section);
  auto transitions = in.array<int8_t>(table);
  if (!in.ok() || section.size() < padded) return std::nullopt;
  auto weights = LinearModel::open(section.subspan(padded));
  auto clusters = Clusters::open(model);
  if (!weights || weights->labels() != upos_count || !clusters) return std::nullopt;
  return PosTagger(*weights, transitions, *clusters);
}

void PosTagger::run(Article& article) const {
  std::vector<pos::Word> words;
  std::vector<int32_t> scores;
  std::vector<uint8_t> tags, back;
  for (const Sentence& sentence : article.sentences) {
    pos::read_words(article, clusters_, sentence.tokens, words);
    int count = sentence.tokens.size();
    scores.assign(static_cast<size_t>(count) * upos_count, 0);
    for (int i = 0; i < count; ++i) {
      int32_t* own = scores.data() + static_cast<size_t>(i) * upos_count;
      pos::features(words.data() + pos::padding + i, [&](uint64_t f) { model_.add(f, own); });
    }
    pos::best_path(scores.data(), count, transitions_.data(), tags, back);
    for (int i = 0; i < count; ++i) {
      article.tokens[static_cast<size_t>(sentence.tokens.begin + i)].upos =
          static_cast<Upos>(tags[static_cast<size_t>(i)]);
    }
  }
}

}  // namespace ailamgi
