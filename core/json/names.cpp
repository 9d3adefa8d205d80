#include "json/names.h"

namespace ailamgi {
namespace {

template <class Enum, size_t n>
std::string_view pick(const std::string_view (&names)[n], Enum value) {
  return names[static_cast<size_t>(value)];
}

}  // namespace

std::string_view code_of(Language language) {
  constexpr std::string_view names[] = {"vi", "en", "und"};
  return pick(names, language);
}

std::string_view name_of(SegmentKind kind) {
  constexpr std::string_view names[] = {"title", "lead", "body", "caption", "byline", "boilerplate"};
  return pick(names, kind);
}

std::string_view name_of(EntityType type) {
  constexpr std::string_view names[] = {"PER", "ORG", "LOC", "MISC"};
  return pick(names, type);
}

std::string_view name_of(MentionKind kind) {
  constexpr std::string_view names[] = {"name", "nominal", "pronoun"};
  return pick(names, kind);
}

std::string_view name_of(ValueType type) {
  constexpr std::string_view names[] = {"TIME", "MONEY", "PERCENT"};
  return pick(names, type);
}

std::string_view name_of(Mode mode) {
  constexpr std::string_view names[] = {"fact", "plan", "maybe"};
  return pick(names, mode);
}

}  // namespace ailamgi
