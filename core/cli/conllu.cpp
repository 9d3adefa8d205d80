#include "cli/report.h"
#include "json/writer.h"
#include "syntax/relations.h"

namespace ailamgi::cli {
namespace {

// A form may hold blanks; a line break or tab in one would break the file.
void append_form(std::u16string_view text, std::string& out) {
  bool blank = false;
  for (size_t i = 0; i < text.size(); ++i) {
    bool is_space = text[i] <= u' ' || text[i] == u'\u00A0' || text[i] == u'\u2028' || text[i] == u'\u2029';
    if (is_space) {
      blank = true;
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    size_t from = i;
    while (i + 1 < text.size() && (text[i + 1] & 0xFC00) == 0xDC00) ++i;
    append_utf8(text.substr(from, i - from + 1), out);
  }
}

}  // namespace

std::string conllu(const Analyzer& analyzer, const Article& a) {
  std::string out;
  size_t number = 0;
  for (const Sentence& s : a.sentences) {
    out += "# sent_id = " + std::to_string(++number) + "\n# text = ";
    append_form(a.view(s.span), out);
    out += '\n';
    for (Index i = s.tokens.begin; i < s.tokens.end; ++i) {
      const Token& t = a.tokens[static_cast<size_t>(i)];
      bool joined = i + 1 < s.tokens.end && a.tokens[static_cast<size_t>(i) + 1].span.start == t.span.end;
      out += std::to_string(i - s.tokens.begin + 1) + '\t';
      append_form(a.view(t.span), out);
      out += "\t_\t";
      out += name_of(t.shown_upos);
      out += "\t_\t_\t" + std::to_string(t.head == none ? 0 : t.head - s.tokens.begin + 1) + '\t';
      out += analyzer.relations().name(t.relation);
      out += "\t_\t";
      if (joined) out += "SpaceAfter=No|";
      out += "TokenRange=" + std::to_string(a.given_offset(t.span.start)) + ':' +
             std::to_string(a.given_offset(t.span.end)) + '\n';
    }
    out += '\n';
  }
  return out;
}

}  // namespace ailamgi::cli
