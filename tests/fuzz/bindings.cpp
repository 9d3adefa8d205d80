// The module's doors as JavaScript calls them: a text, a question, options, several calls on one handle.
#include "wasm/bindings.h"

#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>

#include "support/input.h"
#include "support/loaded.h"

using namespace ailamgi::fuzz;

namespace {

Ailamgi* open() {
  std::string bytes = read_model_file();
  auto* buffer = static_cast<std::uint8_t*>(std::malloc(bytes.size()));
  std::memcpy(buffer, bytes.data(), bytes.size());
  return ailamgi_load(buffer, bytes.size());
}

void require_json(const Ailamgi* handle, const char* result) {
  if (std::strlen(result) != ailamgi_length(handle) || !nlohmann::json::accept(result)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Ailamgi* handle = open();
  Input input = read_input(data, size);
  // The text up to its first tab, then a question, then options.
  size_t first = std::min(input.text.find(u'\t'), input.text.size());
  size_t second = std::min(input.text.find(u'\t', first + 1), input.text.size());
  std::u16string text = input.text.substr(0, first);
  std::u16string question = first < input.text.size() ? input.text.substr(first + 1, second - first - 1) : u"";
  std::string options;
  for (size_t i = second + 1; i < input.text.size(); ++i) options += static_cast<char>(input.text[i]);
  const char* given = options.empty() ? nullptr : options.c_str();
  for (uint32_t calls = 1 + input.choices.below(3); calls > 0; --calls) {
    if (input.choices.one_in(2)) {
      require_json(handle, ailamgi_ask(handle, text.data(), text.size(), question.data(), question.size(), given));
    } else {
      require_json(handle, ailamgi_analyze(handle, text.data(), text.size(), given));
    }
  }
  return 0;
}
