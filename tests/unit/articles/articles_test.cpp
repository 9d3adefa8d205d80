// Whole analyses of whole articles: tests/articles/NAME/article.txt beside expected.json, which lists what a reader
// would say is in it (README.md there). Anyone can add a case.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "json/writer.h"
#include "support/analysis.h"

using namespace ailamgi;
using Json = nlohmann::json;

namespace {

// An analysis with its spans turned into text.
class Found {
 public:
  Found(const Json& j, std::u16string text) : j_(j), text_(std::move(text)) {}

  std::string words(const Json& span) const {
    std::string out;
    if (span.is_null()) return out;
    size_t start = span["start"], end = span["end"];
    append_utf8(std::u16string_view(text_).substr(start, end - start), out);
    return out;
  }

  std::string entity(const Json& id) const {
    return id.is_null() ? std::string() : j_["entities"][id.get<size_t>()]["name"].get<std::string>();
  }

  bool has_entity(const Json& wanted) const {
    return any("entities", [&](const Json& e) {
      std::set<std::string> mentions;
      for (const Json& m : e["mentions"]) mentions.insert(words(m));
      const Json& called = wanted.value("called", Json::array());
      return e["name"] == wanted["name"] && e["type"] == wanted["type"] &&
             std::all_of(called.begin(), called.end(), [&](const Json& c) { return mentions.count(c) > 0; });
    });
  }

  bool has_role(const Json& wanted) const {
    return any("entities", [&](const Json& e) {
      return e["name"] == wanted["person"] && std::any_of(e["roles"].begin(), e["roles"].end(), [&](const Json& r) {
               return r["title"] == wanted["title"] && entity(r["organization"]) == wanted.value("organization", "");
             });
    });
  }

  bool has_value(const Json& wanted) const {
    return any("values", [&](const Json& v) { return words(v) == wanted["text"] && v["value"] == wanted["value"]; });
  }

  bool has_quote(const Json& wanted) const {
    return any("quotes", [&](const Json& q) {
      return words(q).rfind(wanted["start"].get<std::string>(), 0) == 0 && entity(q["speaker"]) == wanted["speaker"];
    });
  }

  bool has_event(const Json& wanted) const {
    return any("events", [&](const Json& e) {
      auto says = [&](const char* field) {
        if (!wanted.contains(field)) return true;
        if (wanted[field].is_null()) return e[field].is_null();
        if (e[field].is_null()) return false;
        std::string text = wanted[field];
        return (e[field].contains("entity") && entity(e[field]["entity"]) == text) ||
               words(e[field]).find(text) != std::string::npos;
      };
      auto is = [&](const char* field) {
        return !wanted.contains(field) || (e.contains(field) && words(e[field]) == wanted[field]);
      };
      return words(e["did"]) == wanted["did"] && says("who") && says("what") && says("when") && says("where") &&
             says("source") && e["negated"] == wanted.value("negated", false) &&
             e["passive"] == wanted.value("passive", false) && e["mode"] == wanted.value("mode", "fact") &&
             is("mark") && is("complement");
    });
  }

 private:
  template <class Test>
  bool any(const char* list, Test&& test) const {
    return std::any_of(j_[list].begin(), j_[list].end(), test);
  }

  const Json& j_;
  std::u16string text_;
};

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("articles say what a reader says is in them") {
  std::vector<std::filesystem::path> cases;
  for (const auto& e : std::filesystem::directory_iterator(AILAMGI_SOURCE_DIR "/tests/articles")) {
    if (e.is_directory()) cases.push_back(e.path());
  }
  std::sort(cases.begin(), cases.end());
  REQUIRE(cases.size() >= 5);
  for (const auto& path : cases) {
    CAPTURE(path.filename().string());
    std::u16string text = support::to_utf16(read(path / "article.txt"));
    Json analysis = Json::parse(support::analyze_to_json(text));
    Json expected = Json::parse(read(path / "expected.json"));
    Found found(analysis, text);
    std::vector<std::string> kinds;
    for (const Json& s : analysis["segments"]) kinds.push_back(s["kind"]);
    CHECK(Json(kinds) == expected["segments"]);
    auto each = [&](const char* list, bool (Found::*has)(const Json&) const) {
      for (const Json& wanted : expected.value(list, Json::array()))
        CHECK_MESSAGE((found.*has)(wanted), list, ": ", wanted.dump());
    };
    each("entities", &Found::has_entity);
    each("roles", &Found::has_role);
    each("values", &Found::has_value);
    each("quotes", &Found::has_quote);
    each("events", &Found::has_event);
  }
}
