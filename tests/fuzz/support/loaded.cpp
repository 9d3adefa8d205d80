#include "support/loaded.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "cli/files.h"

namespace ailamgi::fuzz {
namespace {

[[noreturn]] void give_up(const char* why) {
  std::fprintf(stderr, "%s\n", why);
  std::abort();
}

template <class T>
T opened(std::optional<T> stage) {
  if (!stage) give_up("a stage does not open from the shipped model");
  return std::move(*stage);
}

const Model& open_model(Bytes bytes) {
  ModelError error{};
  static std::optional<Model> model = Model::open(bytes, error);
  if (!model) give_up("the shipped model does not open");
  return *model;
}

Loaded load() {
  static const cli::AlignedBytes bytes(read_model_file());
  const Model& m = open_model(bytes.bytes());
  ModelError error{};
  return {m,
          opened(Analyzer::load(bytes.bytes(), error)),
          opened(RelationNames::open(m)),
          opened(TextReader::open(m)),
          opened(WordSegmenter::open(m)),
          opened(Parser::open(m)),
          opened(NameTagger::open(m)),
          opened(ValueTagger::open(m)),
          opened(IdentityResolver::open(m)),
          opened(QuoteFinder::open(m)),
          opened(EventExtractor::open(m)),
          opened(Summarizer::open(m)),
          opened(QuestionAnswerer::open(m))};
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_model_file() {
  return read_file(AILAMGI_MODEL_PATH);
}

const Loaded& loaded() {
  static const Loaded once = load();
  return once;
}

}  // namespace ailamgi::fuzz
