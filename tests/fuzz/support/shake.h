// Stands in for stages that are slow, or whose findings should be wilder than they are on real text: fills the parts of
// an article that they would fill with anything that keeps their promises.
#pragma once

#include "article.h"
#include "support/choices.h"

namespace ailamgi::fuzz {

// Parts of speech, projective trees and relations below `relations`, for tokens that have none.
void shake_syntax(Article& article, size_t relations, Choices& choices);

// Names over runs of syllables. Needs tokens.
void shake_names(Article& article, Choices& choices);

// Times, sums and percentages over runs of syllables.
void shake_values(Article& article, Choices& choices);

// Shares the mentions among entities, makes pronouns of some, and gives roles.
void shake_identity(Article& article, Choices& choices);

void shake_quotes(Article& article, Choices& choices);

void shake_events(Article& article, Choices& choices);

}  // namespace ailamgi::fuzz
