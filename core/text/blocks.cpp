#include "text/blocks.h"

#include <algorithm>

#include "text/fold.h"
#include "text/syllables.h"

namespace ailamgi {
namespace {

// Text wrapped at a fixed width has lines about this long; headings and menu entries are shorter.
constexpr uint32_t shortest_wrapped_line = 40;

bool is_line_break(char16_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

class Lines {
 public:
  explicit Lines(std::u16string_view text) : text_(text) {}

  // Moves to the next line with something to see; false at the end. breaks() is the number of line ends passed.
  bool next() {
    breaks_ = 0;
    while (at_ < text_.size()) {
      uint32_t start = at_;
      while (at_ < text_.size() && !is_line_break(text_[at_])) ++at_;
      line_ = trimmed(start, at_);
      if (at_ < text_.size()) skip_break();
      if (!line_.empty()) return true;
      ++breaks_;
    }
    return false;
  }
  Span line() const { return line_; }
  uint32_t breaks() const { return breaks_; }

 private:
  void skip_break() {
    bool pair = text_[at_] == u'\r' && at_ + 1 < text_.size() && text_[at_ + 1] == u'\n';
    at_ += pair ? 2 : 1;
  }
  Span trimmed(uint32_t start, uint32_t end) const {
    while (start < end && is_blank(text_[start])) ++start;
    while (end > start && is_blank(text_[end - 1])) --end;
    return {start, end};
  }
  std::u16string_view text_;
  uint32_t at_ = 0;
  uint32_t breaks_ = 0;
  Span line_;
};

// Whether `line` continues the line before it, in a block whose longest line so far has `width` units.
bool continues(std::u16string_view text, Span before, Span line, uint32_t width, bool wrapped) {
  char16_t last = text[before.end - 1], first = text[line.start];
  bool open = is_letter(last) || is_digit(last) || last == u',';
  if (!open || before.size() < shortest_wrapped_line) return false;
  if (is_letter(first) && !is_upper(first)) return true;
  return wrapped && before.size() * 4 >= width * 3;
}

}  // namespace

std::vector<Span> cut_blocks(std::u16string_view text) {
  std::vector<Span> blocks;
  Lines lines(text);
  Span before;
  uint32_t width = 0;
  bool wrapped = false;
  while (lines.next()) {
    Span line = lines.line();
    if (!blocks.empty() && lines.breaks() == 0 && continues(text, before, line, width, wrapped)) {
      blocks.back().end = line.end;
      width = std::max(width, line.size());
      wrapped = true;
    } else {
      blocks.push_back(line);
      width = line.size();
      wrapped = false;
    }
    before = line;
  }
  return blocks;
}

}  // namespace ailamgi
