// Texts for the runners that are not C++.
//   ailamgi-bench-texts FOLDER          a file a length
//   ailamgi-bench-texts --articles N    N articles of about 200 syllables, one {"id", "text"} a line, on standard
//   output
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/texts.h"

namespace {

using ailamgi::bench::make_text;

void write_files(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  auto write = [&](size_t syllables) {
    std::ofstream(folder / (std::to_string(syllables) + ".txt"), std::ios::binary) << make_text(syllables);
  };
  write(500);
  for (size_t length : ailamgi::bench::lengths) write(length);
}

void write_articles(uint32_t count) {
  for (uint32_t i = 1; i <= count; ++i) {
    std::cout << nlohmann::json{{"id", i}, {"text", make_text(100 + i % 200, i)}}.dump() << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2) {
    write_files(argv[1]);
  } else if (argc == 3 && std::string(argv[1]) == "--articles") {
    write_articles(static_cast<uint32_t>(std::strtoul(argv[2], nullptr, 10)));
  } else {
    return 2;
  }
}
