// What a text target is given: a text, and behind the byte 0xFF, which no UTF-8 holds, the choices by which the target
// shakes what the stages before found. Seeds are therefore plain text files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/choices.h"
#include "support/decode.h"

namespace ailamgi::fuzz {

using support::decode;

struct Input {
  std::u16string text;
  Choices choices;
};

Input read_input(const uint8_t* data, size_t size);

}  // namespace ailamgi::fuzz
