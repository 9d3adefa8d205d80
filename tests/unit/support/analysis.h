// The shipped model and whole analyses, for tests.
#pragma once

#include <string>
#include <string_view>

#include "analyzer.h"

namespace ailamgi::support {

// The model that the build packed, loaded once a run.
const Analyzer& analyzer();
const Model& model();

// The analysis of a text that must succeed.
Article analyze(std::u16string_view text);
std::string analyze_to_json(std::u16string_view text);
std::u16string to_utf16(std::string_view utf8);
std::string to_utf8(std::u16string_view text);

}  // namespace ailamgi::support
