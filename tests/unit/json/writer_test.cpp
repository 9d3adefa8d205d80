#include "json/writer.h"

#include <doctest/doctest.h>

using namespace ailamgi;

TEST_CASE("a writer puts commas where they belong") {
  std::string out;
  JsonWriter json(out);
  json.begin_object().key("a").begin_array().value(1).value(-2).begin_object().end_object().end_array();
  json.key("b").null().key("c").value(true).end_object();
  CHECK(out == R"({"a":[1,-2,{}],"b":null,"c":true})");
}

TEST_CASE("strings are escaped and always valid UTF-8") {
  std::string out;
  JsonWriter json(out);
  json.begin_array().value(std::string_view("a\"\\\n\x01"));
  json.value(std::u16string_view(u"Mỹ \U0001F600 \xD83D x\u2028\"")).end_array();
  CHECK(out == "[\"a\\\"\\\\\\n\\u0001\",\"Mỹ \U0001F600 \uFFFD x\u2028\\\"\"]");
}

TEST_CASE("fractions are short") {
  auto written = [](unsigned n) {
    std::string out;
    JsonWriter(out).fraction(n);
    return out;
  };
  CHECK(written(0) == "0.0");
  CHECK(written(4200) == "0.42");
  CHECK(written(7) == "0.0007");
  CHECK(written(10000) == "1");
}
