#include "analyzer.h"

#include <utility>

#include "events/events.h"
#include "events/quotes.h"
#include "identity/identity.h"
#include "names/name_tagger.h"
#include "names/value_tagger.h"
#include "summary/questions.h"
#include "summary/summary.h"
#include "syntax/parser.h"
#include "syntax/relations.h"
#include "text/text_reader.h"
#include "words/word_segmenter.h"

namespace ailamgi {

Message describe(TextError error) {
  switch (error) {
    case TextError::ok:
      return {"Văn bản dùng được.", "The text can be used."};
    case TextError::empty:
      return {"Chưa có văn bản nào để phân tích.", "There is no text to analyse."};
    case TextError::too_long:
      return {"Văn bản quá dài: tối đa 8 triệu ký tự mỗi lần.",
              "The text is too long: at most 8 million characters at a time."};
  }
  return {"", ""};
}

std::string_view code_of(TextError error) {
  switch (error) {
    case TextError::ok:
      return "ok";
    case TextError::empty:
      return "empty";
    case TextError::too_long:
      return "too_long";
  }
  return "";
}

struct Analyzer::Stages {
  RelationNames relations;
  TextReader text;
  WordSegmenter words;
  Parser parser;
  NameTagger names;
  ValueTagger values;
  IdentityResolver identity;
  QuoteFinder quotes;
  EventExtractor events;
  Summarizer summary;
  QuestionAnswerer questions;
};

namespace {

// What all the parts make together; nothing when one of them is missing.
template <class Whole, class... Parts>
std::unique_ptr<Whole> assemble(std::optional<Parts>... parts) {
  if (!(parts.has_value() && ...)) return nullptr;
  return std::make_unique<Whole>(Whole{std::move(*parts)...});
}

}  // namespace

Analyzer::Analyzer(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

std::optional<Analyzer> Analyzer::load(Bytes bytes, ModelError& error) {
  auto model = Model::open(bytes, error);
  if (!model) return std::nullopt;
  auto stages = assemble<Stages>(
      RelationNames::open(*model), TextReader::open(*model), WordSegmenter::open(*model), Parser::open(*model),
      NameTagger::open(*model), ValueTagger::open(*model), IdentityResolver::open(*model), QuoteFinder::open(*model),
      EventExtractor::open(*model), Summarizer::open(*model), QuestionAnswerer::open(*model));
  if (!stages) {
    error = ModelError::incomplete;
    return std::nullopt;
  }
  return Analyzer(std::move(stages));
}

TextError Analyzer::analyze(std::u16string_view text, const AnalyzeOptions& options, Article& article) const {
  article.clear();
  if (text.size() > max_text_units) return TextError::too_long;
  article.date = options.date;
  stages_->text.read(text, article);
  if (article.segments.empty()) return TextError::empty;
  stages_->words.run(article);
  stages_->parser.run(article);
  stages_->names.run(article);
  stages_->values.run(article);
  stages_->identity.run(article);
  stages_->quotes.run(article);
  stages_->events.run(article);
  stages_->summary.run(article);
  return TextError::ok;
}

Answer Analyzer::ask(const Article& article, std::u16string_view question) const {
  return stages_->questions.ask(article, question);
}

const RelationNames& Analyzer::relations() const {
  return stages_->relations;
}

}  // namespace ailamgi
