#include "article.h"

namespace ailamgi {

void Article::clear() {
  text.clear();
  origin.clear();
  date.clear();
  language = Language::vietnamese;
  segments.clear();
  syllables.clear();
  sentences.clear();
  tokens.clear();
  mentions.clear();
  values.clear();
  entities.clear();
  quotes.clear();
  events.clear();
  summary.clear();
  digests.clear();
  links.clear();
}

}  // namespace ailamgi
