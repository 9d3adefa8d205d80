#include "text/text_reader.h"

#include <array>
#include <vector>

#include "text/block_kinds.h"
#include "text/blocks.h"
#include "text/normalize.h"
#include "text/syllables.h"

namespace ailamgi {

// The reading of one text.
class TextReader::Reading {
 public:
  Reading(const Parts& parts, Article& article)
      : parts_(parts), article_(article), sorter_(parts.lexicon, parts.languages) {}

  void read() {
    for (Span block : cut_blocks(article_.text)) {
      syllables_.clear();
      split_syllables(article_.text, block, syllables_);
      if (syllables_.empty()) continue;
      std::span<const Syllable> all(syllables_);
      size_t cut = sorter_.cut(article_.text, all);
      if (cut > 0) add(all.first(cut));
      add(all.subspan(cut));
    }
    article_.language = language();
    if (article_.date.empty()) article_.date = sorter_.date();
  }

 private:
  void add(std::span<const Syllable> block) {
    auto [kind, language] = sorter_.next(article_.text, block);
    auto first = static_cast<Index>(article_.sentences.size());
    auto segment = static_cast<Index>(article_.segments.size());
    if (kind != SegmentKind::boilerplate && language == Language::vietnamese) {
      add_sentences(block, segment, kind != SegmentKind::caption && kind != SegmentKind::byline);
    }
    auto end = static_cast<Index>(article_.sentences.size());
    article_.segments.push_back({kind, language, {block.front().span.start, block.back().span.end}, {first, end}});
    bool story = kind == SegmentKind::title || kind == SegmentKind::lead || kind == SegmentKind::body;
    if (story) units_[static_cast<size_t>(language)] += article_.segments.back().span.size();
  }

  void add_sentences(std::span<const Syllable> block, Index segment, bool told) {
    ends_.clear();
    parts_.sentences.split(article_.text, block, ends_);
    auto base = static_cast<Index>(article_.syllables.size());
    article_.syllables.insert(article_.syllables.end(), block.begin(), block.end());
    Index begin = 0;
    for (Index end : ends_) {
      Span span{block[static_cast<size_t>(begin)].span.start, block[static_cast<size_t>(end) - 1].span.end};
      article_.sentences.push_back({span, segment, {base + begin, base + end}, {}, told});
      begin = end;
    }
  }

  Language language() const {
    auto units = [&](Language l) { return units_[static_cast<size_t>(l)]; };
    if (units(Language::vietnamese) == 0 && units(Language::english) == 0) return Language::unknown;
    if (units(Language::vietnamese) >= units(Language::english)) return Language::vietnamese;
    return Language::english;
  }

  const Parts& parts_;
  Article& article_;
  BlockSorter sorter_;
  std::vector<Syllable> syllables_;
  std::vector<Index> ends_;
  std::array<size_t, 3> units_{};  // of the story, by language
};

std::optional<TextReader> TextReader::open(const Model& model) {
  auto lexicon = Lexicon::open(model);
  if (!lexicon) return std::nullopt;
  return TextReader(std::make_unique<Parts>(*lexicon));
}

void TextReader::read(std::u16string_view given, Article& article) const {
  normalize(given, article);
  Reading(*parts_, article).read();
}

}  // namespace ailamgi
