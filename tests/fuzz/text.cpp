// Any text through the text reader.
#include "support/stage.h"

using namespace ailamgi;
using namespace ailamgi::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Article article;
  Input input = read_input(data, size);
  article.clear();
  loaded().stages.text.read(input.text, article);
  require_promises(article, input.text);
  return 0;
}
