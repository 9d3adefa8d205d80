// ailamgi-pack-clusters: writes the model section "clusters" (core/words/clusters.h).
//
//   ailamgi-pack-clusters CLUSTERS.txt WORDS.txt OUT.bin [FORGETFUL.bin]
//
// Takes lines of a word (syllables joined by "_", digits as 0), its fine, middle and coarse class, most frequent first,
// and lines of a word and its strength (0..14), as toolchain/train/clusters.py makes them. Classes are numbered anew
// from 1, so that neighbours in the coarse classes are neighbours in number. FORGETFUL.bin is the same table where a
// tenth of the words are as if the raw text had never had them: of their strength only whether they are headwords is
// left. The segmenter learns on it what to do with headwords that it has not met.
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "article.h"
#include "pack/model_writer.h"
#include "pack/phrase_hash.h"
#include "text/syllables.h"
#include "train/lib/gold.h"

using namespace ailamgi;
using namespace ailamgi::train;

namespace {

std::vector<Syllable> split(const std::string& word) {
  std::u16string text = to_utf16(word);
  std::vector<Syllable> syllables;
  split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
  return syllables;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) return 2;
  std::ifstream in(argv[1]);
  using Class = std::array<int, 3>;  // coarse, middle, fine
  struct Entry {
    uint64_t phrase;
    Class of;
    size_t rank;
    uint8_t strength;
  };
  std::vector<Entry> entries;
  std::map<uint64_t, size_t> known;
  Class number{};
  std::string word;
  for (Class c; in >> word >> c[2] >> c[1] >> c[0];) {
    if (word == "00") number = c;
    bool digits = word.find_first_not_of("0.,/:") == std::string::npos;
    if (word.size() > 1) std::replace(word.begin(), word.end(), '_', ' ');
    auto syllables = split(word);
    bool zeros = std::any_of(syllables.begin(), syllables.end(),
                             [](const Syllable& s) { return s.shape == Shape::number || s.shape == Shape::alnum; });
    if (syllables.empty() || digits || zeros) continue;
    uint64_t phrase = phrase_hash(syllables);
    if (known.emplace(phrase, entries.size()).second) entries.push_back({phrase, c, entries.size(), 1});
  }
  size_t clustered = entries.size();
  std::ifstream words(argv[2]);
  for (int strength = 0; words >> word >> strength;) {
    std::replace(word.begin(), word.end(), '_', ' ');
    uint64_t phrase = phrase_hash(split(word));
    auto [it, fresh] = known.emplace(phrase, entries.size());
    if (fresh) entries.push_back({phrase, {-1, -1, -1}, entries.size(), 1});
    entries[it->second].strength = static_cast<uint8_t>(std::min(strength + 1, 15));
  }
  std::map<Class, uint16_t> numbers;
  for (size_t i = 0; i < clustered; ++i) numbers[entries[i].of];
  numbers[number];
  std::map<int, uint8_t> coarse, middle;
  std::string middles(1, '\0'), coarses(1, '\0');
  uint16_t next = 1;
  for (auto& [c, n] : numbers) {
    n = next++;
    coarses.push_back(static_cast<char>(coarse.emplace(c[0], static_cast<uint8_t>(coarse.size() + 1)).first->second));
    middles.push_back(static_cast<char>(middle.emplace(c[1], static_cast<uint8_t>(middle.size() + 1)).first->second));
  }
  if (middle.size() > 255) return std::cerr << "too many middle classes\n", 1;

  auto class_of = [&](const Entry& e) { return e.of[0] < 0 ? uint16_t{0} : numbers[e.of]; };

  uint32_t bits = 15;
  auto bucket = [&](const Entry& e) { return e.phrase >> (64 - bits); };
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return bucket(a) != bucket(b) ? bucket(a) < bucket(b) : a.rank < b.rank;
  });
  std::vector<uint8_t> sizes(size_t{1} << bits);
  std::vector<uint32_t> starts(sizes.size() / 16);
  for (const Entry& e : entries) ++sizes[bucket(e)];
  for (size_t b = 0, at = 0; b < sizes.size(); at += sizes[b++]) {
    if (b % 16 == 0) starts[b / 16] = static_cast<uint32_t>(at);
  }
  auto write = [&](const char* path) {
    std::string out;
    put(out, bits);
    put(out, static_cast<uint32_t>(entries.size()));
    put(out, static_cast<uint32_t>(numbers.size() + 1));
    put(out, numbers[number]);
    put(out, uint16_t{0});
    for (uint32_t s : starts) put(out, s);
    for (uint8_t s : sizes) put(out, s);
    for (const Entry& e : entries) put(out, static_cast<uint8_t>(e.phrase));
    for (const Entry& e : entries) put(out, static_cast<uint8_t>((e.phrase >> 8 & 15) << 4 | e.strength));
    if (out.size() % 2 != 0) put(out, uint8_t{0});
    for (const Entry& e : entries) put(out, class_of(e));
    out += middles + coarses;
    std::ofstream(path, std::ios::binary) << out;
  };
  write(argv[3]);
  if (argc == 5) {
    constexpr uint8_t unmet_headword = 9;
    for (Entry& e : entries) {
      if (e.phrase % 10 != 0 || e.strength <= 1) continue;
      e.strength = e.strength >= unmet_headword ? unmet_headword : uint8_t{1};
      e.of = {-1, -1, -1};
    }
    write(argv[4]);
  }
  std::cerr << entries.size() << " words in " << numbers.size() << " classes\n";
}
