#include "json/json.h"
#include "json/writer.h"
#include "summary/questions.h"

namespace ailamgi {

void write_json(const Article& article, const Answer& answer, std::u16string_view question, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("question").value(question).key("answered").value(answer.answered());
  json.key("answers").begin_array();
  auto index = [&](std::string_view name, Index i) {
    json.key(name);
    if (i == none) {
      json.null();
    } else {
      json.value(i);
    }
  };
  for (const Finding& f : answer.findings) {
    json.begin_object().key("text").value(f.text);
    index("event", f.event);
    index("quote", f.quote);
    json.key("start").value(article.given_offset(f.span.start)).key("end").value(article.given_offset(f.span.end));
    json.end_object();
  }
  json.end_array().key("message");
  if (answer.answered()) {
    json.null();
  } else {
    json.begin_object().key("vi").value(answer.message.vi).key("en").value(answer.message.en).end_object();
  }
  json.end_object();
}

}  // namespace ailamgi
