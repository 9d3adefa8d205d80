#include "words/word_features.h"

#include "text/fold.h"

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

// Whether a phrase of this strength is a word of the longest match: a headword, or more often joined than not.
bool known(uint8_t strength) {
  return strength >= 4;
}

bool is_vowel(char16_t bare) {
  return std::u16string_view(u"aeiouy").find(bare) != std::u16string_view::npos;
}

void read_sounds(std::u16string_view syllable, Unit& u) {
  uint64_t hash = 0;
  bool vowel = false;
  for (char16_t c : syllable) {
    char16_t b = bare(lower(c));
    if (!vowel && is_vowel(b)) {
      vowel = true;
      u.onset = static_cast<uint32_t>(mix(hash));
      hash = 0;
    }
    hash = hash * 31 + b;
  }
  if (vowel) u.rhyme = static_cast<uint32_t>(mix(hash));
}

// "12/2016 | .": a number keeps no full stop, though "TP." and "100%" are words.
bool ends_number(const Article& article, Range sentence, Index mark) {
  return mark > sentence.begin && mark + 1 == sentence.end &&
         article.syllables[static_cast<size_t>(mark - 1)].shape == Shape::number &&
         article.view(article.syllables[static_cast<size_t>(mark)].span) == u".";
}

// "'phạt cho tồn tại'": an apostrophe with a blank on one side is a quotation mark.
bool quotes(const Article& article, Range sentence, Index mark) {
  const Syllable& s = article.syllables[static_cast<size_t>(mark)];
  const char16_t c = article.text[s.span.start];
  if (c != u'\'' && c != u'\u2019') return false;
  const bool after = mark + 1 == sentence.end || article.syllables[static_cast<size_t>(mark + 1)].space_before;
  return s.space_before != after;
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
    if (has_letters(s.shape)) read_sounds(article.view(s.span), u);
    bool mark = s.shape == Shape::punctuation || s.shape == Shape::symbol;
    u.breaks = mark && (u.shape != open_mark || ends_number(article, range, i) || quotes(article, range, i));
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
  for (Index i = 0; i < range.size();) {
    int n = max_identity;
    while (n > 1 && !known(first[i].strength[static_cast<size_t>(n)])) --n;
    if (n > 1) {
      first[i].match = 1;
      for (int k = 1; k < n; ++k) first[i + k].match = 2;
    }
    i += n;
  }
}

}  // namespace ailamgi::words
