// Annotated articles (gold *.jsonl) with offsets turned from code points into UTF-16 units of the text.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "article.h"

namespace ailamgi::train {

struct GoldMention {
  Span span;
  std::string type;  // PER, ORG, LOC, MISC, TIME, MONEY, PERCENT, REF
  int entity = -1;
};

struct GoldArgument {
  std::optional<Span> span;
  int entity = -1;
  bool implicit = false;
  std::string text;
};

struct GoldEvent {
  std::string segment;
  bool negated = false, passive = false, key = false;
  std::string mode;  // fact, plan, maybe
  std::optional<GoldArgument> who;
  std::optional<Span> did, what, when, where;
  int what_entity = -1;
  std::optional<GoldArgument> by;
};

struct GoldQuote {
  std::string segment;
  std::optional<Span> start;  // the first words of the quote
  std::string speaker, cue;
  int entity = -1;
  // In annotations without entities (toolchain/annotations): who is named as the speaker, and where that one's name
  // stands.
  std::optional<Span> speaker_at, named_at;
};

struct GoldRole {
  int person = -1, organization = -1;
  std::string title;
};

struct GoldArticle {
  std::string id;
  std::u16string text;
  std::map<std::string, uint32_t> segments;  // "T", "A", "S1" …, "C1" …: where each begins
  std::vector<GoldMention> mentions;
  std::vector<GoldEvent> events;
  std::vector<GoldQuote> quotes;
  std::vector<GoldRole> roles;
  std::vector<int> top;        // indices into events
  uint32_t annotated_end = 0;  // captions, from here on, carry no annotation
};

// Reads a file; throws std::runtime_error when it can't.
std::vector<GoldArticle> read_gold(const std::string& path);

std::u16string to_utf16(const std::string& utf8);
std::string to_utf8(std::u16string_view text);

}  // namespace ailamgi::train
