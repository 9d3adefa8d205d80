#include "json/json.h"

#include "json/names.h"
#include "json/writer.h"
#include "syntax/relations.h"

namespace ailamgi {
namespace {

// Writes one article. Offsets leave as they came: in the text given.
class ArticleWriter {
 public:
  ArticleWriter(const Article& article, const RelationNames& relations, JsonWriter& json)
      : a_(article), relations_(relations), json_(json) {}

  void write() {
    json_.key("version").value(1).key("language").value(code_of(a_.language));
    if (!a_.date.empty()) json_.key("date").value(a_.date);
    array("segments", a_.segments, &ArticleWriter::segment);
    array("sentences", a_.sentences, &ArticleWriter::sentence);
    array("tokens", a_.tokens, &ArticleWriter::token);
    array("entities", a_.entities, &ArticleWriter::entity);
    array("values", a_.values, &ArticleWriter::value);
    array("quotes", a_.quotes, &ArticleWriter::quote);
    array("events", a_.events, &ArticleWriter::event);
    array("summary", a_.summary, &ArticleWriter::statement);
    array("digests", a_.digests, &ArticleWriter::digest);
    array("relations", a_.links, &ArticleWriter::link);
  }

 private:
  template <class T>
  void array(std::string_view name, const std::vector<T>& items, void (ArticleWriter::*write_one)(const T&, Index)) {
    json_.key(name).begin_array();
    Index i = 0;
    for (const T& item : items) {
      json_.begin_object();
      (this->*write_one)(item, i++);
      json_.end_object();
    }
    json_.end_array();
  }

  void span(Span s) { json_.key("start").value(a_.given_offset(s.start)).key("end").value(a_.given_offset(s.end)); }

  void optional_span(std::string_view name, Span s) {
    json_.key(name);
    if (s.empty()) {
      json_.null();
    } else {
      json_.begin_object();
      span(s);
      json_.end_object();
    }
  }

  void index(std::string_view name, Index i) {
    json_.key(name);
    if (i == none) {
      json_.null();
    } else {
      json_.value(i);
    }
  }

  void indices(std::string_view name, const std::vector<Index>& list) {
    json_.key(name).begin_array();
    for (Index i : list) json_.value(i);
    json_.end_array();
  }

  void segment(const Segment& s, Index) {
    json_.key("kind").value(name_of(s.kind)).key("language").value(code_of(s.language));
    span(s.span);
  }

  void sentence(const Sentence& s, Index) {
    span(s.span);
    json_.key("segment").value(s.segment);
  }

  void token(const Token& t, Index) {
    span(t.span);
    json_.key("pos").value(name_of(t.shown_upos)).key("head").value(t.head);
    json_.key("relation").value(relations_.name(t.relation));
  }

  void entity(const Entity& e, Index id) {
    json_.key("id").value(id).key("type").value(name_of(e.type)).key("name").value(a_.view(e.name));
    json_.key("aliases").begin_array();
    for (Span s : e.aliases) json_.value(a_.view(s));
    json_.end_array();
    json_.key("salience").fraction(e.salience).key("roles").begin_array();
    for (const Role& r : e.roles) {
      json_.begin_object().key("title").value(a_.view(r.title));
      index("organization", r.organization);
      json_.key("former").value(r.former);
      span(r.title);
      json_.end_object();
    }
    json_.end_array().key("mentions").begin_array();
    for (Index m : e.mentions) {
      const Mention& mention = a_.mentions[static_cast<size_t>(m)];
      json_.begin_object();
      span(mention.span);
      json_.key("kind").value(name_of(mention.kind)).end_object();
    }
    json_.end_array();
  }

  void normalised(const std::string& value) {
    json_.key("value");
    if (value.empty()) {
      json_.null();
    } else {
      json_.value(value);
    }
  }

  void value(const Value& v, Index) {
    json_.key("type").value(name_of(v.type));
    span(v.span);
    normalised(v.normalised);
  }

  void quote(const Quote& q, Index) {
    span(q.span);
    index("speaker", q.speaker);
    optional_span("speaker_span", q.speaker_span);
    optional_span("cue", q.cue);
  }

  // What an argument carries beside its span and entity.
  enum class Extra { nothing, implicit, value };

  void argument(std::string_view name, const Argument& x, Extra extra) {
    json_.key(name);
    if (!x.present()) {
      json_.null();
      return;
    }
    json_.begin_object();
    span(x.span);
    if (extra == Extra::value) {
      normalised(x.value == none ? std::string() : a_.values[static_cast<size_t>(x.value)].normalised);
    } else {
      index("entity", x.entity);
    }
    if (extra == Extra::implicit) json_.key("implicit").value(x.implicit);
    json_.end_object();
  }

  void event(const Event& e, Index id) {
    json_.key("id").value(id).key("sentence").value(e.sentence);
    argument("who", e.who, Extra::implicit);
    optional_span("did", e.did);
    argument("what", e.what, Extra::nothing);
    argument("when", e.when, Extra::value);
    argument("where", e.where, Extra::nothing);
    argument("source", e.source, Extra::nothing);
    json_.key("negated").value(e.negated).key("mode").value(name_of(e.mode)).key("passive").value(e.passive);
    if (!e.mark.empty()) optional_span("mark", e.mark);
    if (!e.complement.empty()) optional_span("complement", e.complement);
    json_.key("salience").fraction(e.salience);
  }

  void statement(const Statement& s, Index) {
    json_.key("event").value(s.event).key("text").value(std::u16string_view(s.text));
  }

  void digest(const Digest& d, Index) {
    json_.key("entity").value(d.entity);
    indices("did", d.did);
    indices("said", d.said);
    indices("received", d.received);
  }

  void link(const Link& l, Index) {
    json_.key("from").value(l.from).key("to").value(l.to).key("count").value(l.events.size());
    indices("events", l.events);
  }

  const Article& a_;
  const RelationNames& relations_;
  JsonWriter& json_;
};

void begin(JsonWriter& json, std::string_view id) {
  json.begin_object();
  if (!id.empty()) json.key("id").verbatim(id);
}

// About as many bytes as an analysis takes when its offsets have seven digits. A string that grows by doubling has for
// a while three times what it holds, which the longest texts can't afford in WebAssembly.
size_t expected_size(const Article& a) {
  return 2000 + 80 * a.segments.size() + 52 * a.sentences.size() + 84 * a.tokens.size() + 50 * a.mentions.size() +
         150 * a.entities.size() + 70 * a.values.size() + 130 * a.quotes.size() + 400 * a.events.size();
}

}  // namespace

void write_json(const Analyzer& analyzer, const Article& article, std::string& out, std::string_view id) {
  // Short analyses need no help, and long ones are not to ask for much more than they need.
  if (article.text.size() > 100000) out.reserve(out.size() + expected_size(article));
  JsonWriter json(out);
  begin(json, id);
  ArticleWriter(article, analyzer.relations(), json).write();
  json.end_object();
}

void write_error(std::string_view code, Message message, std::string& out, std::string_view id) {
  JsonWriter json(out);
  begin(json, id);
  json.key("error").begin_object().key("code").value(code).key("message").begin_object();
  json.key("vi").value(message.vi).key("en").value(message.en).end_object().end_object().end_object();
}

}  // namespace ailamgi
