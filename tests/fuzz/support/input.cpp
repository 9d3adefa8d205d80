#include "support/input.h"

#include <algorithm>

namespace ailamgi::fuzz {

Input read_input(const uint8_t* data, size_t size) {
  auto text = static_cast<size_t>(std::find(data, data + size, uint8_t{0xFF}) - data);
  size_t choices = std::min(size, text + 1);
  return {decode(data, text), Choices({data + choices, size - choices})};
}

}  // namespace ailamgi::fuzz
