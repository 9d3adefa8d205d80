// The command line, read into a value.
#pragma once

#include <optional>
#include <string>

namespace ailamgi::cli {

enum class Command { help, version, analyze, ask, jsonl };
enum class Format { json, text, conllu };

struct Arguments {
  Command command = Command::help;
  Format format = Format::text;
  std::string file = "-";  // "-" is standard input
  std::string question;
  std::string date;
  std::string model;  // empty: where the command itself stands
  unsigned threads = 1;
};

// Reads the words of a command line. Nothing, and a message in `error`, when they make no sense.
std::optional<Arguments> read_arguments(int argc, char** argv, std::string& error);

extern const char* const help_text;

}  // namespace ailamgi::cli
