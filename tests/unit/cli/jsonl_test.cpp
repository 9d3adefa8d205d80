#include "cli/jsonl.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/analysis.h"

using namespace ailamgi;

namespace {

nlohmann::json answer(const std::string& line) {
  Article scratch;
  return nlohmann::json::parse(cli::answer_line(support::analyzer(), line, scratch));
}

}  // namespace

TEST_CASE("a line is answered with its id") {
  auto j = answer(R"({"id": {"a": [1, "b"]}, "text": "Ông An mua nhà."})");
  CHECK(j["id"].dump() == R"({"a":[1,"b"]})");
  CHECK(j["version"] == 1);
}

TEST_CASE("a line that is no good is answered with an error") {
  for (const char* line : {"", "[]", "{", "null", "\xFF", "{\"text\": 5}", "{\"id\": 1}", "{\"text\": \"\"}"})
    CHECK_MESSAGE(answer(line).contains("error"), line);
}

// Found by fuzzing: the library that writes the id calls itself once a level.
TEST_CASE("an id nested a million deep is refused") {
  constexpr size_t depth = 1000000;
  auto j = answer("{\"id\": " + std::string(depth, '[') + std::string(depth, ']') + ", \"text\": \"Ông An mua nhà.\"}");
  CHECK(j["error"]["code"] == "bad_line");
}
