// An analysis as a person reads it in a terminal, and as CoNLL-U.
#pragma once

#include <string>

#include "analyzer.h"
#include "article.h"

namespace ailamgi::cli {

// Title, summary, people and organisations with what each did, quotes.
std::string report(const Article& article);

// Universal Dependencies' CoNLL-U; offsets into the given text as TokenRange in the last column.
std::string conllu(const Analyzer& analyzer, const Article& article);

}  // namespace ailamgi::cli
