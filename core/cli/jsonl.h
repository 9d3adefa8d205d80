// Many articles: JSON Lines in, JSON Lines out.
#pragma once

#include <istream>
#include <ostream>

#include "analyzer.h"

namespace ailamgi::cli {

// Reads {"id": …, "text": …, "date": …} lines until the end, writes an analysis (or an {"error": …}) a line, in the
// order read. `threads` articles are worked on at a time. Memory holds a few lines a thread, however many lines there
// are.
void run_jsonl(const Analyzer& analyzer, std::istream& in, std::ostream& out, unsigned threads);

// The answer to one line. Never fails: what can't be read is answered with an error.
std::string answer_line(const Analyzer& analyzer, const std::string& line, Article& scratch);

}  // namespace ailamgi::cli
