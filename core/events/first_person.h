// Whom "tôi" and "chúng tôi" mean inside a quotation, once its speaker is known.
//
// Identity chooses among all who were named and cannot know who speaks. Here the pronouns that it found within a
// quotation are given to the speaker: those of the list events-self.txt to him, those of events-we.txt to the
// organisation or country that he has a role in ("người phát ngôn [Bộ Ngoại giao]"), to him when he has none.
#pragma once

#include "article.h"
#include "model/lexicon.h"

namespace ailamgi::events {

class FirstPerson {
 public:
  // Takes the two lists; a list that is missing holds nothing.
  explicit FirstPerson(const Lexicon& lexicon)
      : lexicon_(lexicon), self_(lexicon.list("events-self")), we_(lexicon.list("events-we")) {}

  // Changes Mention::entity of pronouns within Article::quotes, and Entity::mentions with them. Those of a speaker who
  // is nobody named leave Article::mentions. A quotation without a speaker, and words that identity took for no
  // mention, are left as they are. O(mentions).
  void bind(Article& article) const;

 private:
  Lexicon lexicon_;
  ListId self_, we_;
};

}  // namespace ailamgi::events
