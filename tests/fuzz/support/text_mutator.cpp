// libFuzzer's custom mutator for every target that takes text: besides bytes it changes what articles are made of.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "support/hostile_text.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

using ailamgi::support::below;
using ailamgi::support::change_text;
using ailamgi::support::Random;

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size, unsigned int seed) {
  Random random(seed);
  if (below(random, 4) == 0) return LLVMFuzzerMutate(data, size, max_size);
  auto split = static_cast<size_t>(std::find(data, data + size, uint8_t{0xFF}) - data);
  std::string text(reinterpret_cast<const char*>(data), split);
  std::string choices(reinterpret_cast<const char*>(data + split), size - split);
  if (below(random, 4) == 0) {
    if (choices.empty()) choices = "\xFF";
    size_t at = 1 + below(random, choices.size());
    auto value = static_cast<char>(random());
    if (at == choices.size() || below(random, 2) == 0) {
      choices.insert(at, 1, value);
    } else {
      choices[at] = value;
    }
  } else {
    size_t rounds = 1 + below(random, 4);
    for (size_t i = 0; i < rounds; ++i) change_text(text, max_size - std::min(max_size / 2, choices.size()), random);
  }
  text.resize(std::min(text.size(), max_size));
  choices.resize(std::min(choices.size(), max_size - text.size()));
  std::memcpy(data, text.data(), text.size());
  if (!choices.empty()) std::memcpy(data + text.size(), choices.data(), choices.size());
  return text.size() + choices.size();
}
