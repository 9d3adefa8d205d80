#include "events/cues.h"

#include <array>
#include <string_view>

#include "model/hash.h"

namespace ailamgi {
namespace {

constexpr std::array<std::string_view, cue_count> cue_names = {
    "events-say",          "events-think",   "events-ask",      "events-promise", "events-plan",   "events-maybe",
    "events-negation",     "events-negverb", "events-aspect",   "events-passive", "events-motion", "events-cause",
    "events-light",        "events-state",   "events-source",   "events-report",  "events-time",   "events-place",
    "events-purpose",      "events-link",    "events-relative", "events-that",    "events-title",  "events-type",
    "events-first-person", "events-scare",   "events-hedge",    "events-intent",  "events-skip",   "events-news",
    "events-voice",        "events-kin",     "events-gain",     "events-reason",  "events-then"};

}  // namespace

std::optional<Cues> Cues::open(const Model& model) {
  auto lexicon = Lexicon::open(model);
  if (!lexicon) return std::nullopt;
  Cues cues(*lexicon);
  for (size_t i = 0; i < cue_names.size(); ++i) {
    const ListId list = lexicon->list(cue_names[i]);
    if (list == no_list) continue;
    const auto at = static_cast<size_t>(list);
    if (at >= cues.of_list_.size()) cues.of_list_.resize(at + 1);
    cues.of_list_[at] = CueSet{1} << i;
  }
  return cues;
}

void Cues::mark(const Article& article, std::vector<CueSet>& of) const {
  of.assign(article.tokens.size(), 0);
  std::vector<Index> token_of(article.syllables.size(), none);
  for (size_t t = 0; t < article.tokens.size(); ++t) {
    for (Index s = article.tokens[t].syllables.begin; s < article.tokens[t].syllables.end; ++s) {
      token_of[static_cast<size_t>(s)] = static_cast<Index>(t);
    }
  }
  for (const Sentence& sentence : article.sentences) {
    for (Index s = sentence.syllables.begin; s < sentence.syllables.end; ++s) {
      uint64_t phrase = 0;
      for (Index e = s; e < sentence.syllables.end && e < s + longest; ++e) {
        uint64_t next = article.syllables[static_cast<size_t>(e)].folded;
        phrase = e == s ? next : extend_phrase(phrase, next);
        auto entry = lexicon_.find(phrase);
        if (entry.empty()) continue;
        CueSet set = 0;
        for (const Lexicon::Item& item : entry) {
          if (item.list < of_list_.size()) set |= of_list_[item.list];
        }
        if (set == 0) continue;
        Index first = token_of[static_cast<size_t>(s)], last = token_of[static_cast<size_t>(e)];
        if (first == none || last == none) continue;
        // A phrase counts where it begins and ends with words; "ra" inside "gây ra" is no word of its own.
        if (article.tokens[static_cast<size_t>(first)].syllables.begin != s) continue;
        if (article.tokens[static_cast<size_t>(last)].syllables.end != e + 1) continue;
        for (Index t = first; t <= last; ++t) of[static_cast<size_t>(t)] |= set;
      }
    }
  }
}

}  // namespace ailamgi
