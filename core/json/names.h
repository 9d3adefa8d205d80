// The words by which the analysis calls its kinds and types.
#pragma once

#include <string_view>

#include "article.h"

namespace ailamgi {

std::string_view code_of(Language language);  // BCP 47: "vi", "en", "und"
std::string_view name_of(SegmentKind kind);
std::string_view name_of(EntityType type);
std::string_view name_of(MentionKind kind);
std::string_view name_of(ValueType type);
std::string_view name_of(Mode mode);

}  // namespace ailamgi
