// Tells what each block of a pasted page is: title, lead, body, caption, byline, boilerplate.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"
#include "model/lexicon.h"
#include "text/language.h"

namespace ailamgi {

// Sorts the blocks of one text, given in order. What a block is depends on it and on those before it, never on what
// follows, so a text cut short keeps the kinds of what is left. Word lists: text-furniture, text-captions,
// text-bylines.
class BlockSorter {
 public:
  BlockSorter(const Lexicon& lexicon, const LanguageGuesser& languages);

  struct Result {
    SegmentKind kind = SegmentKind::body;
    Language language = Language::vietnamese;
  };

  // The next block, by its syllables. Unsure blocks are body: a caption taken for body costs less than the reverse.
  // O(syllables).
  Result next(std::u16string_view text, std::span<const Syllable> block);

  // Where a line of several parts ("Nguyễn An | Thứ hai, 20/11/2023") should be cut: the index of the first syllable
  // after the last bar or bullet whose right side is a byline or page furniture and not so its left. 0 when it should
  // not.
  size_t cut(std::u16string_view text, std::span<const Syllable> block) const;

  // The day in a page's date line, as YYYY-MM-DD; empty until one is seen.
  const std::string& date() const { return date_; }

 private:
  struct Furniture {
    bool whole = false;    // nothing but furniture, numbers and marks
    bool opens = false;    // begins like "Xem thêm:"
    bool ends = false;     // readers' comments follow
    bool related = false;  // other headlines follow
    bool dated = false;
  };
  Furniture furniture(std::u16string_view text, std::span<const Syllable> block) const;
  bool is_byline(std::u16string_view text, std::span<const Syllable> block) const;
  bool is_credited(std::u16string_view text, std::span<const Syllable> block) const;
  bool is_debris(std::u16string_view text, std::span<const Syllable> block, size_t words) const;
  SegmentKind story(std::u16string_view text, std::span<const Syllable> block, size_t words);

  const Lexicon& lexicon_;
  const LanguageGuesser& languages_;
  ListId furniture_, captions_, bylines_;

  Language language_ = Language::vietnamese;  // of the last block that told
  bool titled_ = false, led_ = false;
  int bodies_ = 0;
  std::vector<uint64_t> signer_;  // the author's name that closed the article, its first syllables
  bool resumed_ = false;          // … but it went on, so that was only a heading
  bool comments_ = false, related_ = false;
  std::string date_;
};

}  // namespace ailamgi
