// Summary and JSON of any findings in any text.
#include <nlohmann/json.hpp>

#include "json/json.h"
#include "support/stage.h"

using namespace ailamgi;
using namespace ailamgi::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Article article;
  Input input = read_input(data, size);
  read_words(input, article);
  shake_syntax(article, relations, input.choices);
  shake_names(article, input.choices);
  shake_values(article, input.choices);
  shake_identity(article, input.choices);
  shake_quotes(article, input.choices);
  shake_events(article, input.choices);
  loaded().stages.summary.run(article);
  static std::string json;
  json.clear();
  write_json(loaded().analyzer, article, json);
  if (!nlohmann::json::accept(json)) std::abort();
  require_promises(article, input.text);
  return 0;
}
