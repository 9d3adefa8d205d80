// Reads an article as a reader does, sentence after sentence, keeping in mind who was named when, and at each word that
// may stand for a name says for whom: the candidates and their features. Written once, for training and run time alike.
//
// A mention-ranking model (Denis & Baldridge 2008, "Specialized Models and Ranking for Coreference Resolution"), with
// entities rather than mentions as candidates and one candidate for "stands for no name here".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "article.h"
#include "identity/descriptions.h"
#include "identity/reference_words.h"
#include "model/features.h"
#include "text/quote_marks.h"

namespace ailamgi::identity {

struct Candidate {
  Index entity = none;  // none: the phrase stands for nothing that is named
  Features features;
};

// Whoever decides: the weights at run time, the annotation in training.
class Chooser {
 public:
  virtual ~Chooser() = default;
  // The number of the chosen candidate; the first is always the one for nothing.
  virtual size_t choose(const Reference& reference, const std::vector<Candidate>& candidates) = 0;
};

class Discourse {
 public:
  // The article's names must have their entities; both must outlive this.
  Discourse(const Article& article, const ReferenceWords& words);

  // Walks the story's sentences and returns the mentions that the chooser made, in text order.
  // O(syllables + references x candidates); candidates are at most about 24.
  std::vector<Mention> run(Chooser& chooser);

 private:
  struct Memory {  // of an entity
    EntityType type = EntityType::person;
    int total = 0;                // names in the whole article
    Index first_sentence = none;  // of its first name
    int place = 0;                // how many of its type have more names, up to 3
    bool headline = false;        // named in title or lead
    Index country = none;         // a place or thing named right before its name
    int seen = 0;                 // mentions so far; what follows is of the latest
    Index sentence = none, segment = none;
    Index behind = none;  // the syllable after it
    bool opened = false;  // no person or organisation before it in its sentence
    bool by_name = true;
    Index piece = none;            // the quotation that it stands in
    Relation relation = 1;         // its dependency
    std::vector<uint64_t> called;  // phrases that stood for it
  };
  struct Speaker {
    Index entity = none;
    bool said = false;  // a word of saying is near
  };
  struct Place {                                          // of the reference in hand
    uint64_t left = 0, left2 = 0, right = 0, right2 = 0;  // words around
    uint64_t kind = 0;
    Index piece = none;
    Relation relation = 1;
    int tag = 0, tag_left = 0, tag_right = 0;
    int narrowed = 0;   // 1 + relation of a word behind that hangs on it
    int next_name = 0;  // 1 + type of the name right behind
    Index next_entity = none;
    Index before = none;  // who is named before the quotation, in its paragraph
    bool said = false;    // a word of saying between
    bool opens = false;   // its sentence
  };

  void find_later_speakers();
  bool is_saying(Index syllable) const;
  Index piece_at(uint32_t offset);
  Relation relation_at(Index syllable) const;
  Range tokens_in(Span span) const;
  SegmentKind segment_kind(Index sentence) const;
  void remember(Index entity, Range syllables, Index sentence, bool by_name);
  void see_names_until(uint32_t offset);
  void shortlist(const Reference& r);
  void describe_place(const Reference& r);
  bool is_definite(const Reference& r) const;
  bool leads_name(const Reference& r) const;
  void features_of_nothing(const Reference& r, Features& out) const;
  void candidate_features(const Reference& r, size_t at, Features& out) const;

  const Article& a_;
  const ReferenceWords& words_;
  std::vector<Description> descriptions_;
  std::vector<Memory> memory_;
  std::vector<Index> frequent_;  // entities, most names first
  std::vector<Piece> pieces_;
  std::vector<Speaker> later_;                // behind each piece
  std::vector<Index> group_speaker_;          // whom "tôi" meant in each group of pieces
  std::vector<uint64_t> called_;              // phrases that stood for something so far
  std::vector<Index> recent_;                 // entities, latest mention first
  Index newest_ = none;                       // the entity named last for the first time
  Index current_ = none;                      // sentence
  Index opener_ = none, last_opener_ = none;  // the first person of this sentence, and of an earlier one
  Index outside_ = none, outside_end_ = 0;    // the latest person or organisation outside quotations
  size_t next_mention_ = 0, next_piece_ = 0;

  // Of the reference in hand.
  std::vector<Index> list_;
  std::vector<Candidate> candidates_;
  Place place_;
  int chance_[4] = {};  // candidates of each type
};

}  // namespace ailamgi::identity
