#include "events/first_person.h"

#include <algorithm>
#include <vector>

namespace ailamgi::events {
namespace {

// The speaker's body, `guess` when a named speaker has none; none when neither he nor a body of his is named.
Index body_of(const Article& article, const Quote& quote, Index guess) {
  auto type_of = [&](Index entity) { return article.entities[static_cast<size_t>(entity)].type; };
  if (quote.speaker != none) {
    Index country = none;
    for (const Role& role : article.entities[static_cast<size_t>(quote.speaker)].roles) {
      if (role.organization == none || role.former) continue;
      if (type_of(role.organization) == EntityType::organization) return role.organization;
      if (country == none) country = role.organization;
    }
    if (country != none) return country;
    return type_of(guess) == EntityType::person ? quote.speaker : guess;
  }
  // "phát ngôn viên | Cục Điều tra": nobody named, of a body that is.
  const auto first = static_cast<size_t>(article.first_mention(quote.speaker_span.start));
  for (size_t i = first; i < article.mentions.size() && quote.speaker_span.contains(article.mentions[i].span); ++i) {
    if (article.mentions[i].type == EntityType::organization) return article.mentions[i].entity;
  }
  return none;
}

// Takes the mention away from its entity, and gives it to `to` unless that is none.

void give(Article& article, Index mention, Index to) {
  Index& entity = article.mentions[static_cast<size_t>(mention)].entity;
  if (to == entity) return;
  auto& before = article.entities[static_cast<size_t>(entity)].mentions;
  before.erase(std::lower_bound(before.begin(), before.end(), mention));
  if (to != none) {
    auto& after = article.entities[static_cast<size_t>(to)].mentions;
    after.insert(std::lower_bound(after.begin(), after.end(), mention), mention);
  }
  entity = to;
}

// Leaves the mentions out that stand for nobody now.
void drop_unmeant(Article& article) {
  std::vector<Index> place(article.mentions.size());
  Index kept = 0;
  for (size_t i = 0; i < article.mentions.size(); ++i) {
    place[i] = kept;
    if (article.mentions[i].entity == none) continue;
    article.mentions[static_cast<size_t>(kept++)] = article.mentions[i];
  }
  article.mentions.resize(static_cast<size_t>(kept));
  for (Entity& e : article.entities) {
    for (Index& m : e.mentions) m = place[static_cast<size_t>(m)];
  }
}

}  // namespace

void FirstPerson::bind(Article& article) const {
  bool unmeant = false;
  for (const Quote& quote : article.quotes) {
    if (quote.speaker_span.empty()) continue;
    Index i = article.first_mention(quote.span.start);
    for (; static_cast<size_t>(i) < article.mentions.size(); ++i) {
      const Mention& mention = article.mentions[static_cast<size_t>(i)];
      if (!quote.span.contains(mention.span)) break;
      if (mention.kind != MentionKind::pronoun || mention.entity == none) continue;
      Range words{article.first_syllable(mention.span.start), article.first_syllable(mention.span.end)};
      if (words.size() == 0) continue;
      const auto lists = lexicon_.find(article.phrase(words));
      if (Lexicon::in(lists, self_)) give(article, i, quote.speaker);
      if (Lexicon::in(lists, we_)) give(article, i, body_of(article, quote, mention.entity));
      unmeant = unmeant || mention.entity == none;
    }
  }
  if (unmeant) drop_unmeant(article);
}

}  // namespace ailamgi::events
