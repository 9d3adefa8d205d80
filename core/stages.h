// The stages of an analysis, opened from one model. Analyzer (analyzer.h) is the door for users; this is for who needs
// a stage alone, as the tests' fuzz targets do.
#pragma once

#include <memory>

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

namespace ailamgi {

struct Stages {
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

  // Nothing when the model lacks what one of them needs. Its bytes must outlive the stages.
  static std::unique_ptr<Stages> open(const Model& model);

  // What follows on reading. Ends early when the caller of `progress` wishes it.
  void run(Article& article, Progress& progress) const;
};

}  // namespace ailamgi
