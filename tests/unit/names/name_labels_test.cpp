#include "names/name_labels.h"

#include <doctest/doctest.h>

#include "names/phrase_counts.h"
#include "names/viterbi.h"

using namespace ailamgi;

TEST_CASE("labels spell names") {
  uint8_t b = begin_label(EntityType::location), i = inside_label(EntityType::location);
  std::vector<LabelledName> names;
  read_names({0, b, i, i, b, 0, begin_label(EntityType::person)}, 10, names);
  REQUIRE(names.size() == 3);
  CHECK(names[0].syllables == Range{11, 14});
  CHECK(names[0].type == EntityType::location);
  CHECK(names[1].syllables == Range{14, 15});
  CHECK(names[2].type == EntityType::person);
}

TEST_CASE("an inside label needs its beginning") {
  LabelTransitions flat{};
  std::vector<LabelScores> scores(2);
  scores[0].fill(0);
  scores[1].fill(0);
  scores[1][inside_label(EntityType::misc)] = 100;
  std::vector<uint8_t> labels;
  best_labels(scores, flat, labels);
  CHECK(labels == std::vector<uint8_t>{begin_label(EntityType::misc), inside_label(EntityType::misc)});
  scores[0][label_outside] = 200;
  best_labels(scores, flat, labels);
  CHECK(labels[1] != inside_label(EntityType::misc));
}

TEST_CASE("phrase counts survive growth and clearing") {
  PhraseCounts<2> counts;
  for (uint64_t k = 0; k < 5000; ++k) counts.at(k * 0x9e3779b97f4a7c15ULL)[1] = static_cast<uint16_t>(k);
  for (uint64_t k = 0; k < 5000; ++k) {
    const auto* c = counts.find(k * 0x9e3779b97f4a7c15ULL);
    REQUIRE(c != nullptr);
    CHECK((*c)[1] == k);
  }
  counts.clear();
  CHECK(counts.find(7) == nullptr);
}

TEST_CASE("names written alike get one type") {
  Article a;
  a.syllables.resize(6);
  for (size_t k = 0; k < 6; ++k) a.syllables[k].folded = k == 5 ? 9 : 7;
  std::vector<LabelledName> names;
  for (Index k = 0; k < 6; ++k) names.push_back({{k, k + 1}, EntityType::organization});
  names[1].type = EntityType::location;
  names[5].type = EntityType::misc;
  settle_types(a, names);
  CHECK(names[1].type == EntityType::organization);
  CHECK(names[5].type == EntityType::misc);

  // Among equals the first.
  names.resize(2);
  names[0].type = EntityType::misc;
  settle_types(a, names);
  CHECK(names[1].type == EntityType::misc);
}
