#include "words/word_features.h"

namespace ailamgi::words {
namespace {

// Kinds of units beyond article.h's Shape; the number 0 is the padding.
enum Kind : uint32_t {
  first_number = 9,  // plain digits
  year,              // four digits
  decimal,           // with points or commas
  date,              // with strokes
  open_mark,         // hyphens, points, strokes: found inside words and codes too
};

uint32_t kind_of(std::u16string_view text, Shape shape) {
  if (shape == Shape::number) {
    bool stroke = text.find(u'/') != std::u16string_view::npos || text.find(u':') != std::u16string_view::npos;
    bool plain = text.find_first_not_of(u"0123456789") == std::u16string_view::npos;
    return stroke ? date : !plain ? decimal : text.size() == 4 ? year : first_number;
  }
  if (text.size() == 1) {
    switch (text[0]) {
      case u'-':
      case u'\u2013':
      case u'.':
      case u'/':
      case u'&':
      case u'\'':
      case u'\u2019':
      case u'%':
      case u'+':
        return open_mark;
      default:
        break;
    }
  }
  return 1 + static_cast<uint32_t>(shape);
}

bool has_letters(Shape s) {
  return s <= Shape::mixed;
}

}  // namespace

void read_units(const Article& article, const Clusters& dictionary, Range range, std::vector<Unit>& units) {
  units.assign(static_cast<size_t>(range.size()) + 2 * padding, Unit{});
  uint32_t letters = 0, upper = 0;
  for (Index i = range.begin; i < range.end; ++i) {
    Shape shape = article.syllables[static_cast<size_t>(i)].shape;
    letters += has_letters(shape);
    upper += shape == Shape::upper;
  }
  bool headline = letters >= 4 && upper * 5 > letters * 4;
  for (Index i = range.begin; i < range.end; ++i) {
    const Syllable& s = article.syllables[static_cast<size_t>(i)];
    Unit& u = units[static_cast<size_t>(i - range.begin) + padding];
    u.shape = kind_of(article.view(s.span), s.shape);
    u.id = s.shape == Shape::number ? mix(u.shape) : s.folded;
    u.space_before = s.space_before;
    bool mark = s.shape == Shape::punctuation || s.shape == Shape::symbol;
    u.breaks = mark && u.shape != open_mark;
    if (headline && s.shape == Shape::upper) u.shape = 1 + static_cast<uint32_t>(Shape::lower);
    u.capital =
        u.shape >= 1 + static_cast<uint32_t>(Shape::capitalised) && u.shape <= 1 + static_cast<uint32_t>(Shape::mixed);
  }
  Unit* first = units.data() + padding;
  for (Index i = 0; i < range.size(); ++i) {
    Unit& u = first[i];
    if (u.breaks) continue;
    u.family = dictionary.coarse(dictionary.find(u.id));
    uint64_t phrase = u.id;
    for (int n = 2; n <= max_identity && i + n <= range.size(); ++n) {
      const Unit& last = first[i + n - 1];
      if (last.breaks) break;
      phrase = extend_phrase(phrase, last.id);
      Clusters::Entry entry = dictionary.entry(phrase);
      u.strength[static_cast<size_t>(n)] = entry.strength;
      u.words[static_cast<size_t>(n)] = entry.word_class;
    }
  }
}

}  // namespace ailamgi::words
