#include "cli/jsonl.h"

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "cli/files.h"
#include "json/json.h"

namespace ailamgi::cli {
namespace {

// Lines a thread takes before results are written; larger keeps threads busier, smaller answers sooner.
constexpr size_t lines_per_thread = 16;

// dump() calls itself once a level.
constexpr int deepest_id = 64;

bool is_shallow(const nlohmann::json& j, int levels) {
  if (!j.is_structured()) return true;
  return levels > 0 && std::all_of(j.begin(), j.end(), [&](const auto& item) { return is_shallow(item, levels - 1); });
}

std::string dump(const nlohmann::json& j) {
  return j.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool read_line(std::istream& in, std::string& line) {
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::string answer_line(const Analyzer& analyzer, const std::string& line, Article& scratch) {
  std::string out;
  auto j = nlohmann::json::parse(line, nullptr, false);
  if (!j.is_object()) {
    write_error("bad_line", {"Dòng này không phải một đối tượng JSON.", "This line is not a JSON object."}, out);
    return out;
  }
  auto id_at = j.find("id");
  if (id_at != j.end() && !is_shallow(*id_at, deepest_id)) {
    write_error("bad_line", {"\"id\" lồng quá sâu.", "The \"id\" is nested too deeply."}, out);
    return out;
  }
  std::string id = id_at == j.end() ? std::string() : dump(*id_at);
  auto text_at = j.find("text");
  if (text_at == j.end() || !text_at->is_string()) {
    write_error("no_text", {"Dòng này không có chuỗi \"text\".", "This line has no \"text\" string."}, out, id);
    return out;
  }
  AnalyzeOptions options;
  if (auto date_at = j.find("date"); date_at != j.end() && date_at->is_string()) {
    options.date = date_at->get_ref<const std::string&>();
  }
  auto wrong = analyzer.analyze(to_utf16(text_at->get_ref<const std::string&>()), options, scratch);
  if (wrong == TextError::ok) {
    write_json(analyzer, scratch, out, id);
  } else {
    write_error(code_of(wrong), describe(wrong), out, id);
  }
  return out;
}

void run_jsonl(const Analyzer& analyzer, std::istream& in, std::ostream& out, unsigned threads) {
  std::vector<std::string> lines, answers;
  std::vector<Article> scratch(threads);
  std::string line;
  bool more = true;
  while (more) {
    lines.clear();
    size_t wanted = threads == 1 ? 1 : threads * lines_per_thread;
    while (lines.size() < wanted && (more = read_line(in, line))) lines.push_back(line);
    answers.assign(lines.size(), {});
    std::atomic<size_t> next = 0;  // whoever is free takes the next line: articles differ in length
    auto work = [&](size_t worker) {
      for (size_t i; (i = next++) < lines.size();) answers[i] = answer_line(analyzer, lines[i], scratch[worker]);
    };
    std::vector<std::thread> others;
    for (size_t w = 1; w < threads; ++w) others.emplace_back(work, w);
    work(0);
    for (auto& t : others) t.join();
    for (const auto& a : answers) out << a << '\n';
    out.flush();
  }
}

}  // namespace ailamgi::cli
