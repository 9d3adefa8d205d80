// Every stage's open() with damaged sections; a stage that opens nevertheless must keep its promises on a real text.
//
// The first byte chooses the stage, the rest the damage: bytes changed, numbers made huge, sections cut short.
#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

#include "cli/files.h"
#include "model/checksum.h"
#include "pack/model_writer.h"
#include "support/small_model.h"
#include "support/stage.h"

using namespace ailamgi;
using namespace ailamgi::fuzz;

namespace {

constexpr size_t header = 32, entry_size = 32, checksum_at = 24;

// Opens a stage and runs it on an article that the stages before have read; false when it refuses.
using Door = std::function<bool(const Model&, Article&)>;

template <class Stage>
bool open_and_run(const Model& model, Article& article) {
  auto stage = Stage::open(model);
  if (stage) stage->run(article);
  return stage.has_value();
}

struct Target {
  Door door;
  Article article;    // as the stages before leave it
  std::string bytes;  // a model with just the sections that the stage needs
};

std::string model_of(const Sections& sections) {
  ModelWriter writer;
  for (const auto& [name, section] : sections) writer.add(name, section);
  return writer.file();
}

bool opens(const Door& door, const Article& article, const std::string& bytes) {
  cli::AlignedBytes aligned(bytes);
  ModelError error{};
  auto model = Model::open(aligned.bytes(), error);
  Article copy = article;
  return model && door(*model, copy);
}

Target target(Door door, const Article& article, Sections sections) {
  for (size_t i = 0; i < sections.size();) {
    Sections without = sections;
    without.erase(without.begin() + static_cast<ptrdiff_t>(i));
    if (opens(door, article, model_of(without))) {
      sections = std::move(without);
    } else {
      ++i;
    }
  }
  if (!opens(door, article, model_of(sections))) {
    std::fprintf(stderr, "a stage does not open from the small model\n");
    std::abort();
  }
  return {std::move(door), article, model_of(sections)};
}

const std::u16string& text() {
  static const std::u16string text =
      u"Ông Nguyễn Văn An, cựu giám đốc hãng Sao Mai, nói với VnA hôm 20/11/2023: “Chúng tôi sẽ "
      u"không bán 6,7% cổ phần”. Công ty này chưa trả lời.";
  return text;
}

// By which the stages may look up something in the text: its syllables, and runs of them.
std::vector<uint64_t> hashes() {
  Article a;
  loaded().stages.text.read(text(), a);
  std::vector<uint64_t> all;
  auto end = static_cast<Index>(a.syllables.size());
  for (Index i = 0; i < end; ++i) {
    all.push_back(a.syllables[static_cast<size_t>(i)].folded);
    all.push_back(a.syllables[static_cast<size_t>(i)].bare);
    for (Index k = i + 1; k <= std::min(end, i + Lexicon::max_syllables); ++k) all.push_back(a.phrase({i, k}));
  }
  return all;
}

std::vector<Target> make_targets() {
  std::vector<Target> targets;
  Article article;
  const Stages& l = loaded().stages;
  Sections sections = small_sections(loaded().model, hashes());
  auto add = [&](Door door) { targets.push_back(target(std::move(door), article, sections)); };
  add([](const Model& m, Article& a) {
    auto stage = TextReader::open(m);
    if (stage) {
      a.clear();
      stage->read(text(), a);
    }
    return stage.has_value();
  });
  l.text.read(text(), article);
  add(open_and_run<WordSegmenter>);
  l.words.run(article);
  add(open_and_run<Parser>);
  l.parser.run(article);
  add(open_and_run<NameTagger>);
  l.names.run(article);
  add(open_and_run<ValueTagger>);
  l.values.run(article);
  add(open_and_run<IdentityResolver>);
  l.identity.run(article);
  add(open_and_run<QuoteFinder>);
  l.quotes.run(article);
  add(open_and_run<EventExtractor>);
  l.events.run(article);
  add(open_and_run<Summarizer>);
  l.summary.run(article);
  add([](const Model& m, Article& a) {
    auto stage = QuestionAnswerer::open(m);
    if (stage) stage->ask(a, u"Ông An đã nói gì về cổ phần?");
    return stage.has_value();
  });
  return targets;
}

// Changes a model in place and puts everything back.
class Damage {
 public:
  explicit Damage(std::span<std::byte> bytes) : bytes_(bytes) {}
  ~Damage() {
    for (auto it = old_.rbegin(); it != old_.rend(); ++it) bytes_[it->first] = it->second;
  }
  Damage(const Damage&) = delete;
  Damage& operator=(const Damage&) = delete;

