#include "analyzer.h"

#include <utility>

#include "syntax/relations.h"
#include "text/text_reader.h"

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
};

Analyzer::Analyzer(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

std::optional<Analyzer> Analyzer::load(Bytes bytes, ModelError& error) {
  auto model = Model::open(bytes, error);
  if (!model) return std::nullopt;
  auto relations = RelationNames::open(*model);
  auto text = TextReader::open(*model);
  if (!relations || !text) {
    error = ModelError::incomplete;
    return std::nullopt;
  }
  return Analyzer(std::make_unique<Stages>(Stages{std::move(*relations), std::move(*text)}));
}

TextError Analyzer::analyze(std::u16string_view text, const AnalyzeOptions& options, Article& article) const {
  article.clear();
  if (text.size() > max_text_units) return TextError::too_long;
  article.date = options.date;
  stages_->text.read(text, article);
  if (article.segments.empty()) return TextError::empty;
  return TextError::ok;
}

const RelationNames& Analyzer::relations() const {
  return stages_->relations;
}

}  // namespace ailamgi
