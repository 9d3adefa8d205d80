#include "bench/model_file.h"

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

namespace ailamgi::bench {
namespace {

struct alignas(16) Block {
  char bytes[16];
};

template <class T>
T checked(std::optional<T> opened, ModelError error) {
  if (opened) return std::move(*opened);
  std::cerr << AILAMGI_MODEL_PATH << ": " << describe(error).en << '\n';
  std::exit(2);
}

}  // namespace

Bytes model_bytes() {
  static const auto read = [] {
    std::ifstream in(AILAMGI_MODEL_PATH, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    std::vector<Block> blocks(bytes.size() / 16 + 1);
    std::memcpy(blocks.data(), bytes.data(), bytes.size());
    return std::pair(std::move(blocks), bytes.size());
  }();
  return std::as_bytes(std::span(read.first.data()->bytes, read.second));
}

const Model& model() {
  static const Model opened = [] {
    ModelError error{};
    return checked(Model::open(model_bytes(), error), error);
  }();
  return opened;
}

const Analyzer& analyzer() {
  static const Analyzer loaded = [] {
    ModelError error{};
    return checked(Analyzer::load(model_bytes(), error), error);
  }();
  return loaded;
}

}  // namespace ailamgi::bench
