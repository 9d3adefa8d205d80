#include "text/block_kinds.h"

#include <algorithm>

#include "model/hash.h"
#include "text/fold.h"
#include "text/page_date.h"

namespace ailamgi {
namespace {

using Syllables = std::span<const Syllable>;

constexpr size_t longest_furniture = 40, longest_byline = 14, longest_caption = 90, longest_late_caption = 32;

bool has_letters(const Syllable& s) {
  return s.shape <= Shape::mixed || s.shape == Shape::alnum;
}

size_t count_words(Syllables block) {
  return static_cast<size_t>(std::count_if(block.begin(), block.end(), has_letters));
}

char16_t first_unit(std::u16string_view text, const Syllable& s) {
  return text[s.span.start];
}

bool is_separator(std::u16string_view text, const Syllable& s) {
  char16_t c = first_unit(text, s);
  return c == u'|' || c == u'•' || c == u'·' || c == u'●';
}

bool is_dash(char16_t c) {
  return c == u'-' || c == u'–' || c == u'—';
}

bool closes(char16_t c) {
  return c == u'"' || c == u'”' || c == u'’' || c == u'\'' || c == u')' || c == u'»' || c == u']';
}

// The mark that a block ends with, quotes and brackets aside; 0 when it ends with a word.
char16_t final_mark(std::u16string_view text, Syllables block) {
  for (size_t i = block.size(); i > 0; --i) {
    char16_t c = first_unit(text, block[i - 1]);
    if (!closes(c)) return has_letters(block[i - 1]) || block[i - 1].shape == Shape::number ? u'\0' : c;
  }
  return u'\0';
}

bool has_quote(std::u16string_view text, Syllables block) {
  return std::any_of(block.begin(), block.end(), [&](const Syllable& s) {
    char16_t c = first_unit(text, s);
    return c == u'"' || c == u'“' || c == u'”' || c == u'«';
  });
}

// The longest phrase of a list at the front of a block, in syllables; 0 when there is none.
struct Phrase {
  size_t size = 0;
  std::string_view value;
};
Phrase longest(const Lexicon& lexicon, ListId list, Syllables block) {
  Phrase best;
  uint64_t hash = 0;
  size_t limit = std::min<size_t>(block.size(), Lexicon::max_syllables);
  for (size_t i = 0; i < limit; ++i) {
    hash = i == 0 ? block[0].folded : extend_phrase(hash, block[i].folded);
    Lexicon::Entry entry = lexicon.find(hash);
    if (Lexicon::in(entry, list)) best = {i + 1, lexicon.value(entry, list)};
  }
  return best;
}

}  // namespace

BlockSorter::BlockSorter(const Lexicon& lexicon, const LanguageGuesser& languages)
    : lexicon_(lexicon),
      languages_(languages),
      furniture_(lexicon.list("text-furniture")),
      captions_(lexicon.list("text-captions")),
      bylines_(lexicon.list("text-bylines")) {}

BlockSorter::Furniture BlockSorter::furniture(std::u16string_view text, Syllables block) const {
  Furniture f;
  if (block.empty()) return f;
  Phrase front = longest(lexicon_, furniture_, block);
  if (front.size > 0) {
    bool at_end = front.size == block.size();
    char16_t next = at_end ? u':' : first_unit(text, block[front.size]);
    bool opened = next == u':' || next == u'>' || next == u'»' || next == u'→' || next == u'+';
    f.opens = front.value == "opens" && opened;
    f.related = front.value == "related" && opened;
  }
  if (block.size() > longest_furniture) return f;
  f.whole = true;
  for (size_t i = 0; i < block.size() && f.whole;) {
    Phrase p = longest(lexicon_, furniture_, block.subspan(i));
    if (p.size > 0) {
      f.ends |= p.value == "ends";
      f.related |= p.value == "related";
      f.dated |= p.value == "date";
      i += p.size;
    } else {
      f.whole = !has_letters(block[i]) || block[i].span.size() == 1 ||
                (block[i].shape == Shape::alnum && block[i].span.size() <= 6);
      ++i;
    }
  }
  return f;
}

bool BlockSorter::is_byline(std::u16string_view text, Syllables block) const {
  if (block.size() > longest_byline || block.empty()) return false;
  Phrase front = longest(lexicon_, bylines_, block);
  if (front.value == "group" && front.size == block.size()) return true;
  size_t names = 0, run = 0;
  bool beside = false, bracket = false;
  for (size_t i = 0; i < block.size(); ++i) {
    const Syllable& s = block[i];
    char16_t c = first_unit(text, s);
    if (c == u'(') bracket = true;
    if (bracket) {
      if (s.shape == Shape::number) return false;
      beside |= i > 0 && longest(lexicon_, bylines_, block.subspan(i)).size > 0;
      bracket = c != u')';
      continue;
    }
    if (i == 0 && front.size > 0) {
      beside = true;
      i += front.size - 1;
      if (i + 1 < block.size() && first_unit(text, block[i + 1]) == u':') ++i;
    } else if (is_dash(c) || c == u',' || c == u'/' || c == u'&') {
      names += run > 0;
      run = 0;
    } else if (s.shape != Shape::capitalised && s.shape != Shape::upper && s.shape != Shape::mixed) {
      return false;
    } else if (++run > 4) {
      return false;
    }
  }
  names += run > 0;
  return names > 0 && (beside || count_words(block) >= 2) && final_mark(text, block) == u'\0';
}

bool BlockSorter::is_credited(std::u16string_view text, Syllables block) const {
  if (block.size() > longest_caption) return false;
  constexpr size_t tail = 10;
  size_t from = block.size() > tail ? block.size() - tail : 0;
  for (size_t i = from; i < block.size(); ++i) {
    Phrase p = longest(lexicon_, captions_, block.subspan(i));
    if (p.size == 0) continue;
    size_t after = i + p.size;
    if (after < block.size() && first_unit(text, block[after]) == u':' && after + 1 < block.size()) return true;
    if (p.value == "line" && (i == 0 || !has_letters(block[i - 1])) && after + 2 >= block.size()) return true;
  }
  return false;
}

bool BlockSorter::is_debris(std::u16string_view text, Syllables block, size_t words) const {
  char16_t first = first_unit(text, block[0]);
  if (words <= 1) return true;
  if (first == u'<' && block.size() > 1 && !block[1].space_before) return true;
  if (first == u'>' || first == u'»' || first == u'#' || first == u'►' || first == u'▶') return true;
  if (block.size() > longest_furniture) return false;
  size_t codes = 0;
  for (size_t i = 0; i < block.size(); ++i) {
    char16_t c = first_unit(text, block[i]);
    if (c == u'@' && i > 0 && !block[i].space_before && i + 1 < block.size() && !block[i + 1].space_before &&
        words <= 12)
      return true;
    codes += block[i].shape == Shape::alnum && block[i].span.size() >= 10;
  }
  bool address = block.size() > 3 &&
                 (text.substr(block[0].span.start, 4) == u"http" || text.substr(block[0].span.start, 4) == u"www.");
  return address || (codes > 0 && words <= 20);
}

size_t BlockSorter::cut(std::u16string_view text, Syllables block) const {
  if (block.size() > longest_furniture) return 0;
  for (size_t i = block.size(); i > 1; --i) {
    if (!is_separator(text, block[i - 1]) || i == block.size()) continue;
    Syllables left = block.first(i - 1), right = block.subspan(i);
    auto apart = [&](Syllables part) { return is_byline(text, part) || furniture(text, part).whole; };
    if (apart(right) && (is_byline(text, right) || !apart(left))) return i;
  }
  return 0;
}

SegmentKind BlockSorter::story(std::u16string_view text, Syllables block, size_t words) {
  char16_t last = final_mark(text, block);
  bool sentence = last == u'.' || last == u'!' || last == u'?' || last == u'…' || last == u':' || last == u';';
  if (!signer_.empty() && !resumed_) {
    bool heading = std::search(block.begin(), block.end(), signer_.begin(), signer_.end(),
                               [](const Syllable& s, uint64_t folded) { return s.folded == folded; }) != block.end();
    if (!heading && words <= longest_late_caption && !has_quote(text, block)) return SegmentKind::caption;
    resumed_ = true;
  }
  if (related_) {
    if (!sentence) return SegmentKind::boilerplate;
    related_ = false;
  }
  if (!titled_) {
    titled_ = true;
    if (words <= 30 && last != u'.' && last != u':' && last != u';') return SegmentKind::title;
    led_ = true;
  }
  if (!led_ && words >= 10 && (sentence || words >= 20)) {
    led_ = true;
    return SegmentKind::lead;
  }
  if (sentence && words >= 8) {
    led_ = true;
    ++bodies_;
  }
  return SegmentKind::body;
}

BlockSorter::Result BlockSorter::next(std::u16string_view text, Syllables block) {
  if (block.empty()) return {SegmentKind::boilerplate, Language::unknown};
  size_t words = count_words(block);
  std::optional<Language> guess = languages_.guess(text, block);
  Language language = guess.value_or(language_);
  Furniture f = furniture(text, block);
  if (date_.empty() && (f.whole || block.size() <= longest_furniture)) {
    if (std::string day = page_date(text, block); f.whole || f.dated) date_ = day;
  }
  if (comments_) return {SegmentKind::boilerplate, language};
  if (f.whole || f.opens || f.related) {
    comments_ |= f.ends && bodies_ >= 3;
    related_ |= f.related;
    return {SegmentKind::boilerplate, guess.value_or(Language::unknown)};
  }
  bool credited = is_credited(text, block);
  if (credited) return {SegmentKind::caption, language};
  if (is_debris(text, block, words)) return {SegmentKind::boilerplate, guess.value_or(Language::unknown)};
  if (language == Language::vietnamese && (titled_ || words <= 4) && is_byline(text, block)) {
    if (bodies_ >= 3 && signer_.empty()) {
      for (size_t i = 0; i < block.size() && i < 2; ++i) signer_.push_back(block[i].folded);
    }
    return {SegmentKind::byline, language};
  }
  if (guess) language_ = *guess;
  if (language != Language::vietnamese) return {titled_ ? SegmentKind::body : SegmentKind::title, language};
  if (!titled_ && words <= 2) return {SegmentKind::boilerplate, language};
  return {story(text, block, words), language};
}

}  // namespace ailamgi
