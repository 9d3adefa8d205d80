// What matters most: events by weight, a summary of at most five, what each actor did, who acted on whom.
//
// An event weighs more when its words are the article's words (and above all the title's), when it stands early, names
// somebody, and is no background; the summary takes the weightiest that do not repeat each other (maximal marginal
// relevance: Carbonell and Goldstein 1998).
#pragma once

#include <optional>

#include "article.h"
#include "model/model.h"

namespace ailamgi {

class Summarizer {
 public:
  // Needs nothing of the model so far.
  static std::optional<Summarizer> open(const Model& model);

  // Fills Event::salience, Article::summary (at most five, best first), digests (at most twelve actors) and links, from
  // everything found before. O(length).
  void run(Article& article) const;
};

}  // namespace ailamgi
