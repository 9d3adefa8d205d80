// Cue words of who did what: verbs of saying, marks of negation and of the passive, openers of phrases …
//
// Each kind is a word list toolchain/lexicons/events-NAME.txt that any reader of Vietnamese can edit.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article.h"
#include "model/lexicon.h"
#include "model/model.h"

namespace ailamgi {

// The lists, in the order of cue_names.
enum class Cue : uint8_t {
  say,
  think,
  ask,
  promise,
  plan,
  maybe,
  negation,
  negverb,
  aspect,
  passive,
  motion,
  cause,
  light,
  state,
  source,
  report,
  time,
  place,
  purpose,
  link,
  relative,
  that,
  title,
  type,
  first_person,
  scare,
  hedge,
  intent,
  skip,
  news,
  voice,
  kin,
  gain,
  reason,
  then
};
inline constexpr int cue_count = 35;

using CueSet = uint64_t;
constexpr CueSet bit(Cue cue) {
  return CueSet{1} << static_cast<uint32_t>(cue);
}
constexpr bool has(CueSet set, Cue cue) {
  return (set & bit(cue)) != 0;
}

class Cues {
 public:
  // Takes the lists events-*.txt; nothing when the model has no lexicon. A list that is missing holds nothing.
  static std::optional<Cues> open(const Model& model);

  // Sets of[t] to the kinds of each token t: those of every listed phrase of at most `longest` syllables that the token
  // is part of. O(syllables).
  void mark(const Article& article, std::vector<CueSet>& of) const;

  const Lexicon& lexicon() const { return lexicon_; }

 private:
  static constexpr Index longest = 4;
  explicit Cues(const Lexicon& lexicon) : lexicon_(lexicon) {}
  Lexicon lexicon_;
  std::vector<CueSet> of_list_;  // by ListId: its kind, nothing for lists of other stages
};

}  // namespace ailamgi
