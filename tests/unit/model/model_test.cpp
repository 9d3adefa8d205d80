#include "model/model.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pack/model_writer.h"

using namespace ailamgi;

namespace {

Bytes bytes_of(const std::string& s) {
  return std::as_bytes(std::span(s.data(), s.size()));
}

std::string sample() {
  ModelWriter w;
  w.add("first", "abc");
  w.add("sixteen-letters.", std::string(100, 'x'));
  return w.file();
}

ModelError error_of(const std::string& file) {
  ModelError error = ModelError::ok;
  CHECK_FALSE(Model::open(bytes_of(file), error));
  return error;
}

}  // namespace

TEST_CASE("a model gives its sections by name") {
  std::string file = sample();
  ModelError error = ModelError::damaged;
  auto model = Model::open(bytes_of(file), error);
  REQUIRE(model);
  CHECK(error == ModelError::ok);
  CHECK(model->section("first").size() == 3);
  CHECK(model->section("sixteen-letters.").size() == 100);
  CHECK(model->section("missing").empty());
}

TEST_CASE("a model that is torn, foreign or of another version is refused with the reason") {
  std::string file = sample();
  CHECK(error_of("") == ModelError::too_short);
  CHECK(error_of("AILAMGI") == ModelError::too_short);
  CHECK(error_of(std::string(200, 'x')) == ModelError::not_a_model);
  CHECK(error_of(file.substr(0, file.size() - 1)) == ModelError::truncated);
  std::string other = file;
  other[8] = 9;
  CHECK(error_of(other) == ModelError::other_version);
}

TEST_CASE("a flipped bit anywhere in a model is seen") {
  std::string file = sample();
  for (size_t i = 32; i < file.size(); ++i) {
    std::string damaged = file;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    CHECK(error_of(damaged) == ModelError::damaged);
  }
}

TEST_CASE("every cut of a model is refused") {
  std::string file = sample();
  for (size_t n = 0; n < file.size(); ++n) CHECK(error_of(file.substr(0, n)) != ModelError::ok);
}
