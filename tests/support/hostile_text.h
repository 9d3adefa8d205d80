// Text as articles have it, and as nobody would write it: for the fuzzers' mutator and the properties' generator.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace ailamgi::support {

// The same numbers from every library.
using Random = std::minstd_rand;

// A number below `bound`, 0 when that is 0.
inline size_t below(Random& random, size_t bound) {
  return bound == 0 ? 0 : random() % bound;
}

// A syllable, a word of the news, a mark, a number, an invisible or broken character, a row of one of them …, of at
// most `room` bytes when it is a row. UTF-8 but for some oddities.
std::string piece(Random& random, size_t room);

// Deletes, repeats, moves, brackets, replaces or puts in a part of a text, which has at most `max` bytes afterwards.
void change_text(std::string& text, size_t max, Random& random);

// All words, marks and oddities that piece() draws from.
std::vector<std::string> all_pieces();

}  // namespace ailamgi::support
