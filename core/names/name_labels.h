// Labels of the name tagger: outside, or the beginning or the inside of a name of one type.
#pragma once

#include <cstdint>
#include <vector>

#include "article.h"

namespace ailamgi {

inline constexpr uint8_t label_outside = 0;
inline constexpr uint8_t name_label_count = 9;

constexpr uint8_t begin_label(EntityType type) {
  return static_cast<uint8_t>(1 + 2 * static_cast<int>(type));
}
constexpr uint8_t inside_label(EntityType type) {
  return static_cast<uint8_t>(2 + 2 * static_cast<int>(type));
}
constexpr bool is_begin(uint8_t label) {
  return (label & 1) != 0;
}
constexpr bool is_inside(uint8_t label) {
  return label != 0 && (label & 1) == 0;
}
// Of a label other than outside.
constexpr EntityType type_of(uint8_t label) {
  return static_cast<EntityType>((label - 1) / 2);
}
// Whether a label may follow another; sentences begin as after label_outside.
constexpr bool may_follow(uint8_t before, uint8_t label) {
  return !is_inside(label) || before == label || before + 1 == label;
}

// A run of syllables labelled as one name.
struct LabelledName {
  Range syllables;
  EntityType type = EntityType::person;
};

// Appends the names that labels[0..] spell, the first label standing for syllable `first`.
void read_names(const std::vector<uint8_t>& labels, Index first, std::vector<LabelledName>& out);

// Gives names of an article that are written alike one type: what most of them have, among equals the first. (Of 480
// annotated articles three have a name that means things of two types.) O(names).
void settle_types(const Article& article, std::vector<LabelledName>& names);

// Parts two persons with a dash between them ("Trump - Putin") where the article names each of them elsewhere, in full
// or by the first or last syllable. O(syllables of the names).
void part_pairs(const Article& article, std::vector<LabelledName>& names);

}  // namespace ailamgi
