#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "article.h"

namespace ailamgi {

// The hash (model/hash.h) of a phrase of at least one syllable as the core will compute it from a text.
uint64_t phrase_hash(std::span<const Syllable> phrase);

// The same for UTF-8; 0 when it has no syllable or more than `most`.
uint64_t phrase_hash(const std::string& phrase, size_t most);

}  // namespace ailamgi
