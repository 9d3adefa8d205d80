// Whom "tôi" and "chúng tôi" mean inside a quotation, once its speaker is known.
//
// Identity chooses among all who were named and cannot know who speaks. Here the pronouns that it found within a
// quotation are given to the speaker: those of the list events-self.txt to him, those of events-we.txt to the
// organisation or country that he has a role in ("người phát ngôn [Bộ Ngoại giao]"), to him when he has none.
#pragma once

#include <optional>

#include "article.h"
#include "model/lexicon.h"
#include "model/model.h"

namespace ailamgi::events {

class FirstPerson {
 public:
  // Takes the two lists; nothing when the model has no lexicon. A list that is missing holds nothing.
  static std::optional<FirstPerson> open(const Model& model);

  // Changes Mention::entity of pronouns within Article::quotes, and Entity::mentions with them. A quotation whose
  // speaker is no entity, and words that identity took for no mention, are left as they are. O(mentions).
  void bind(Article& article) const;

 private:
  explicit FirstPerson(const Lexicon& lexicon) : lexicon_(lexicon) {}
  Lexicon lexicon_;
  ListId self_ = no_list, we_ = no_list;
};

}  // namespace ailamgi::events
