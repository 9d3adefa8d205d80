#include "identity/identity_lists.h"

#include <algorithm>

namespace ailamgi {

uint64_t phrase_of(const Article& a, Index begin, Index end) {
  uint64_t h = 0;
  for (Index i = begin; i < end; ++i) {
    uint64_t next = a.syllables[static_cast<size_t>(i)].folded;
    h = i == begin ? next : extend_phrase(h, next);
  }
  return h;
}

std::optional<IdentityLists> IdentityLists::open(const Model& model) {
  auto lexicon = Lexicon::open(model);
  if (!lexicon) return {};
  auto list = [&](std::string_view name) { return lexicon->list(name); };
  return IdentityLists{*lexicon,
                       list("identity-refs"),
                       list("identity-honorifics"),
                       list("identity-former"),
                       list("identity-title-ends"),
                       list("identity-aliases"),
                       list("identity-heads"),
                       list("names-person-titles")};
}

int IdentityLists::longest(const Article& a, Index begin, Index end, ListId list) const {
  int best = 0;
  uint64_t h = 0;
  Index last = std::min(end, begin + Lexicon::max_syllables);
  for (Index i = begin; i < last; ++i) {
    uint64_t next = a.syllables[static_cast<size_t>(i)].folded;
    h = i == begin ? next : extend_phrase(h, next);
    if (lexicon.has(h, list)) best = i + 1 - begin;
  }
  return best;
}

int IdentityLists::longest_before(const Article& a, Index begin, Index end, ListId list) const {
  for (Index count = std::min<Index>(end - begin, Lexicon::max_syllables); count > 0; --count) {
    if (lexicon.has(phrase_of(a, end - count, end), list)) return count;
  }
  return 0;
}

std::string_view IdentityLists::value(const Article& a, Index begin, int count, ListId list) const {
  return lexicon.value(lexicon.find(phrase_of(a, begin, begin + count)), list);
}

}  // namespace ailamgi
