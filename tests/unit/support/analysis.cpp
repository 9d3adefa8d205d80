#include "support/analysis.h"

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include "json/json.h"

namespace ailamgi::support {
namespace {

struct alignas(16) Block {
  char bytes[16];
};

struct Loaded {
  std::vector<Block> memory;
  std::optional<Model> model;
  std::optional<Analyzer> analyzer;

  Loaded() {
    std::ifstream in(AILAMGI_MODEL_PATH, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    memory.resize(bytes.size() / 16 + 1);
    std::memcpy(memory.data(), bytes.data(), bytes.size());
    Bytes view = std::as_bytes(std::span(memory.data()->bytes, bytes.size()));
    ModelError error{};
    model = Model::open(view, error);
    analyzer = Analyzer::load(view, error);
    REQUIRE_MESSAGE(analyzer, std::string(describe(error).en));
  }
};

const Loaded& loaded() {
  static const Loaded once;
  return once;
}

}  // namespace

const Analyzer& analyzer() {
  return *loaded().analyzer;
}
const Model& model() {
  return *loaded().model;
}

Article analyze(std::u16string_view text) {
  Article article;
  REQUIRE(analyzer().analyze(text, {}, article) == TextError::ok);
  return article;
}

std::string analyze_to_json(std::u16string_view text) {
  Article article;
  auto wrong = analyzer().analyze(text, {}, article);
  std::string out;
  if (wrong == TextError::ok) {
    write_json(analyzer(), article, out);
  } else {
    write_error(code_of(wrong), describe(wrong), out);
  }
  return out;
}

std::u16string to_utf16(std::string_view utf8) {
  auto s = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  return {s.getBuffer(), static_cast<size_t>(s.length())};
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())).toUTF8String(out);
  return out;
}

}  // namespace ailamgi::support
