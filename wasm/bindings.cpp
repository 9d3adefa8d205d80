#include "bindings.h"

#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analyzer.h"
#include "article.h"
#include "json/json.h"
#if __has_include("summary/questions.h")
#include "summary/questions.h"
#define AILAMGI_ASK
#endif

struct Ailamgi {
  std::uint8_t* model = nullptr;
  std::optional<ailamgi::Analyzer> analyzer;
  ailamgi::Article article;
  std::string result;
  // What `article` is the analysis of.
  bool analyzed = false;
  std::u16string text;
  ailamgi::AnalyzeOptions options;
};

#ifdef __EMSCRIPTEN__
extern "C" bool ailamgi_told(int percent);  // progress.js
#endif

namespace {

std::string load_error;

ailamgi::Progress progress() {
#ifdef __EMSCRIPTEN__
  return {[](void*, int percent) { return ailamgi_told(percent); }, nullptr};
#else
  return {};
#endif
}

std::uint8_t* at_multiple_of_16(std::uint8_t* buffer, std::size_t bytes) {
  if (reinterpret_cast<std::uintptr_t>(buffer) % 16 == 0) return buffer;
  auto* aligned = static_cast<std::uint8_t*>(std::aligned_alloc(16, (bytes + 15) / 16 * 16));
  std::memcpy(aligned, buffer, bytes);
  std::free(buffer);
  return aligned;
}

ailamgi::AnalyzeOptions read_options(const char* json) {
  ailamgi::AnalyzeOptions options;
  options.progress = progress();
  if (json == nullptr) return options;
  auto object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object()) return options;
  auto date = object.find("date");
  if (date != object.end() && date->is_string()) options.date = date->get<std::string>();
  return options;
}

// Makes `article` the analysis of the text, unless it is that already. False when it cannot be analyzed: `result` is
// then the error.
bool analyze(Ailamgi& handle, std::u16string_view text, const char* options_json) {
  ailamgi::AnalyzeOptions options = read_options(options_json);
  handle.result.clear();
  if (handle.analyzed && handle.text == text && handle.options.date == options.date) return true;
  ailamgi::TextError error = handle.analyzer->analyze(text, options, handle.article);
  handle.analyzed = error == ailamgi::TextError::ok;
  if (!handle.analyzed) {
    ailamgi::write_error(ailamgi::code_of(error), ailamgi::describe(error), handle.result);
    return false;
  }
  handle.text = text;
  handle.options = std::move(options);
  return true;
}

}  // namespace

Ailamgi* ailamgi_load(std::uint8_t* model, std::size_t bytes) {
  auto* handle = new Ailamgi;
  handle->model = at_multiple_of_16(model, bytes);
  ailamgi::ModelError error{};
  handle->analyzer = ailamgi::Analyzer::load(std::as_bytes(std::span(handle->model, bytes)), error);
  if (handle->analyzer) return handle;
  load_error.clear();
  ailamgi::write_error("model", ailamgi::describe(error), load_error);
  ailamgi_free(handle);
  return nullptr;
}

const char* ailamgi_error() {
  return load_error.c_str();
}

const char* ailamgi_analyze(Ailamgi* handle, const char16_t* text, std::size_t units, const char* options) {
  if (analyze(*handle, {text, units}, options)) {
    ailamgi::write_json(*handle->analyzer, handle->article, handle->result);
  }
  return handle->result.c_str();
}

const char* ailamgi_ask(Ailamgi* handle, const char16_t* text, std::size_t units, const char16_t* question,
                        std::size_t question_units, const char* options) {
  if (analyze(*handle, {text, units}, options)) {
    std::u16string_view asked(question, question_units);
#ifdef AILAMGI_ASK
    ailamgi::write_json(handle->article, handle->analyzer->ask(handle->article, asked), asked, handle->result);
#else
    ailamgi::write_error("unsupported", {"Chưa trả lời được câu hỏi.", "Questions are not answered yet."},
                         handle->result);
#endif
  }
  return handle->result.c_str();
}

std::size_t ailamgi_length(const Ailamgi* handle) {
  return handle->result.size();
}

void ailamgi_free(Ailamgi* handle) {
  if (handle == nullptr) return;
  std::free(handle->model);
  delete handle;
}
