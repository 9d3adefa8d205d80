// Bytes as text, whatever they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ailamgi::support {

// UTF-8 becomes UTF-16, surrogates written by themselves stay halves; a byte that belongs to no sequence becomes the
// unit of its number (U+0080 to U+00FF).
std::u16string decode(const uint8_t* data, size_t size);

}  // namespace ailamgi::support
