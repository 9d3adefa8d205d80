// Runs the fuzz targets over corpora without libFuzzer, in any build: ailamgi-replay [--corpora FOLDER] [TARGET…]
//
// Says how many inputs each target took, and what the dearest of them cost in processor time for each 100 KB. What a
// target finds ends the program. FOLDER is build/fuzz/corpus after a long run, else the committed corpora.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "support/loaded.h"

// Each target's LLVMFuzzerTestOneInput, under a name of its own.
#define TARGET(name) extern "C" int fuzz_##name(const uint8_t* data, size_t size);
#include "targets.inc"
#undef TARGET

namespace {

struct Target {
  const char* name;
  int (*run)(const uint8_t* data, size_t size);
};

constexpr Target targets[] = {
#define TARGET(name) {#name, fuzz_##name},
#include "targets.inc"
#undef TARGET
};

// A target's own corpus, or the texts that all share.
std::vector<std::filesystem::path> corpus(const std::filesystem::path& all, const std::string& target) {
  std::filesystem::path own = std::filesystem::is_directory(all / target) ? all / target : all / "text";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(own)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// Shorter inputs cost what any call costs.
constexpr size_t worth_measuring = 1000;

bool replay(const Target& target, const std::filesystem::path& corpora) {
  size_t count = 0;
  double most = 0;
  std::string dearest;
  for (const auto& file : corpus(corpora, target.name)) {
    std::string bytes = ailamgi::fuzz::read_file(file.string());
    std::fprintf(stderr, "%s %s\n", target.name, file.filename().c_str());
    std::clock_t start = std::clock();
    target.run(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
    double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    double cost = seconds * 100000 / static_cast<double>(std::max<size_t>(bytes.size(), 1));
    if (count++ > 0 && bytes.size() >= worth_measuring && cost > most) {
      most = cost;
      dearest = file.filename();
    }
  }
  std::printf("%s: %zu inputs", target.name, count);
  if (!dearest.empty()) std::printf(", at most %.3f s per 100 KB (%s)", most, dearest.c_str());
  std::printf("\n");
  return count > 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> wanted(argv + 1, argv + argc);
  std::filesystem::path corpora = AILAMGI_SOURCE_DIR "/tests/fuzz/corpus";
  if (wanted.size() >= 2 && wanted[0] == "--corpora") {
    corpora = wanted[1];
    wanted.erase(wanted.begin(), wanted.begin() + 2);
  }
  bool all = true;
  for (const Target& target : targets) {
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), target.name) != wanted.end()) {
      all = replay(target, corpora) && all;
    }
  }
  return all ? 0 : 1;
}
