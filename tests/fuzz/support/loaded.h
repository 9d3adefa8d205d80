// The shipped model and every stage opened from it, once a run.
#pragma once

#include <string>

#include "analyzer.h"
#include "events/events.h"
#include "events/quotes.h"
#include "identity/identity.h"
#include "names/name_tagger.h"
#include "names/value_tagger.h"
#include "summary/questions.h"
#include "summary/summary.h"
#include "syntax/parser.h"
#include "syntax/relations.h"
#include "text/text_reader.h"
#include "words/word_segmenter.h"

namespace ailamgi::fuzz {

struct Loaded {
  const Model& model;
  Analyzer analyzer;
  RelationNames relations;
  TextReader text;
  WordSegmenter words;
  Parser parser;
  NameTagger names;
  ValueTagger values;
  IdentityResolver identity;
  QuoteFinder quotes;
  EventExtractor events;
  Summarizer summary;
  QuestionAnswerer questions;
};

const Loaded& loaded();

// The bytes of the shipped model file.
std::string read_model_file();

// A file of the corpus or the project, whole.
std::string read_file(const std::string& path);

}  // namespace ailamgi::fuzz
