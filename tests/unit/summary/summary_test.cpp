#include "summary/summary.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "made_article.h"
#include "model/hash.h"
#include "summary/vocabulary.h"
#include "text/fold.h"

using namespace ailamgi;
using support::MadeArticle;

namespace {

std::u16string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return support::to_utf16(std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace

TEST_CASE("every summary is at most five whole statements, best first, none twice") {
  for (const auto& folder : std::filesystem::directory_iterator(AILAMGI_SOURCE_DIR "/tests/articles")) {
    if (!folder.is_directory()) continue;
    CAPTURE(folder.path().filename().string());
    const Article a = support::analyze(read(folder.path() / "article.txt"));
    CHECK(a.summary.size() >= 3);
    CHECK(a.summary.size() <= 5);
    std::set<std::u16string> seen;
    for (const Statement& s : a.summary) {
      CHECK(seen.insert(s.text).second);
      CHECK(s.text.back() == u'.');
      CHECK((!is_letter(s.text.front()) || is_upper(s.text.front())));
      CHECK(s.text.find(u"  ") == std::u16string::npos);
      CHECK(std::count(s.text.begin(), s.text.end(), u'“') == std::count(s.text.begin(), s.text.end(), u'”'));
      REQUIRE(s.event >= 0);
      REQUIRE(static_cast<size_t>(s.event) < a.events.size());
    }
    int best = 0;
    for (const Event& e : a.events) best = std::max<int>(best, e.salience);
    CHECK(best == 10000);
  }
}

TEST_CASE("what is doubtful is told when it is among what matters most, and then like the others") {
  MadeArticle made(u"Ông Tám mua trâu. Bà Chín bán bò. Cô Tư gặp anh Ba. Anh Sáu sửa nhà. Chị Năm nuôi gà.");
  for (const char16_t* act : {u"mua", u"bán", u"gặp", u"sửa", u"nuôi"}) {
    Event e = made.event(act);
    e.doubtful = true;
    made.article.events.push_back(e);
  }
  Article sure = made.article;
  for (Event& e : sure.events) e.doubtful = false;
  Summarizer::open(support::model())->run(made.article);
  CHECK(made.article.events.size() == 3);
  for (const Event& e : made.article.events) CHECK(!e.doubtful);
  for (const Statement& s : made.article.summary) CHECK(static_cast<size_t>(s.event) < made.article.events.size());
  Summarizer::open(support::model())->run(sure);
  CHECK(sure.events.size() == 5);
}

TEST_CASE("a digest is in time order where times are known; links say who acted on whom") {
  MadeArticle made(u"Anh Ba gặp cô Tư ngày 5/6. Anh Ba cưới cô Tư ngày 7/8. Cô Tư rời làng ngày 1/2.");
  Index ba = made.entity(EntityType::person, u"Anh Ba"), tu = made.entity(EntityType::person, u"cô Tư");
  made.article.values = {{ValueType::time, made.span(u"ngày 5/6"), 0, "2020-06-05"},
                         {ValueType::time, made.span(u"ngày 7/8"), 1, "2019-08-07"}};
  Event met = made.event(u"gặp"), wed = made.event(u"cưới"), left = made.event(u"rời");
  met.who = wed.who = made.argument(u"Anh Ba", ba);
  met.what = wed.what = made.argument(u"cô Tư", tu);
  wed.when = made.argument(u"ngày 7/8");
  wed.when.value = 1;
  met.when = made.argument(u"ngày 5/6");
  met.when.value = 0;
  left.who = made.argument(u"cô Tư", tu);
  made.article.events = {met, wed, left};
  Summarizer::open(support::model())->run(made.article);

  REQUIRE(made.article.digests.size() == 2);
  for (const Digest& d : made.article.digests) {
    if (d.entity == ba) CHECK(d.did == std::vector<Index>{1, 0});
    if (d.entity == tu) {
      CHECK(d.did == std::vector<Index>{2});
      CHECK(d.received == std::vector<Index>{1, 0});
    }
  }
  REQUIRE(made.article.links.size() == 1);
  CHECK(made.article.links[0].from == ba);
  CHECK(made.article.links[0].to == tu);
  CHECK(made.article.links[0].events == std::vector<Index>{0, 1});
}

TEST_CASE("a vocabulary counts words and knows what an event tells") {
  MadeArticle made(u"Ông Tám mua trâu. Ông Tám bán trâu, trâu già.");
  summary::Vocabulary vocabulary(made.article);
  auto count_of = [&](std::u16string_view word) {
    for (const auto& w : vocabulary.words()) {
      if (w.folded == fold_hashes(word).folded) return std::pair<int, int>(w.count, w.sentences);
    }
    return std::pair<int, int>(0, 0);
  };
  CHECK(count_of(u"trâu") == std::pair<int, int>(3, 2));
  CHECK(count_of(u"mua") == std::pair<int, int>(1, 1));
  Event bought = made.event(u"mua");
  bought.what = made.argument(u"trâu");
  CHECK(vocabulary.told_by(bought).size() == 2);
}

TEST_CASE("weights that are damaged are refused") {
  CHECK(!Summarizer::open(support::model(), {}));
  Bytes whole = support::model().section("summary");
  CHECK(Summarizer::open(support::model(), whole));
  CHECK(!Summarizer::open(support::model(), whole.first(whole.size() / 2)));
}

// Found by fuzzing: a sentence's number times a thousand does not fit 32 bits.
TEST_CASE("an event far down in millions of sentences is weighed like any other") {
  MadeArticle made(u"Chị Năm bán chợ. Anh Ba cưới cô Tư.");
  Article& a = made.article;
  a.events = {made.event(u"bán"), made.event(u"cưới")};
  REQUIRE(a.sentences.size() == 2);
  Sentence last = a.sentences.back();
  Sentence nothing;
  nothing.segment = last.segment;
  nothing.tokens = {last.tokens.begin, last.tokens.begin};
  a.sentences.insert(a.sentences.end() - 1, 2'500'000, nothing);
  Index number = static_cast<Index>(a.sentences.size()) - 1;
  a.events[1].sentence = number;
  for (Token& t : a.tokens) t.sentence = last.tokens.contains(static_cast<Index>(&t - a.tokens.data())) ? number : 0;
  a.segments.back().sentences.end = number + 1;
  Summarizer::open(support::model())->run(a);
  CHECK(std::max(a.events[0].salience, a.events[1].salience) == 10000);
  CHECK(std::min(a.events[0].salience, a.events[1].salience) > 0);
}
