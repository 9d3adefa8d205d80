// Any bytes through the readers of small formats: the model file, its lexicon, its tables of weights and classes.
//
// The first byte says whether the header's size and checksum are put right, so that mutations reach behind them.
#include <cstring>
#include <vector>

#include "cli/files.h"
#include "model/checksum.h"
#include "model/lexicon.h"
#include "model/linear.h"
#include "model/model.h"
#include "model/sparse_weights.h"
#include "syntax/relations.h"
#include "words/clusters.h"

using namespace ailamgi;

namespace {

constexpr size_t size_at = 16, checksum_at = 24, header = 32;

void use(const Lexicon& lexicon) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < 64; ++i) {
    Lexicon::Entry entry = lexicon.find(mix(i));
    for (const Lexicon::Item& item : entry) sum += lexicon.value(entry, static_cast<ListId>(item.list)).size();
  }
  for (const char* list : {"questions", "", "a"}) sum += lexicon.list(list) != no_list;
  volatile uint64_t kept = sum;
  (void)kept;
}

void use_section(Bytes section) {
  int32_t scores[1024] = {};
  if (auto linear = LinearModel::open(section)) {
    for (uint64_t i = 0; i < 16; ++i) linear->add(mix(i), scores);
  }
  SectionReader in(section);
  if (auto weights = SparseWeights::read(in)) {
    for (uint64_t i = 0; i < 64; ++i) weights->add(mix(i), scores);
  }
  if (auto clusters = Clusters::open(section)) {
    for (uint64_t i = 0; i < 64; ++i) scores[0] += clusters->entry(mix(i)).word_class;
  }
  volatile int32_t kept = scores[0];
  (void)kept;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] % 4 != 0 && bytes.size() >= header) {
    std::memcpy(bytes.data(), "AILAMGI\0\1\0\0\0", 12);
    uint64_t whole = bytes.size();
    std::memcpy(bytes.data() + size_at, &whole, 8);
    uint64_t sum = checksum(std::as_bytes(std::span(bytes.data() + header, bytes.size() - header)));
    std::memcpy(bytes.data() + checksum_at, &sum, 8);
  }
  cli::AlignedBytes aligned(bytes);
  ModelError error{};
  auto model = Model::open(aligned.bytes(), error);
  if (!model) return 0;
  if (auto lexicon = Lexicon::open(*model)) use(*lexicon);
  if (auto relations = RelationNames::open(*model)) relations->number("nsubj");
  for (const char* name : {"lexicon", "linear", "weights", "clusters"}) use_section(model->section(name));
  return 0;
}
