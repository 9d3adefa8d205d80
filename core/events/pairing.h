// Brackets and quotation marks that belong together.
#pragma once

#include <string_view>

#include "article.h"

namespace ailamgi::events {

// The span with the partner of a bracket or quotation mark that stands right outside of it, or else without a mark at
// its end whose partner is not inside: 'bài “Sông quê' takes in a ” right behind it, '(bài Sông quê' loses its bracket
// when none follows; what a round or square bracket opens within and leaves open is cut off: 'ông Khải (bút danh Hà' is
// 'ông Khải'. O(span).
Span paired(std::u16string_view text, Span span);

}  // namespace ailamgi::events