  void set(size_t at, uint8_t value) {
    if (at >= bytes_.size()) return;
    old_.emplace_back(at, bytes_[at]);
    bytes_[at] = std::byte{value};
  }
  void set64(size_t at, uint64_t value) {
    for (size_t i = 0; i < 8; ++i) set(at + i, static_cast<uint8_t>(value >> (8 * i)));
  }
  uint64_t get64(size_t at) const {
    uint64_t value = 0;
    std::memcpy(&value, bytes_.data() + at, 8);
    return value;
  }

  void random(Choices& choices) {
    uint32_t count = 0;
    std::memcpy(&count, bytes_.data() + 12, 4);
    if (count == 0) return;
    size_t entry = header + choices.below(count) * entry_size;
    uint64_t offset = get64(entry + 16), size = get64(entry + 24);
    if (offset > bytes_.size() || size > bytes_.size() - offset || size == 0) return;
    auto anywhere = [&] { return (choices.below(65536) * uint64_t{65536} + choices.below(65536)) % size; };
    // The numbers at the beginning say how large the tables are.
    uint64_t at = offset + (choices.one_in(2) ? choices.below(64) % size : anywhere());
    switch (choices.below(5)) {
      case 0:
        set64(entry + 24, anywhere());
        break;
      case 1:
        for (size_t i = 0; i < 4; ++i) set(at + i, choices.one_in(2) ? 0xFF : static_cast<uint8_t>(choices.below(256)));
        break;
      default:
        set(at, static_cast<uint8_t>(choices.below(256)));
    }
  }

 private:
  std::span<std::byte> bytes_;
  std::vector<std::pair<size_t, std::byte>> old_;
};

struct Prepared {
  Target target;
  std::vector<uint64_t> memory;
  std::span<std::byte> bytes;
};

std::vector<Prepared> prepare() {
  std::vector<Prepared> all;
  for (Target& t : make_targets()) {
    Prepared p{std::move(t), {}, {}};
    p.memory.resize(p.target.bytes.size() / 8 + 2);
    // One of two neighbours that are 8 apart is a multiple of 16.
    size_t skip = reinterpret_cast<uintptr_t>(p.memory.data()) % 16 == 0 ? 0 : 1;
    p.bytes = std::as_writable_bytes(std::span(p.memory)).subspan(skip * 8, p.target.bytes.size());
    std::memcpy(p.bytes.data(), p.target.bytes.data(), p.target.bytes.size());
    all.push_back(std::move(p));
  }
  return all;
}

std::vector<Prepared>& prepared() {
  static std::vector<Prepared> all = prepare();
  return all;
}

}  // namespace

// Before the first input, so that no input's time is taken for it.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  prepared();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::vector<Prepared>& all = prepared();
  static Article article;
  if (size < 2) return 0;
  Prepared& p = all[data[0] % all.size()];
  Choices choices({data + 1, size - 1});
  Damage damage(p.bytes);
  for (size_t n = 1 + size / 8; n > 0; --n) damage.random(choices);
  damage.set64(checksum_at, checksum(p.bytes.subspan(header)));
  ModelError error{};
  auto model = Model::open(p.bytes, error);
  if (!model) return 0;
  article = p.target.article;
  if (p.target.door(*model, article)) require_promises(article, text());
  return 0;
}
