#include "support/loaded.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "cli/files.h"

namespace ailamgi::fuzz {
namespace {

[[noreturn]] void give_up(const char* why) {
  std::fprintf(stderr, "%s\n", why);
  std::abort();
}

Loaded load() {
  static const cli::AlignedBytes bytes(read_model_file());
  ModelError error{};
  static const std::optional<Model> model = Model::open(bytes.bytes(), error);
  if (!model) give_up("the shipped model does not open");
  static const std::unique_ptr<Stages> stages = Stages::open(*model);
  auto analyzer = Analyzer::load(bytes.bytes(), error);
  if (!stages || !analyzer) give_up("a stage does not open from the shipped model");
  return {*model, std::move(*analyzer), *stages};
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
