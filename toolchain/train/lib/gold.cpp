#include "train/lib/gold.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace ailamgi::train {
namespace {

using Json = nlohmann::json;

// Unit offset of each code point, and of the end.
std::vector<uint32_t> unit_offsets(const std::u16string& text) {
  std::vector<uint32_t> units;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xFC00) != 0xDC00) units.push_back(i);
  }
  units.push_back(static_cast<uint32_t>(text.size()));
  return units;
}

std::string string_or_empty(const Json& j, const char* key) {
  auto it = j.find(key);
  return it == j.end() || it->is_null() ? std::string() : it->get<std::string>();
}

int int_or_none(const Json& j, const char* key) {
  auto it = j.find(key);
  return it == j.end() || it->is_null() ? -1 : it->get<int>();
}

GoldArticle article_of(const Json& j) {
  GoldArticle a;
  a.id = j.at("id");
  a.text = to_utf16(j.at("text"));
  auto units = unit_offsets(a.text);
  auto at = [&](size_t code_point) { return units.at(code_point); };
  auto span_of = [&](const Json& holder, const char* key) -> std::optional<Span> {
    auto it = holder.find(key);
    if (it == holder.end() || it->is_null()) return std::nullopt;
    return Span{at((*it)[0]), at((*it)[1])};
  };
  a.annotated_end = static_cast<uint32_t>(a.text.size());
  for (const auto& [name, start] : j.at("segments").items()) {
    a.segments[name] = at(start);
    if (name[0] == 'C') a.annotated_end = std::min(a.annotated_end, at(start));
  }
  for (const auto& m : j.at("mentions")) {
    a.mentions.push_back({{at(m["start"]), at(m["end"])}, m["type"], int_or_none(m, "entity")});
  }
  auto argument_of = [&](const Json& v) {
    GoldArgument g;
    g.span = span_of(v, "span");
    g.entity = int_or_none(v, "entity");
    g.implicit = v.value("implicit", false);
    g.text = string_or_empty(v, "text");
    return g;
  };
  for (const auto& e : j.value("events", Json::array())) {
    GoldEvent g;
    g.segment = e["segment"];
    g.negated = e["neg"];
    g.passive = e["passive"];
    g.mode = e["mode"];
    g.key = e["weight"] == "key";
    if (!e["who"].is_null()) g.who = argument_of(e["who"]);
    if (!e["by"].is_null()) g.by = argument_of(e["by"]);
    g.did = span_of(e, "did");
    g.what = span_of(e, "what");
    g.when = span_of(e, "when");
    g.where = span_of(e, "where");
    g.what_entity = int_or_none(e, "what_entity");
    a.events.push_back(std::move(g));
  }
  for (const auto& q : j.value("quotes", Json::array())) {
    a.quotes.push_back({q["segment"], span_of(q, "start"), string_or_empty(q, "speaker"), string_or_empty(q, "cue"),
                        int_or_none(q, "entity"), span_of(q, "speaker_at"), span_of(q, "named_at")});
  }
  for (const auto& r : j.value("roles", Json::array())) {
    a.roles.push_back({int_or_none(r, "person"), int_or_none(r, "org"), r["title"]});
  }
  for (int t : j.value("top", std::vector<int>())) a.top.push_back(t - 1);
  return a;
}

}  // namespace

std::vector<GoldArticle> read_gold(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<GoldArticle> articles;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) articles.push_back(article_of(Json::parse(line)));
  }
  return articles;
}

std::u16string to_utf16(const std::string& utf8) {
  auto s = icu::UnicodeString::fromUTF8(utf8);
  return {s.getBuffer(), static_cast<size_t>(s.length())};
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  icu::UnicodeString(false, text.data(), static_cast<int32_t>(text.size())).toUTF8String(out);
  return out;
}

}  // namespace ailamgi::train
