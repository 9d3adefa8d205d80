// Any line through the command's batch mode.
#include <nlohmann/json.hpp>

#include "cli/jsonl.h"
#include "support/loaded.h"

using namespace ailamgi;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Article scratch;
  std::string line(reinterpret_cast<const char*>(data), size);
  std::string answer = cli::answer_line(fuzz::loaded().analyzer, line, scratch);
  if (answer.find('\n') != std::string::npos || !nlohmann::json::accept(answer)) std::abort();
  return 0;
}
