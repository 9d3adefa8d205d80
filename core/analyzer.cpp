#include "analyzer.h"

#include <utility>

#include "stages.h"
#include "summary/questions.h"

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

Analyzer::Analyzer(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

std::optional<Analyzer> Analyzer::load(Bytes bytes, ModelError& error) {
  auto model = Model::open(bytes, error);
  if (!model) return std::nullopt;
  auto stages = Stages::open(*model);
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
