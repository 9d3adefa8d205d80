// Cuts a model's tables down, so that a file can be made and checked thousands of times a second.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/model.h"

namespace ailamgi::fuzz {

using Sections = std::vector<std::pair<std::string, std::string>>;

// All sections of a model by name: large tables of weights with only their first rows, tables of words with only the
// entries that the hashes lead to, and a short grammar of values.
Sections small_sections(const Model& model, const std::vector<uint64_t>& hashes);

}  // namespace ailamgi::fuzz
