#include "analyzer.h"

#include <doctest/doctest.h>

#include "support/analysis.h"

using namespace ailamgi;

TEST_CASE("a text that is too long is refused before anything is done, one without words as empty") {
  Article article;
  CHECK(support::analyzer().analyze(std::u16string(max_text_units + 1, u'a'), {}, article) == TextError::too_long);
  CHECK(article.text.empty());
  for (auto text : {u"", u" \n\t\u200B\uFEFF ", u"\u2028"})
    CHECK(support::analyzer().analyze(text, {}, article) == TextError::empty);
  CHECK(support::analyzer().analyze(u"Ông An mua nhà.", {"no date at all"}, article) == TextError::ok);
}
