// Finds times, sums of money and percentages, and says what they come to.
//
//   "khoảng 3h30 sáng 12/5"   TIME     2018-05-12T03:30   in an article of May 2018
//   "7.270 tỉ đồng"           MONEY    7270000000000 VND
//   "6,7%"                    PERCENT  6.7
#pragma once

#include <optional>

#include "article.h"
#include "model/model.h"
#include "names/value_grammar.h"

namespace ailamgi {

class ValueTagger {
 public:
  // Takes the section "values"; nothing when it is missing or can't be read.
  static std::optional<ValueTagger> open(const Model& model);

  // Fills Article::values from its syllables and sentences. Words that are already part of a name ("đường 30/4") are no
  // value; a name within a sum ("3 triệu đô la Mỹ") is taken out of Article::mentions. Dates are resolved against
  // Article::date; when that is empty and a byline tells the day, it is set to that. Linear in the text.
  void run(Article& article) const;

 private:
  struct Finder;
  explicit ValueTagger(ValueGrammar grammar) : grammar_(std::move(grammar)) {}
  ValueGrammar grammar_;
};

}  // namespace ailamgi
