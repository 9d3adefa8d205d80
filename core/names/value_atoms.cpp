#include "names/value_atoms.h"

#include <algorithm>

#include "text/fold.h"

namespace ailamgi {
namespace {

class Cutter {
 public:
  Cutter(std::u16string_view text, std::vector<ValueAtom>& out) : text_(text), out_(out) {}

  void cut(const Syllable& s) {
    bool glued = !s.space_before;
    if (s.shape != Shape::number && s.shape != Shape::alnum) {
      out_.push_back({s.span, s.folded, -1, 0, glued, is_upper(text_[s.span.start])});
      return;
    }
    for (uint32_t i = s.span.start; i < s.span.end; glued = true) {
      uint32_t start = i;
      if (is_digit(text_[i])) {
        i = number_end(i, s.span.end);
        push_number(start, i, glued);
      } else if (is_letter(text_[i])) {
        while (i < s.span.end && is_letter(text_[i])) ++i;
        push_word(start, i, glued);
      } else {
        push_word(start, ++i, glued);
      }
    }
  }

 private:
  uint32_t digits_end(uint32_t i, uint32_t end) const {
    while (i < end && is_digit(text_[i])) ++i;
    return i;
  }

  // Where the number beginning at `i` ends: with its dots and commas when there is but one, or when all groups after
  // the first have three digits (the last, a decimal, any number).
  uint32_t number_end(uint32_t i, uint32_t end) const {
    uint32_t first = digits_end(i, end), stop = first;
    int groups = 0;
    bool thousands = true;
    for (uint32_t at = first; at + 1 < end && (text_[at] == u'.' || text_[at] == u',') && is_digit(text_[at + 1]);) {
      uint32_t next = digits_end(at + 1, end);
      if (groups > 0 && stop - previous_mark(stop) != 4) thousands = false;
      stop = at = next;
      ++groups;
    }
    return groups <= 1 || thousands ? stop : first;
  }

  uint32_t previous_mark(uint32_t i) const {
    while (is_digit(text_[i - 1])) --i;
    return i - 1;
  }

  void push_word(uint32_t start, uint32_t end, bool glued) {
    out_.push_back(
        {{start, end}, fold_hashes(text_.substr(start, end - start)).folded, -1, 0, glued, is_upper(text_[start])});
  }

  void push_number(uint32_t start, uint32_t end, bool glued) {
    push_word(start, end, glued);
    ValueAtom& atom = out_.back();
    atom.digits = static_cast<uint8_t>(std::min<uint32_t>(end - start, 255));
    if (end - start > 9) return;
    int32_t value = 0;
    for (uint32_t i = start; i < end; ++i) {
      if (!is_digit(text_[i])) return;
      value = value * 10 + (text_[i] - u'0');
    }
    atom.number = value;
  }

  std::u16string_view text_;
  std::vector<ValueAtom>& out_;
};

}  // namespace

void cut_atoms(std::u16string_view text, const Syllable* begin, const Syllable* end, std::vector<ValueAtom>& out) {
  Cutter cutter(text, out);
  for (const Syllable* s = begin; s != end; ++s) cutter.cut(*s);
}

}  // namespace ailamgi
