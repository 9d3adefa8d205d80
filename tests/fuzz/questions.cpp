// Any question, about the project's example articles and about findings shaken at random.
#include <vector>

#include "json/json.h"
#include "support/stage.h"

using namespace ailamgi;
using namespace ailamgi::fuzz;

namespace {

std::vector<Article> read_articles() {
  std::vector<Article> articles;
  for (const char* name : {"bank-court", "ceo-returns", "fire-apartment", "flood", "football", "health-denial"}) {
    std::string text = read_file(std::string(AILAMGI_SOURCE_DIR "/tests/articles/") + name + "/article.txt");
    std::u16string units = decode(reinterpret_cast<const uint8_t*>(text.data()), text.size());
    Article article;
    loaded().analyzer.analyze(units, {}, article);
    articles.push_back(article);
    // The same text, and findings that no stage would make.
    Choices choices({reinterpret_cast<const uint8_t*>(name), 4});
    shake_names(article, choices);
    shake_values(article, choices);
    shake_identity(article, choices);
    shake_quotes(article, choices);
    shake_events(article, choices);
    loaded().stages.summary.run(article);
    articles.push_back(std::move(article));
  }
  articles.emplace_back();
  return articles;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::vector<Article> articles = read_articles();
  static std::string json;
  Input input = read_input(data, size);
  const Article& article = articles[input.choices.below(static_cast<uint32_t>(articles.size()))];
  Answer answer = loaded().stages.questions.ask(article, input.text);
  if (answer.findings.size() > 5) std::abort();
  for (const Finding& f : answer.findings) {
    bool event = f.event >= 0 && static_cast<size_t>(f.event) < article.events.size();
    bool quote = f.quote >= 0 && static_cast<size_t>(f.quote) < article.quotes.size();
    if (event == quote || f.span.start >= f.span.end || f.span.end > article.text.size()) std::abort();
  }
  json.clear();
  write_json(article, answer, input.text, json);
  return 0;
}
