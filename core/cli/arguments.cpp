#include "cli/arguments.h"

#include <charconv>
#include <string_view>
#include <vector>

namespace ailamgi::cli {

const char* const help_text =
    R"(ailamgi: Ai làm gì? Who did what, found in a Vietnamese news article.

  ailamgi analyze [FILE|-] [--format text|json|conllu] [--date YYYY-MM-DD]
  ailamgi ask FILE|- "QUESTION" [--format text|json]
  ailamgi --jsonl [--threads N]     one {"id": …, "text": …} a line in, one analysis a line out, in order;
                                    a line that can't be read is answered with an "error"
  ailamgi --help | --version

  --model FILE   the model file; else AILAMGI_MODEL, else ailamgi.model beside this command
  --date DAY     the day the article appeared, to which "hôm qua" and the like refer
  --threads N    how many articles to work on at a time (1 to 256)

Exit status: 0 done; 1 the text or a file could not be used; 2 the command line makes no sense; 3 no usable model.
)";

namespace {

std::optional<Format> format_named(std::string_view name) {
  if (name == "json") return Format::json;
  if (name == "text") return Format::text;
  if (name == "conllu") return Format::conllu;
  return std::nullopt;
}

bool read_threads(std::string_view s, unsigned& threads) {
  auto [end, problem] = std::from_chars(s.data(), s.data() + s.size(), threads);
  return problem == std::errc() && end == s.data() + s.size() && threads >= 1 && threads <= 256;
}

// Sets what an option with a value says; a message when it can't be.
std::string set_option(Arguments& a, std::string_view name, const std::string& value) {
  if (name == "--format") {
    auto format = format_named(value);
    if (!format) return "unknown format: " + value + " (text, json or conllu)";
    a.format = *format;
  } else if (name == "--date") {
    a.date = value;
  } else if (name == "--model") {
    a.model = value;
  } else if (!read_threads(value, a.threads)) {
    return "--threads takes a number from 1 to 256";
  }
  return {};
}

bool takes_value(std::string_view s) {
  return s == "--format" || s == "--date" || s == "--model" || s == "--threads";
}

}  // namespace

std::optional<Arguments> read_arguments(int argc, char** argv, std::string& error) {
  Arguments a;
  std::vector<std::string> words;
  bool jsonl = false;
  for (int i = 1; i < argc; ++i) {
    std::string_view s = argv[i];
    if (s == "--help" || s == "-h") return a;
    if (s == "--version") {
      a.command = Command::version;
      return a;
    }
    if (s == "--jsonl") {
      jsonl = true;
    } else if (takes_value(s)) {
      if (i + 1 == argc) error = std::string(s) + " needs a value";
      if (error.empty()) error = set_option(a, s, argv[++i]);
    } else if (s.size() > 1 && s[0] == '-') {
      error = "unknown option: " + std::string(s);
    } else {
      words.emplace_back(s);
    }
    if (!error.empty()) return std::nullopt;
  }
  if (jsonl && words.empty()) {
    a.command = Command::jsonl;
  } else if (!jsonl && !words.empty() && words[0] == "analyze" && words.size() <= 2) {
    a.command = Command::analyze;
    if (words.size() == 2) a.file = words[1];
  } else if (!jsonl && words.size() == 3 && words[0] == "ask") {
    a.command = Command::ask;
    a.file = words[1];
    a.question = words[2];
  } else if (jsonl || !words.empty()) {
    error = "these words make no command";
    return std::nullopt;
  }
  return a;
}

}  // namespace ailamgi::cli
