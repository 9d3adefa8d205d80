// Articles whose events are given by the test, not found, so that what is tested hangs on no learned weights.
#pragma once

#include <doctest/doctest.h>

#include <string_view>

#include "article.h"
#include "support/analysis.h"
#include "text/text_reader.h"
#include "words/word_segmenter.h"

namespace ailamgi::support {

class MadeArticle {
 public:
  explicit MadeArticle(std::u16string_view text) {
    TextReader::open(model())->read(text, article);
    WordSegmenter::open(model())->run(article);
  }

  // The first place where words stand, from `after` on.
  Span span(std::u16string_view words, std::u16string_view after = {}) const {
    size_t from = after.empty() ? 0 : article.text.find(after) + after.size();
    size_t at = article.text.find(words, from);
    REQUIRE(at != std::u16string::npos);
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }

  Argument argument(std::u16string_view words, Index entity = none) const {
    Argument a;
    a.span = span(words);
    a.entity = entity;
    return a;
  }

  // A new entity; its first mention is its name.
  Index entity(EntityType type, std::u16string_view name) {
    Entity e;
    e.type = type;
    e.name = span(name);
    article.entities.push_back(e);
    auto id = static_cast<Index>(article.entities.size() - 1);
    mention(e.name, MentionKind::name, id);
    return id;
  }

  // Mentions must be made in text order.
  void mention(Span at, MentionKind kind, Index of) {
    Mention m;
    m.span = at;
    m.kind = kind;
    m.type = article.entities[static_cast<size_t>(of)].type;
    m.entity = of;
    m.sentence = sentence_at(at.start);
    article.entities[static_cast<size_t>(of)].mentions.push_back(static_cast<Index>(article.mentions.size()));
    article.mentions.push_back(m);
  }

  // Who did what, each where its words stand first.
  Event deed(std::u16string_view who, std::u16string_view did, std::u16string_view what) const {
    Event e = event(did);
    e.who = argument(who);
    e.what = argument(what);
    return e;
  }

  Event event(std::u16string_view did, std::u16string_view after = {}) const {
    Event e;
    e.did = span(did, after);
    e.sentence = sentence_at(e.did.start);
    for (size_t t = 0; t < article.tokens.size(); ++t) {
      if (e.predicate == none && article.tokens[t].span.end > e.did.start) e.predicate = static_cast<Index>(t);
    }
    return e;
  }

  Article article;

 private:
  Index sentence_at(uint32_t offset) const {
    for (size_t s = 0; s < article.sentences.size(); ++s) {
      if (article.sentences[s].span.end > offset) return static_cast<Index>(s);
    }
    return none;
  }
};

}  // namespace ailamgi::support
