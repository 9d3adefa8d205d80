#include "support/decode.h"

namespace ailamgi::support {
namespace {

// The length of the sequence that begins at `data`, 0 when it is none.
size_t sequence(const uint8_t* data, size_t size, uint32_t& point) {
  uint8_t lead = data[0];
  size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > size) return 0;
  point = length == 1 ? lead : lead & (0x7FU >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((data[i] & 0xC0) != 0x80) return 0;
    point = point << 6 | (data[i] & 0x3FU);
  }
  return point > 0x10FFFF ? 0 : length;
}

}  // namespace

std::u16string decode(const uint8_t* data, size_t size) {
  std::u16string text;
  text.reserve(size);
  for (size_t i = 0; i < size;) {
    uint32_t point = 0;
    size_t length = sequence(data + i, size - i, point);
    if (length == 0) {
      point = data[i];
      length = 1;
    }
    if (point >= 0x10000) {
      text += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
      text += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
    } else {
      text += static_cast<char16_t>(point);
    }
    i += length;
  }
  return text;
}

}  // namespace ailamgi::support
