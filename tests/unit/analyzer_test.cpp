#include "analyzer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "support/analysis.h"

using namespace ailamgi;

TEST_CASE("a text that is too long is refused before anything is done, one without words as empty") {
  Article article;
  CHECK(support::analyzer().analyze(std::u16string(max_text_units + 1, u'a'), {}, article) == TextError::too_long);
  CHECK(article.text.empty());
  for (auto text : {u"", u" \n\t\u200B\uFEFF ", u"\u2028"})
    CHECK(support::analyzer().analyze(text, {}, article) == TextError::empty);
  CHECK(support::analyzer().analyze(u"Ông An mua nhà.", {.date = "no date at all"}, article) == TextError::ok);
}

TEST_CASE("progress rises to the last stage and changes nothing; whoever is told may cancel") {
  std::u16string text;
  for (int i = 0; i < 300; ++i) text += u"Ông An gặp bà Bình ở Huế hôm thứ hai. ";
  struct Listener {
    std::vector<int> told;
    int until = 100;
  } listener;
  auto tell = [](void* to, int percent) {
    auto& l = *static_cast<Listener*>(to);
    l.told.push_back(percent);
    return percent < l.until;
  };
  AnalyzeOptions options;
  options.progress = {tell, &listener};
  Article silent, article;
  REQUIRE(support::analyzer().analyze(text, {}, silent) == TextError::ok);
  REQUIRE(support::analyzer().analyze(text, options, article) == TextError::ok);
  CHECK(listener.told.size() > 80);
  CHECK(std::adjacent_find(listener.told.begin(), listener.told.end(), std::greater_equal<>()) == listener.told.end());
  CHECK(listener.told.front() == 6);
  CHECK(listener.told.back() == 98);
  CHECK(article.events.size() == silent.events.size());

  // In the parser, in both passes over the names, at the door of a stage, in the events.
  for (int until : {6, 30, 62, 75, 79, 87, 90, 98}) {
    listener = {{}, until};
    CHECK(support::analyzer().analyze(text, options, article) == TextError::cancelled);
    CHECK(listener.told.back() == until);
    CHECK(article.text.empty());
  }
}
