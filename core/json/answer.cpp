#include "json/json.h"
#include "json/writer.h"
#include "summary/questions.h"

namespace ailamgi {

void write_json(const Article& article, const Answer& answer, std::u16string_view question, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("question").value(question).key("answered").value(answer.answered());
  json.key("answers").begin_array();
  for (const Finding& f : answer.findings) {
    std::string_view kind = f.event != none ? "event" : "quote";
    json.begin_object().key("kind").value(kind).key(kind).value(f.event != none ? f.event : f.quote);
    json.key("text").value(f.text);
    json.key("start").value(article.given_offset(f.span.start)).key("end").value(article.given_offset(f.span.end));
    json.end_object();
  }
  json.end_array().key("message").begin_object();
  json.key("vi").value(answer.message.vi).key("en").value(answer.message.en).end_object().end_object();
}

}  // namespace ailamgi
