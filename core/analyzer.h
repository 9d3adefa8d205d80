// The public door: load a model, analyze texts.
//
//   ModelError error;
//   std::optional<Analyzer> analyzer = Analyzer::load(bytes, error);
//   Article article;
//   TextError wrong = analyzer->analyze(text, {}, article);
//   if (wrong == TextError::ok) std::string json = to_json(*analyzer, article);   // json/json.h
//
// An Analyzer never changes after loading: any number of threads may use one, each with an Article of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "article.h"
#include "model/model.h"
#include "progress.h"

namespace ailamgi {

// Longest text taken, in UTF-16 units (8 MB of memory, about a million words). The WebAssembly module's memory bears
// the analysis of any text up to this length.
inline constexpr size_t max_text_units = size_t{4} * 1024 * 1024;

enum class TextError : uint8_t { ok, empty, too_long, cancelled };
Message describe(TextError error);
std::string_view code_of(TextError error);  // for programs: "empty", "too_long", "cancelled"

struct AnalyzeOptions {
  // The day the article appeared, YYYY-MM-DD, when the caller knows it; what the text itself says comes second.
  std::string date;
  // Asks after the analysis while it runs, and may cancel it.
  Progress progress = {};
};

struct Answer;
class RelationNames;
struct Stages;

class Analyzer {
 public:
  // Opens every stage from a model. The bytes must outlive the Analyzer and begin at a multiple of 16. Nothing, and the
  // reason in `error`, when the file is no good or lacks what a stage needs.
  static std::optional<Analyzer> load(Bytes model, ModelError& error);

  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  // Fills `article` from nothing; whatever it held is forgotten, its memory reused. Takes any UTF-16, well formed or
  // not. Time and memory grow linearly with the text. On an error the article is left empty.
  TextError analyze(std::u16string_view text, const AnalyzeOptions& options, Article& article) const;

  // Answers a question about an analyzed article (summary/questions.h).
  Answer ask(const Article& article, std::u16string_view question) const;

  const RelationNames& relations() const;

 private:
  explicit Analyzer(std::unique_ptr<Stages> stages);
  std::unique_ptr<Stages> stages_;
};

}  // namespace ailamgi
