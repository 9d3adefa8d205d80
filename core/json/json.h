// The analysis and answers as JSON: the contract is docs/OUTPUT.md, the schema docs/analysis.schema.json.
#pragma once

#include <string>
#include <string_view>

#include "analyzer.h"
#include "article.h"

namespace ailamgi {

struct Answer;

// One analysis, UTF-8, without a final newline; offsets are UTF-16 units of the text as it was given. `id`, when there
// is one, goes first as it is (a JSON value). Appends to `out`, so that a caller can reuse one string.
void write_json(const Analyzer& analyzer, const Article& article, std::string& out, std::string_view id = {});

// {"question":…,"answered":…,"answers":[…],"message":{"vi":…,"en":…}}
void write_json(const Article& article, const Answer& answer, std::u16string_view question, std::string& out);

// {"error":{"code":…,"message":{"vi":…,"en":…}}}
void write_error(std::string_view code, Message message, std::string& out, std::string_view id = {});

}  // namespace ailamgi
