// Any text through all of the analysis, to JSON.
#include <nlohmann/json.hpp>

#include "json/json.h"
#include "support/stage.h"

using namespace ailamgi;
using namespace ailamgi::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Article article;
  static std::string json;
  Input input = read_input(data, size);
  AnalyzeOptions options;
  if (input.choices.one_in(3)) options.date = "2023-11-20";
  json.clear();
  if (loaded().analyzer.analyze(input.text, options, article) != TextError::ok) return 0;
  require_promises(article, input.text);
  write_json(loaded().analyzer, article, json);
  if (!nlohmann::json::accept(json)) std::abort();
  return 0;
}
