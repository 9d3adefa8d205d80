// What the words around and within its names say of an entity: "ông", "Tổng thống", "Công ty", "nữ ca sĩ".
#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "identity/reference_words.h"

namespace ailamgi::identity {

struct Description {
  std::vector<uint64_t> phrases;  // listed words, by phrase hash, each once
  std::vector<uint64_t> edges;    // the first and the last syllables of those, each once
  bool in_post = false;           // has a post now ("Giám đốc Lan", not "cựu giám đốc Lan")
  uint8_t place = 0;              // ReferenceWords::place_kind() of one of its names
  bool kinded = false;            // a name of it says of what kind it is: "nút giao An Phú"
  int males = 0, females = 0;     // how often something tells the sex
  Sex sex() const { return males == females ? Sex::unknown : males > females ? Sex::male : Sex::female; }
  bool has_phrase(uint64_t phrase) const;
  bool has_edge(uint64_t syllable) const;
};

// One for each entity. Mentions are names with their entity. O(syllables of names and titles).
std::vector<Description> describe_entities(const Article& article, const ReferenceWords& words);

}  // namespace ailamgi::identity
