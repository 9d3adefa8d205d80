// The model that the build packed, in memory.
#pragma once

#include "analyzer.h"

namespace ailamgi::bench {

// Loaded once; ends the program with a message when it can't be.
const Model& model();
const Analyzer& analyzer();
Bytes model_bytes();

}  // namespace ailamgi::bench
