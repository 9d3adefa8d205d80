// Each stage and the whole way, on texts of 100 to 700,000 syllables. Counters: syllables a second, allocations a
// syllable, the most bytes held. The name's number is the length in syllables.
#include <benchmark/benchmark.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bench/allocations.h"
#include "bench/model_file.h"
#include "bench/texts.h"
#include "events/events.h"
#include "events/quotes.h"
#include "identity/identity.h"
#include "json/json.h"
#include "names/name_tagger.h"
#include "names/value_tagger.h"
#include "summary/summary.h"
#include "syntax/parser.h"
#include "text/text_reader.h"
#include "words/word_segmenter.h"

namespace {

using namespace ailamgi;

const std::u16string& text_of(size_t syllables) {
  static std::map<size_t, std::u16string> made;
  auto [it, fresh] = made.try_emplace(syllables);
  if (fresh) it->second = bench::make_units(syllables);
  return it->second;
}

template <class Work>
void measure(benchmark::State& state, size_t syllables, Work&& work) {
  size_t allocated = 0, most = 0;
  for (auto _ : state) {
    size_t before = bench::allocations().count, held = bench::allocations().held;
    bench::reset_peak();
    work();
    allocated += bench::allocations().count - before;
    most = std::max(most, bench::allocations().most_held - held);
  }
  auto n = static_cast<double>(syllables), rounds = static_cast<double>(state.iterations());
  state.counters["syllables_per_second"] = benchmark::Counter(n * rounds, benchmark::Counter::kIsRate);
  state.counters["allocations_per_syllable"] = static_cast<double>(allocated) / rounds / n;
  state.counters["bytes_per_syllable"] = static_cast<double>(most) / n;
}

// The fixed loop beside which all figures are quoted: 50 million steps of a xorshift generator (Marsaglia 2003).
void calibration(benchmark::State& state) {
  for (auto _ : state) {
    uint32_t x = 2463534242U;
    for (int i = 0; i < 50'000'000; ++i) {
      x ^= x << 13;
      x ^= x >> 17;
      x ^= x << 5;
    }
    benchmark::DoNotOptimize(x);
  }
}

void load(benchmark::State& state) {
  for (auto _ : state) {
    ModelError error{};
    auto analyzer = Analyzer::load(bench::model_bytes(), error);
    benchmark::DoNotOptimize(analyzer);
  }
}

struct Stage {
  const char* name;
  std::function<void(Article&)> run;
  // Takes away what the stage added, where it does not do so itself.
  std::function<void(Article&)> undo;
};

template <class T>
std::function<void(Article&)> runner() {
  auto stage = std::make_shared<std::optional<T>>(T::open(bench::model()));
  return [stage](Article& article) { (*stage)->run(article); };
}

std::vector<Stage> stages() {
  auto nothing = [](Article&) {};
  auto reader = std::make_shared<std::optional<TextReader>>(TextReader::open(bench::model()));
  return {
      {"text", [reader](Article& article) { (*reader)->read(std::u16string(article.text), article); },
       [](Article& article) {
         std::u16string text = std::move(article.text);
         article.clear();
         article.text = std::move(text);
       }},
      {"words", runner<WordSegmenter>(), nothing},
      {"syntax", runner<Parser>(), nothing},
      {"names", runner<NameTagger>(), [](Article& article) { article.mentions.clear(); }},
      {"values", runner<ValueTagger>(), nothing},
      {"identity", runner<IdentityResolver>(),
       [](Article& article) {
         article.entities.clear();
         std::erase_if(article.mentions, [](const Mention& m) { return m.kind != MentionKind::name; });
         for (Mention& m : article.mentions) m.entity = none;
       }},
      {"quotes", runner<QuoteFinder>(), nothing},
      {"events", runner<EventExtractor>(), nothing},
      {"summary", runner<Summarizer>(), nothing},
      {"json",
       [](Article& article) {
         std::string json;
         write_json(bench::analyzer(), article, json);
         benchmark::DoNotOptimize(json);
       },
       nothing},
  };
}

void whole(benchmark::State& state, size_t syllables) {
  const std::u16string& text = text_of(syllables);
  Article article;
  std::string json;
  measure(state, syllables, [&] {
    json.clear();
    bench::analyzer().analyze(text, {}, article);
    write_json(bench::analyzer(), article, json);
    benchmark::DoNotOptimize(json);
  });
}

// The article of a length as the stages before `stage` leave it. They run once for all stages measured in order.
const Article& before(const std::vector<Stage>& all, size_t stage, size_t syllables) {
  static Article article;
  static size_t length = 0, done = 0;
  if (length != syllables || done > stage) {
    article.clear();
    article.text = text_of(syllables);
    length = syllables;
    done = 0;
  }
  for (; done < stage; ++done) all[done].run(article);
  return article;
}

void one_stage(benchmark::State& state, const std::vector<Stage>& all, size_t stage, size_t syllables) {
  Article article = before(all, stage, syllables);
  measure(state, syllables, [&] {
    all[stage].run(article);
    state.PauseTiming();
    all[stage].undo(article);
    state.ResumeTiming();
  });
}

}  // namespace

int main(int argc, char** argv) {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("calibration", calibration)->Unit(benchmark::kMillisecond);
  RegisterBenchmark("load", load)->Unit(benchmark::kMillisecond);
  const auto all = stages();
  for (size_t length : bench::lengths) {
    auto tail = "/" + std::to_string(length);
    RegisterBenchmark(("whole" + tail).c_str(), [=](benchmark::State& state) { whole(state, length); });
    for (size_t i = 0; i < all.size(); ++i) {
      auto* stage = RegisterBenchmark((all[i].name + tail).c_str(),
                                      [&all, i, length](benchmark::State& state) { one_stage(state, all, i, length); });
      if (length > 100'000) stage->Repetitions(3);  // of the five that other figures are medians of: these take minutes
    }
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
