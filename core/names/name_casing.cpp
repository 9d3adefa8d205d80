#include "names/name_casing.h"

#include <span>

#include "model/hash.h"
#include "text/fold.h"

namespace ailamgi {
namespace {

Casing casing_of(std::u16string_view s, Shape shape) {
  switch (shape) {
    case Shape::lower:
      return Casing::lower;
    case Shape::capitalised:
      return s.size() == 1 ? Casing::initial : Casing::capital;
    case Shape::upper:
      return Casing::upper;
    case Shape::mixed:
      return Casing::mixed;
    case Shape::number:
      return Casing::number;
    case Shape::alnum:
      return is_upper(s[0]) ? Casing::mixed : Casing::alnum;
    default:
      break;
  }
  switch (s[0]) {
    case u',':
      return Casing::comma;
    case u'.':
    case u'?':
    case u'!':
    case u'\u2026':
      return Casing::stop;
    case u':':
    case u';':
      return Casing::colon;
    case u'(':
    case u'[':
      return Casing::open;
    case u')':
    case u']':
      return Casing::close;
    case u'"':
    case u'\'':
    case u'\u2018':
    case u'\u2019':
    case u'\u201C':
    case u'\u201D':
    case u'\u00AB':
    case u'\u00BB':
      return Casing::quote;
    case u'-':
    case u'\u2013':
    case u'\u2014':
    case u'&':
      return Casing::hyphen;
    case u'/':
    case u'|':
      return Casing::slash;
    default:
      return Casing::other;
  }
}

bool may_open_sentence(Casing before) {
  return before == Casing::quote || before == Casing::colon || before == Casing::hyphen || before == Casing::open ||
         before == Casing::stop || before == Casing::other;
}

// A sentence whose capitals say nothing about names.
bool is_shouted(std::span<const Casing> casing) {
  int small = 0, capital = 0, upper = 0;
  for (Casing c : casing) {
    small += c == Casing::lower;
    capital += c == Casing::capital;
    upper += c == Casing::upper;
  }
  int letters = small + capital + upper;
  return (upper >= 3 && upper * 3 >= letters * 2) ||
         (letters >= 6 && (capital + upper) * 5 >= letters * 4 && small < 3);
}

}  // namespace

void read_casing(const Article& article, ArticleCasing& out) {
  const auto& syllables = article.syllables;
  out.casing.resize(syllables.size());
  out.seen.clear();
  for (size_t i = 0; i < syllables.size(); ++i) {
    out.casing[i] = casing_of(article.view(syllables[i].span), syllables[i].shape);
  }
  std::vector<Index> shouted;
  PhraseCounts<1> pairs;
  for (size_t k = 0; k < article.sentences.size(); ++k) {
    Range r = article.sentences[k].syllables;
    std::span<const Casing> casing(out.casing.data() + r.begin, static_cast<size_t>(r.size()));
    if (is_shouted(casing)) {
      shouted.push_back(static_cast<Index>(k));
      continue;
    }
    for (Index i = r.begin; i < r.end; ++i) {
      auto at = static_cast<size_t>(i);
      Casing c = out.casing[at];
      if (c != Casing::lower && c != Casing::capital && c != Casing::upper) continue;
      bool opening = i == r.begin || may_open_sentence(out.casing[at - 1]);
      auto& seen = out.seen.at(syllables[at].folded);
      size_t kind = c == Casing::lower   ? ArticleCasing::seen_lower
                    : c == Casing::upper ? ArticleCasing::seen_upper
                    : opening            ? ArticleCasing::seen_opening
                                         : ArticleCasing::seen_capital;
      if (seen[kind] < UINT16_MAX) ++seen[kind];
      if (c == Casing::capital && i + 1 < r.end && out.casing[at + 1] == Casing::capital) {
        pairs.at(extend_phrase(syllables[at].folded, syllables[at + 1].folded))[0] = 1;
      }
    }
  }
  for (Index k : shouted) {
    Range r = article.sentences[static_cast<size_t>(k)].syllables;
    for (Index i = r.begin; i < r.end; ++i) {
      auto at = static_cast<size_t>(i);
      Casing& c = out.casing[at];
      if (c != Casing::capital && c != Casing::upper) continue;
      auto pair_seen = [&](size_t first) {
        return pairs.find(extend_phrase(syllables[first].folded, syllables[first + 1].folded)) != nullptr;
      };
      if ((i > r.begin && pair_seen(at - 1)) || (i + 1 < r.end && pair_seen(at))) {
        c = Casing::capital;
        continue;
      }
      const auto* seen = out.seen.find(syllables[at].folded);
      if (seen == nullptr) {
        c = Casing::capital;  // never elsewhere: let the lists decide
        continue;
      }
      int small = (*seen)[ArticleCasing::seen_lower], capital = (*seen)[ArticleCasing::seen_capital];
      int upper = (*seen)[ArticleCasing::seen_upper];
      if (upper > small && upper > capital) {
        c = Casing::upper;
      } else {
        c = capital > small ? Casing::capital : Casing::lower;
      }
    }
  }
}

}  // namespace ailamgi
