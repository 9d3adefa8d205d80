#include "stages.h"

#include <optional>
#include <utility>

namespace ailamgi {
namespace {

// What all the parts make together; nothing when one of them is missing.
template <class Whole, class... Parts>
std::unique_ptr<Whole> assemble(std::optional<Parts>... parts) {
  if (!(parts.has_value() && ...)) return nullptr;
  return std::make_unique<Whole>(Whole{std::move(*parts)...});
}

}  // namespace

std::unique_ptr<Stages> Stages::open(const Model& model) {
  return assemble<Stages>(RelationNames::open(model), TextReader::open(model), WordSegmenter::open(model),
                          Parser::open(model), NameTagger::open(model), ValueTagger::open(model),
                          IdentityResolver::open(model), QuoteFinder::open(model), EventExtractor::open(model),
                          Summarizer::open(model), QuestionAnswerer::open(model));
}

// The per cents are the stages' shares of the time that a text of 2 MB took.
void Stages::run(Article& article, Progress& progress) const {
  words.run(article);
  if (!progress.enter(6, 60)) return;
  parser.run(article, progress);
  if (!progress.enter(60, 79)) return;
  names.run(article, progress);
  if (!progress.enter(79, 87)) return;
  values.run(article);
  identity.run(article);
  quotes.run(article);
  if (!progress.enter(87, 98)) return;
  events.run(article, progress);
  if (!progress.enter(98, 100)) return;
  summary.run(article);
}

}  // namespace ailamgi
