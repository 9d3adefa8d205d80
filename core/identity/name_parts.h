// A name taken apart: its kind, what tells it apart, and keys that are the same for names written differently.
#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "identity/reference_words.h"
#include "model/lexicon.h"

namespace ailamgi::identity {

struct Name {
  EntityType type = EntityType::person;
  Range syllables;
  std::vector<Index> words;  // its syllables without marks, nicknames and years; never empty
  size_t head = 0;           // words of the listed kind before what tells it apart
  bool region = false;       // that kind may be left out
  bool unit = false;         // that kind is a region's
  bool part = false;         // that kind is a part of other bodies
  uint64_t whole = 0;        // key of all words, or of what an alias stands for
  Sex sex = Sex::unknown;    // that the word before it, or a part of it, tells
  size_t size() const { return words.size(); }
};

class NameParts {
 public:
  // Both must outlive this.
  NameParts(const Article& article, const Lexicon& lexicon, const ReferenceWords& words);

  // O(syllables of the name).
  Name take_apart(const Mention& mention) const;

  // The same for the same words, whatever their case, of names of one type.
  uint64_t key(const Name& name, size_t first, size_t end) const;

  // Whether words are a kind of region: with `unit` one that counts only beside the same place named before.
  bool is_region(const Name& name, size_t first, size_t end, bool unit = false) const;

  // Whether the words from `first` on, behind the kind, are a name of their own: "Văn phòng | Bộ Công an", "Thanh tra |
  // Chính phủ", "bán đảo | Triều Tiên".
  bool is_another(const Name& name, size_t first) const;

 private:
  const Syllable& at(Index i) const { return a_.syllables[static_cast<size_t>(i)]; }
  uint64_t phrase(const Name& name, size_t first, size_t end) const;
  Lexicon::Entry entry(const Name& name, size_t first, size_t end) const;
  size_t head_of(const Name& name) const;
  bool is_provincial_town(const Name& name, Lexicon::Entry kind, size_t first) const;
  uint64_t spelled(const Name& name) const;
  uint64_t alias_of(const Name& name) const;
  uint64_t without_regions(const Name& name) const;
  Sex sex_of(const Mention& mention, const Name& name) const;

  const Article& a_;
  const Lexicon& lexicon_;
  const ReferenceWords& words_;
  ListId aliases_, suffixes_, regions_, agencies_, provinces_, heads_[4];
};

}  // namespace ailamgi::identity
