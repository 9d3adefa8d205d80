#include "text/sentences.h"

#include <algorithm>

#include "text/fold.h"

namespace ailamgi {
namespace {

// No writer means a sentence this long; later stages stay fast when a list or a broken paste makes one.
constexpr size_t long_sentence = 400, longest_sentence = 600;

// Marks after a full stop that are looked at together; a bound, so that a million quotes cost no more than others.
constexpr size_t most_closers = 8;

bool is_dash(char16_t c) {
  return c == u'-' || c == u'–' || c == u'—';
}

}  // namespace

class SentenceSplitter::Run {
 public:
  Run(const SentenceSplitter& splitter, std::u16string_view text, std::span<const Syllable> syllables)
      : splitter_(splitter), text_(text), syllables_(syllables) {}

  void split(std::vector<Index>& ends) {
    size_t first_end = ends.size(), n = syllables_.size();
    size_t start = 0;
    bool words = false;
    for (size_t i = 0; i < n;) {
      if (is(i, u'"')) quoted_ = !quoted_;
      words |= syllables_[i].is_word();
      if (words && ends_sentence(i)) {
        size_t next = after_closers(i);
        if (next == n || begins_sentence(i, next, start)) {
          for (size_t k = i + 1; k < next; ++k) quoted_ ^= is(k, u'"');
          ends.push_back(static_cast<Index>(next));
          start = i = next;
          words = false;
          continue;
        }
      }
      ++i;
      bool pause = syllables_[i - 1].shape == Shape::punctuation;
      if (words && i < n && (i - start >= longest_sentence || (pause && i - start >= long_sentence))) {
        ends.push_back(static_cast<Index>(i));
        start = i;
        words = false;
      }
    }
    if (start == n) return;
    if (!words && ends.size() > first_end) {
      ends.back() = static_cast<Index>(n);
    } else {
      ends.push_back(static_cast<Index>(n));
    }
  }

 private:
  char16_t at(size_t i) const { return text_[syllables_[i].span.start]; }
  bool is(size_t i, char16_t c) const { return at(i) == c; }
  bool ends_sentence(size_t i) const {
    char16_t c = at(i);
    return c == u'.' || c == u'!' || c == u'?' || c == u'…' || c == u'。';
  }

  bool opens_gap(size_t k) const {
    return k == syllables_.size() || syllables_[k].space_before || is(k, u',') || is(k, u'.');
  }

  // The unit after a stop at `i`, further stops, and the quotes and brackets that close with it.
  size_t after_closers(size_t i) const {
    size_t n = std::min(syllables_.size(), i + 1 + most_closers), k = i + 1;
    bool quoted = quoted_;
    for (; k < n; ++k) {
      char16_t c = at(k);
      bool close = c == u'”' || c == u'’' || c == u'»' || c == u')' || c == u']';
      if (c == u'"' && quoted) {
        // A straight quote with a blank on both sides of it closes; with one only before it, it opens.
        close = !syllables_[k].space_before || opens_gap(k + 1);
        quoted = false;
      } else if (c == u'\'') {
        close = !syllables_[k].space_before && (opens_gap(k + 1));
      }
      if (!close && (!ends_sentence(k) || syllables_[k].space_before)) break;
    }
    return k;
  }

  // Whether a sentence that began at `start` may end with the stop at `stop` and the next begin at `next`.
  bool begins_sentence(size_t stop, size_t next, size_t start) const {
    const Syllable& s = syllables_[next];
    char16_t first = text_[s.span.start];
    bool single = is(stop, u'.') && syllables_[stop].span.size() == 1;
    if (!s.space_before) return single && next == stop + 1 && glued(stop, next);
    if (s.shape == Shape::lower || (s.shape == Shape::mixed && !is_upper(first))) return false;
    if (s.shape == Shape::punctuation && (first == u',' || first == u';' || first == u':' || first == u')'))
      return false;
    if (is_dash(first) && next + 1 < syllables_.size() && syllables_[next + 1].shape == Shape::lower) return false;
    if (!single || stop == 0) return true;
    const Syllable& before = syllables_[stop - 1];
    if (stop == start + 1) return false;  // "1. ", "A. ": the number of an item
    if (before.shape > Shape::alnum || before.shape == Shape::number) return true;
    bool starter = splitter_.lexicon_.has(s.folded, splitter_.starters_);
    if (before.span.size() == 1 && is_upper(text_[before.span.start])) return starter;
    Lexicon::Entry entry = splitter_.lexicon_.find(before.folded);
    if (!Lexicon::in(entry, splitter_.abbreviations_)) return true;
    std::string_view kind = splitter_.lexicon_.value(entry, splitter_.abbreviations_);
    return kind == "end" ? starter : kind == "name" && before.shape == Shape::lower;
  }

  // A blank forgotten after the full stop ("về nhà.Sau đó"), and not a host name or a number.
  bool glued(size_t stop, size_t next) const {
    if (stop == 0 || syllables_[stop].space_before) return false;
    const Syllable &before = syllables_[stop - 1], &after = syllables_[next];
    if (before.shape != Shape::lower || after.shape != Shape::capitalised || after.span.size() < 2) return false;
    auto vietnamese = [&](const Syllable& s) {
      return s.folded != s.bare || splitter_.lexicon_.has(s.folded, splitter_.vietnamese_);
    };
    return vietnamese(before) && vietnamese(after);
  }

  const SentenceSplitter& splitter_;
  std::u16string_view text_;
  std::span<const Syllable> syllables_;
  bool quoted_ = false;
};

SentenceSplitter::SentenceSplitter(const Lexicon& lexicon)
    : lexicon_(lexicon),
      abbreviations_(lexicon.list("text-abbreviations")),
      starters_(lexicon.list("text-starters")),
      vietnamese_(lexicon.list("text-vietnamese")) {}

void SentenceSplitter::split(std::u16string_view text, std::span<const Syllable> syllables,
                             std::vector<Index>& ends) const {
  Run(*this, text, syllables).split(ends);
}

}  // namespace ailamgi
