#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ailamgi {

// The hash (model/hash.h) of a phrase in UTF-8 as the core will compute it from a text; 0 when it has no syllable or
// more than `most`.
uint64_t phrase_hash(const std::string& phrase, size_t most);

}  // namespace ailamgi
