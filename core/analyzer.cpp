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
      return {"Văn bản quá dài: tối đa 4 triệu ký tự mỗi lần.",
              "The text is too long: at most 4 million characters at a time."};
    case TextError::cancelled:
      return {"Đã hủy.", "Cancelled."};
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
    case TextError::cancelled:
      return "cancelled";
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

  // What follows on reading. The per cents are the stages' shares of the time that a text of 2 MB took.
  void run(Article& article, Progress& progress) const {
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
  Progress progress = options.progress;
  stages_->run(article, progress);
  if (!progress.stopped()) return TextError::ok;
  article.clear();
  return TextError::cancelled;
}

Answer Analyzer::ask(const Article& article, std::u16string_view question) const {
  return stages_->questions.ask(article, question);
}

const RelationNames& Analyzer::relations() const {
  return stages_->relations;
}

}  // namespace ailamgi
