#include "cli/report.h"

#include "json/names.h"
#include "json/writer.h"

namespace ailamgi::cli {
namespace {

class Report {
 public:
  explicit Report(const Article& a) : a_(a) {}

  std::string write() {
    for (const Segment& s : a_.segments) {
      if (s.kind == SegmentKind::title) line("", a_.view(s.span));
    }
    if (!a_.date.empty()) out_ += a_.date + "\n";
    if (a_.language != Language::vietnamese) {
      out_ += "\nBài này không phải tiếng Việt; kết quả có thể thiếu. / This is not Vietnamese; little can be said.\n";
    }
    heading("Tóm tắt", !a_.summary.empty());
    for (const Statement& s : a_.summary) line("  • ", s.text);
    deeds();
    quotes();
    return out_;
  }

 private:
  void line(std::string_view mark, std::u16string_view text) {
    out_ += mark;
    append_utf8(text, out_);
    out_ += '\n';
  }

  void heading(std::string_view name, bool wanted) {
    if (wanted) out_.append("\n").append(name).append("\n");
  }

  void deeds() {
    heading("Ai làm gì", !a_.events.empty());
    for (Index id = 0; id < static_cast<Index>(a_.entities.size()); ++id) {
      const Entity& e = a_.entities[static_cast<size_t>(id)];
      bool named = false;
      for (const Event& v : a_.events) {
        if (!concerns(v, id)) continue;
        if (!named) name(e);
        named = true;
        deed(v, false);
      }
      if (!named && !e.roles.empty()) name(e);
    }
    bool first = true;
    for (const Event& v : a_.events) {
      if (v.who.entity != none || (v.passive && v.what.entity != none)) continue;
      if (first) out_ += "  Ngoài ra\n";
      first = false;
      deed(v, true);
    }
  }

  // Whether an entity did it or, in a passive, underwent it.
  static bool concerns(const Event& v, Index entity) {
    return v.who.entity == entity || (v.passive && v.what.entity == entity);
  }

  void name(const Entity& e) {
    out_ += "  ";
    append_utf8(a_.view(e.name), out_);
    out_.append(" [").append(name_of(e.type)).append("]");
    const char* mark = " ";
    for (const Role& r : e.roles) {
      out_ += mark;
      append_utf8(a_.view(r.title), out_);
      if (r.organization != none) {
        out_ += " — ";
        append_utf8(a_.view(a_.entities[static_cast<size_t>(r.organization)].name), out_);
      }
      mark = "; ";
    }
    out_ += '\n';
  }

  void deed(const Event& e, bool with_who) {
    out_ += "    - ";
    const char* gap = "";
    auto words = [&](Span span) {
      if (span.empty()) return;
      out_ += gap;
      append_utf8(a_.view(span), out_);
      gap = " ";
    };
    // A passive as the text has it, to whom it was done first: "Ông Tám bị toà phạt vì trộm xe".
    if (e.passive) {
      words(e.what.span);
    } else if (with_who) {
      words(e.who.span);
    }
    if (e.negated) {
      out_.append(gap).append("KHÔNG");
      gap = " ";
    }
    if (e.passive) {
      if (e.mark.empty()) {
        out_.append(gap).append("bị/được");
        gap = " ";
      }
      if (!e.mark.overlaps(e.what.span)) words(e.mark);
      if (!e.who.implicit) words(e.who.span);
    }
    words(e.did);
    words(e.passive ? e.complement : e.what.span);
    note(" | khi nào: ", e.when);
    note(" | ở đâu: ", e.where);
    note(" | theo ", e.source);
    if (e.mode == Mode::plan) out_ += " [dự định]";
    if (e.mode == Mode::maybe) out_ += " [chưa chắc]";
    out_ += '\n';
  }

  void note(std::string_view label, const Argument& x) {
    if (!x.present()) return;
    out_ += label;
    append_utf8(a_.view(x.span), out_);
  }

  void quotes() {
    heading("Trích dẫn", !a_.quotes.empty());
    for (const Quote& q : a_.quotes) {
      out_ += "  ";
      if (q.speaker != none) {
        append_utf8(a_.view(a_.entities[static_cast<size_t>(q.speaker)].name), out_);
      } else if (!q.speaker_span.empty()) {
        append_utf8(a_.view(q.speaker_span), out_);
      } else {
        out_ += "?";
      }
      out_ += ": “";
      append_utf8(a_.view(q.span), out_);
      out_ += "”\n";
    }
  }

  const Article& a_;
  std::string out_;
};

}  // namespace

std::string report(const Article& article) {
  return Report(article).write();
}

}  // namespace ailamgi::cli
