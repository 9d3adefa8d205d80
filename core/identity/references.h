// Finds what pronouns and common nouns stand for: the best candidate of identity/discourse.h by log-linear weights.
#pragma once

#include <optional>
#include <vector>

#include "article.h"
#include "identity/discourse.h"
#include "identity/reference_words.h"
#include "model/model.h"
#include "model/sparse_weights.h"

namespace ailamgi::identity {

// Mentions of the phrases that stand for an entity, in text order. Names must have their entities.
// O(syllables + references).
std::vector<Mention> find_references(const Article& article, const ReferenceWords& words, const SparseWeights& weights);

}  // namespace ailamgi::identity
