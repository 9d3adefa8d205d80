// What a text target is given: a text, and behind the byte 0xFF, which no UTF-8 holds, the choices by which the target
// shakes what the stages before found. Seeds are therefore plain text files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/choices.h"

namespace ailamgi::fuzz {

struct Input {
  std::u16string text;
  Choices choices;
};

// UTF-8 becomes UTF-16, surrogates written by themselves stay halves; a byte that belongs to no sequence becomes the
// unit of its number (U+0080 to U+00FE).
std::u16string decode(const uint8_t* data, size_t size);

Input read_input(const uint8_t* data, size_t size);

}  // namespace ailamgi::fuzz
