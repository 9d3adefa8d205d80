// Cuts a model's tables down, so that a file can be made and checked a thousand times a second.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/model.h"

namespace ailamgi::fuzz {

using Sections = std::vector<std::pair<std::string, std::string>>;

// All sections of a model file by name, the large tables of weights and classes with only their first rows.
Sections small_sections(Bytes file, const Model& model);

}  // namespace ailamgi::fuzz
