#include <algorithm>

#include "made_article.h"
#include "summary/expectation.h"
#include "summary/forms.h"
#include "summary/vocabulary.h"

using namespace ailamgi;
using support::MadeArticle;

namespace {

// What the forms of the only event say was done, in order.
std::vector<std::u16string> whats(const MadeArticle& made, const Event& event, std::vector<CueSet> cues = {}) {
  cues.resize(made.article.tokens.size());
  std::vector<std::u16string> out;
  for (const Event& form : summary::forms_of(made.article, cues, event))
    out.emplace_back(made.article.view(form.what.span));
  return out;
}

// The cue words of an article: wherever `word` stands.
std::vector<CueSet> marked(const MadeArticle& made, std::u16string_view word, Cue cue) {
  std::vector<CueSet> cues(made.article.tokens.size());
  for (size_t t = 0; t < cues.size(); ++t) {
    if (made.article.view(made.article.tokens[t].span) == word) cues[t] = bit(cue);
  }
  return cues;
}

bool holds(const std::vector<std::u16string>& all, std::u16string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

TEST_CASE("an event may be told shorter, at a comma, or run on to the next mark") {
  MadeArticle made(u"Ông Tám mua trâu, bò về nuôi, rồi bán.");
  Event e = made.deed(u"Ông Tám", u"mua", u"trâu, bò");
  auto found = whats(made, e);
  REQUIRE(!found.empty());
  CHECK(found.front() == u"trâu, bò");
  CHECK(holds(found, u"trâu"));
  CHECK(holds(found, u"trâu, bò về nuôi"));
  CHECK(holds(found, u"trâu, bò về nuôi, rồi bán"));
}

TEST_CASE("what takes an event back is not cut off") {
  MadeArticle made(u"Ông Tám mua trâu, nếu rẻ.");
  Event e = made.deed(u"Ông Tám", u"mua", u"trâu, nếu rẻ");
  CHECK(!holds(whats(made, e, marked(made, u"nếu", Cue::maybe)), u"trâu"));
}

TEST_CASE("what is said is not cut to the clause before it, nor a verb from the object it shares") {
  MadeArticle made(u"Bà Chín nói khi về làng, ông Tám bán trâu, bò.");
  Event e = made.deed(u"Bà Chín", u"nói", u"khi về làng, ông Tám bán trâu, bò");
  auto cues = marked(made, u"khi", Cue::time);
  cues[static_cast<size_t>(e.predicate)] = bit(Cue::say);
  auto found = whats(made, e, cues);
  CHECK(!holds(found, u"khi về làng"));
  CHECK(holds(found, u"khi về làng, ông Tám bán trâu"));

  MadeArticle shared(u"Làng mở, sửa chợ.");
  Event opened = shared.deed(u"Làng", u"mở", u"mở, sửa chợ");
  for (Token& t : shared.article.tokens) {
    std::u16string_view word = shared.article.view(t.span);
    if (word == u"mở" || word == u"sửa") t.upos = Upos::VERB;
  }
  CHECK(!holds(whats(shared, opened), u"mở"));
}

TEST_CASE("what opens a clause is not told without it") {
  MadeArticle made(u"Bà Chín nói trong ba năm qua, ông Tám bán trâu.");
  Event e = made.deed(u"Bà Chín", u"nói", u"trong ba năm qua, ông Tám bán trâu");
  CHECK(holds(whats(made, e), u"trong ba năm qua"));  // no dependencies, no objection
  Index sold = made.event(u"bán").predicate;
  for (Token& t : made.article.tokens) {
    if (made.article.view(t.span) == u"trong") t.head = sold;
  }
  CHECK(!holds(whats(made, e), u"trong ba năm qua"));
}

TEST_CASE("time and place may be left out, and no more forms are made than are said") {
  MadeArticle made(u"Ngày 5/6, ở chợ, ông Tám mua trâu, bò, dê, gà, vịt, ngan, lợn, chó, mèo.");
  Event e = made.deed(u"ông Tám", u"mua", u"trâu");
  e.when = made.argument(u"Ngày 5/6");
  e.where = made.argument(u"ở chợ");
  std::vector<CueSet> cues(made.article.tokens.size());
  auto forms = summary::forms_of(made.article, cues, e);
  CHECK(forms.size() <= summary::most_forms);
  CHECK(forms.front().when.present());
  e.what = {};
  e.did.end = made.article.sentences[0].span.end - 1;
  forms = summary::forms_of(made.article, cues, e);
  CHECK(
      std::any_of(forms.begin(), forms.end(), [](const Event& f) { return !f.when.present() && !f.where.present(); }));
}

TEST_CASE("statements are worth what they share with the lead to be expected, once") {
  MadeArticle made(u"Ông Tám mua trâu. Bà Chín bán gà.");
  summary::Vocabulary vocabulary(made.article);
  std::vector<int32_t> chances;
  for (const auto& w : vocabulary.words()) {
    Span first = made.article.tokens[static_cast<size_t>(w.first)].span;
    chances.push_back(first.start < made.span(u"Bà").start ? 900 : 300);
  }
  summary::Expectation expectation(made.article, vocabulary, chances);
  auto tam = expectation.read(u"Ông Tám mua trâu."), chin = expectation.read(u"Bà Chín bán gà.");
  CHECK(tam.size() == 4);
  CHECK(expectation.worth({}, tam) > expectation.worth({}, chin));
  CHECK(expectation.worth(tam, chin) > expectation.worth(tam, tam));
  CHECK(expectation.worth({}, tam) == 4 * 900 * 2 * 64 / (4 + 32));
  CHECK(expectation.read(u"voi, 3!") == summary::Expectation::Told{0, 0});
}
