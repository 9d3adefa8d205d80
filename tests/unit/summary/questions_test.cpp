// Questions about tests/articles: each must be answered, first of all, by a sentence that holds the words given.
#include "summary/questions.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>

#include "json/writer.h"
#include "support/analysis.h"

using namespace ailamgi;

namespace {

struct Case {
  const char* article;
  const char* question;
  const char* answer;  // words of the first answer; nullptr when the article does not tell
};

constexpr Case cases[] = {
#include "questions.inc"
};

const Article& article(const std::string& name) {
  static std::map<std::string, Article> known;
  auto [it, fresh] = known.try_emplace(name);
  if (fresh) {
    std::ifstream in(std::string(AILAMGI_SOURCE_DIR "/tests/articles/") + name + "/article.txt", std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    it->second = support::analyze(support::to_utf16(bytes));
  }
  return it->second;
}

}  // namespace

TEST_CASE("questions are answered by what the article says") {
  for (const Case& c : cases) {
    CAPTURE(c.article);
    CAPTURE(c.question);
    const Article& a = article(c.article);
    Answer answer = support::analyzer().ask(a, support::to_utf16(c.question));
    if (c.answer == nullptr) {
      CHECK(!answer.answered());
      CHECK(!answer.message.vi.empty());
      continue;
    }
    CHECK(answer.answered());
    if (!answer.answered()) continue;
    std::string first;
    append_utf8(answer.findings.front().text, first);
    CAPTURE(first);
    CHECK(first.find(c.answer) != std::string::npos);
    for (const Finding& f : answer.findings) CHECK(f.span.end <= a.text.size());
  }
}

TEST_CASE("an empty question is said to be one") {
  Answer answer = support::analyzer().ask(article("flood"), u" ");
  CHECK(!answer.answered());
  CHECK(answer.message.en == "Nothing was asked.");
}
