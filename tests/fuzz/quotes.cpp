// Quotations of any text, with any trees, names and entities.
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
  loaded().stages.quotes.run(article);
  require_promises(article, input.text);
  return 0;
}
