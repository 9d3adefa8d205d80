#include "names/name_tagger.h"

#include <algorithm>

#include "model/reader.h"
#include "names/viterbi.h"

namespace ailamgi {
namespace {

constexpr uint32_t section_format = 1;

bool read_transitions(SectionReader& in, LabelTransitions& out) {
  auto values = in.array<int16_t>(size_t{name_label_count} * name_label_count);
  if (!in.ok()) return false;
  for (size_t k = 0; k < values.size(); ++k) out[k / name_label_count][k % name_label_count] = values[k];
  return true;
}

// The tokens that a span covers or touches, of those of a sentence.
Range tokens_of(const Article& article, Range of_sentence, Span span) {
  Range r{of_sentence.begin, of_sentence.begin};
  while (r.begin < of_sentence.end && article.tokens[static_cast<size_t>(r.begin)].span.end <= span.start) ++r.begin;
  r.end = r.begin;
  while (r.end < of_sentence.end && article.tokens[static_cast<size_t>(r.end)].span.start < span.end) ++r.end;
  return r;
}

}  // namespace

std::optional<NameTagger> NameTagger::open(const Model& model) {
  auto features = NameFeatures::open(model);
  SectionReader in(model.section("names"));
  if (!features || in.value<uint32_t>() != section_format) return std::nullopt;
  LabelTransitions first_transitions, second_transitions;
  if (!read_transitions(in, first_transitions) || !read_transitions(in, second_transitions)) return std::nullopt;
  auto first = SparseWeights::read(in);
  auto second = SparseWeights::read(in);
  if (!first || !second || first->labels() != name_label_count || second->labels() != name_label_count) {
    return std::nullopt;
  }
  NameTagger tagger(std::move(*features), *first, *second);
  tagger.first_transitions_ = first_transitions;
  tagger.second_transitions_ = second_transitions;
  return tagger;
}

void NameTagger::run(Article& article, Progress& progress) const {
  NameContext context;
  Features found;
  std::vector<uint8_t> labels;
  std::vector<LabelScores> kept(article.syllables.size()), scores;
  features_.begin_article(article, context);
  auto sentences = static_cast<Index>(article.sentences.size());
  auto seen = [&](Index s) { return progress.reached(static_cast<size_t>(s), 2 * article.sentences.size()); };
  for (Index s = 0; s < sentences; ++s) {
    if (!seen(s)) return;
    Range r = article.sentences[static_cast<size_t>(s)].syllables;
    features_.begin_sentence(article, s, context);
    scores.assign(static_cast<size_t>(r.size()), {});
    for (Index i = 0; i < r.size(); ++i) {
      LabelScores& score = scores[static_cast<size_t>(i)];
      if (features_.is_near_capital(context, i)) {
        found.clear();
        features_.extract(article, s, i, context, found);
        for (uint64_t f : found.list()) first_.add(f, score.data());
      } else {
        score.fill(-1000000);
        score[label_outside] = 0;
      }
      kept[static_cast<size_t>(r.begin) + static_cast<size_t>(i)] = score;
    }
    best_labels(scores, first_transitions_, labels);
    std::copy(labels.begin(), labels.end(), context.first_labels.begin() + r.begin);
  }

  features_.gather(article, context);
  std::vector<LabelledName> names;
  for (Index s = 0; s < sentences; ++s) {
    if (!seen(sentences + s)) return;
    Range r = article.sentences[static_cast<size_t>(s)].syllables;
    features_.begin_sentence(article, s, context);
    scores.assign(kept.begin() + r.begin, kept.begin() + r.end);
    for (Index i = 0; i < r.size(); ++i) {
      if (!features_.is_near_capital(context, i)) continue;
      found.clear();
      features_.extract_second(article, s, i, context, found);
      for (uint64_t f : found.list()) second_.add(f, scores[static_cast<size_t>(i)].data());
    }
    best_labels(scores, second_transitions_, labels);
    read_names(labels, r.begin, names);
  }

  settle_types(article, names);
  part_pairs(article, names);
  Index s = 0;
  for (const LabelledName& name : names) {
    while (article.sentences[static_cast<size_t>(s)].syllables.end <= name.syllables.begin) ++s;
    Mention m;
    m.span = {article.syllables[static_cast<size_t>(name.syllables.begin)].span.start,
              article.syllables[static_cast<size_t>(name.syllables.end) - 1].span.end};
    // "UBND TP." at the end of a sentence: the stop is the sentence's. Dots of a person's initials stay.
    if (name.type != EntityType::person && m.span.size() > 2 && article.text[m.span.end - 1] == u'.' &&
        m.span.end == article.sentences[static_cast<size_t>(s)].span.end) {
      --m.span.end;
    }
    m.tokens = tokens_of(article, article.sentences[static_cast<size_t>(s)].tokens, m.span);
    m.kind = MentionKind::name;
    m.type = name.type;
    m.sentence = s;
    article.mentions.push_back(m);
  }
}

}  // namespace ailamgi
