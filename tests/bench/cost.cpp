// What the whole analysis of 10,000 syllables costs, in numbers that no other load on the machine changes: allocations
// and bytes a syllable. Under `valgrind --tool=callgrind --toggle-collect=ailamgi_measured` also instructions.
//
//   ailamgi-cost    {"syllables": …, "allocations": …, "most_bytes": …}
#include <cstdio>
#include <string>

#include "bench/allocations.h"
#include "bench/model_file.h"
#include "bench/texts.h"
#include "json/json.h"

// C linkage and never inlined: callgrind finds it by this name.
extern "C" [[gnu::noinline]] void ailamgi_measured(const ailamgi::Analyzer& analyzer, const std::u16string& text,
                                                   ailamgi::Article& article, std::string& json) {
  analyzer.analyze(text, {}, article);
  write_json(analyzer, article, json);
}

int main() {
  constexpr size_t syllables = 10'000;
  std::u16string text = ailamgi::bench::make_units(syllables);
  const ailamgi::Analyzer& analyzer = ailamgi::bench::analyzer();
  ailamgi::Article article;
  std::string json;
  // The second article is what counts: a worker keeps its memory from one to the next.
  analyzer.analyze(text, {}, article);
  write_json(analyzer, article, json);
  json.clear();
  size_t before = ailamgi::bench::allocations().count;
  ailamgi::bench::reset_peak();
  ailamgi_measured(analyzer, text, article, json);
  std::printf("{\"syllables\": %zu, \"allocations\": %zu, \"most_bytes\": %zu}\n", syllables,
              ailamgi::bench::allocations().count - before, ailamgi::bench::allocations().most_held);
}
