// The shipped model and every stage opened from it, once a run.
#pragma once

#include <string>

#include "analyzer.h"
#include "stages.h"

namespace ailamgi::fuzz {

struct Loaded {
  const Model& model;
  Analyzer analyzer;
  const Stages& stages;
};

const Loaded& loaded();

// The bytes of the shipped model file.
std::string read_model_file();

// A file of the corpus or the project, whole.
std::string read_file(const std::string& path);

}  // namespace ailamgi::fuzz
