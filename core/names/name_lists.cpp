#include "names/name_lists.h"

#include <algorithm>

#include "model/hash.h"
#include "text/fold.h"

namespace ailamgi {
namespace {

constexpr std::array<std::u16string_view, 27> initials = {
    u"ngh", u"ch", u"gh", u"gi", u"kh", u"ng", u"nh", u"ph", u"qu", u"th", u"tr", u"b", u"c", u"d",
    u"g",   u"h",  u"k",  u"l",  u"m",  u"n",  u"p",  u"r",  u"s",  u"t",  u"v",  u"x", u""};

}  // namespace

std::optional<NameLists> NameLists::open(const Model& model) {
  auto lexicon = Lexicon::open(model);
  if (!lexicon) return std::nullopt;
  NameLists lists(*lexicon);
  for (size_t k = 0; k < name_lists.size(); ++k) {
    ListId id = lexicon->list(name_lists[k]);
    if (id == no_list) continue;
    auto at = static_cast<size_t>(id);
    if (lists.bit_of_list_.size() <= at) lists.bit_of_list_.resize(at + 1);
    lists.bit_of_list_[at] = static_cast<uint8_t>(k + 1);
  }
  return lists;
}

uint32_t NameLists::lists_of(uint64_t phrase) const {
  uint32_t bits = 0;
  for (const auto& item : lexicon_.find(phrase)) {
    if (item.list < bit_of_list_.size() && bit_of_list_[item.list] != 0) bits |= 1U << (bit_of_list_[item.list] - 1);
  }
  return bits;
}

void NameLists::match(std::span<const Syllable> syllables, std::span<const uint8_t> capital,
                      std::vector<ListMatch>& out) const {
  constexpr uint32_t proper = (1U << proper_lists) - 1, phrases = (1U << phrase_lists) - 1;
  size_t n = syllables.size();
  out.assign(n, {});
  std::array<size_t, phrase_lists> free_from{};  // each list: first syllable not yet in a match
  for (size_t i = 0; i < n; ++i) {
    Shape shape = syllables[i].shape;
    if (shape == Shape::punctuation || shape == Shape::symbol) continue;
    uint32_t allowed = capital[i] ? phrases : phrases & ~proper;
    std::array<uint8_t, phrase_lists> length{};
    uint32_t found = 0;
    uint64_t h = syllables[i].folded;
    size_t limit = std::min(n - i, size_t{Lexicon::max_syllables});
    for (size_t l = 1; l <= limit; ++l) {
      if (l > 1) h = extend_phrase(h, syllables[i + l - 1].folded);
      uint32_t bits = lists_of(h) & allowed;
      found |= bits;
      for (uint32_t b = bits; b != 0; b &= b - 1)
        length[static_cast<size_t>(__builtin_ctz(b))] = static_cast<uint8_t>(l);
    }
    for (uint32_t b = found; b != 0; b &= b - 1) {
      auto k = static_cast<size_t>(__builtin_ctz(b));
      if (i < free_from[k]) continue;
      uint32_t bit = 1U << k;
      free_from[k] = i + length[k];
      out[i].begin |= bit;
      out[i + length[k] - 1].end |= bit;
      for (size_t j = i; j < i + length[k]; ++j) {
        if (j > i) out[j].inside |= bit;
        if (length[k] > 1) out[j].longer |= bit;
      }
    }
  }
}

bool NameLists::is_vietnamese(std::u16string_view s) const {
  for (std::u16string_view initial : initials) {
    if (s.size() > initial.size() && s.substr(0, initial.size()) == initial) {
      std::u16string_view rhyme = s.substr(initial.size());
      // "gi" and "qu" may lend their vowel to the rhyme ("gì", "quy").
      if ((lists_of(fold_hashes(rhyme).folded) >> phrase_lists & 1U) != 0) return true;
    }
  }
  return false;
}

}  // namespace ailamgi
