// Writes the texts that the node and Chromium runners take: ailamgi-bench-texts FOLDER
#include <filesystem>
#include <fstream>
#include <string>

#include "bench/texts.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  auto write = [&](size_t syllables) {
    std::ofstream(folder / (std::to_string(syllables) + ".txt"), std::ios::binary)
        << ailamgi::bench::make_text(syllables);
  };
  write(500);
  for (size_t length : ailamgi::bench::lengths) write(length);
}
