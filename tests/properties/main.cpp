// Checks what every analysis promises, over articles made at random (generator.h).
//
//   ailamgi-properties --count 2000 [--seed 1]     says what is broken and for which article; exit status 1 then
//   ailamgi-properties --texts 2000 [--seed 1]     the articles as JSON Lines, for checks in other languages
//   ailamgi-properties --cost 100000               processor time for each hostile shape of about that many bytes
#include <unicode/unorm2.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analyzer.h"
#include "cli/files.h"
#include "generator.h"
#include "json/json.h"
#include "json/writer.h"
#include "support/invariants.h"

using namespace ailamgi;
using namespace ailamgi::properties;

namespace {

constexpr size_t longest_run = 30;  // combining marks in a row that text/normalize.h takes together

class Properties {
 public:
  explicit Properties(const Analyzer& analyzer) : analyzer_(analyzer) {}

  // What is broken for this text; empty when nothing is.
  std::string broken(const std::u16string& text, support::Random& random) {
    std::string json = analyze(text, article_);
    if (article_.segments.empty()) return {};
    if (auto promise = support::broken_promise(article_, text); !promise.empty()) return promise;
    if (!nlohmann::json::accept(json)) return "the analysis is no JSON";
    if (analyze(text, other_) != json) return "a second analysis differs";
    if (analyze(text + u"\n\n \t\n\r\n\n", other_) != json) return "blank lines at the end change something";
    if (auto form = forms(text); !form.empty()) return form;
    return cut(text, random);
  }

 private:
  std::string analyze(const std::u16string& text, Article& article) {
    std::string json;
    analyzer_.analyze(text, {}, article);
    write_json(analyzer_, article, json);
    return json;
  }

  static std::u16string normalized(const UNormalizer2* form, const std::u16string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::u16string out(text.size() * 4 + 16, u'\0');
    auto room = static_cast<int32_t>(out.size());
    int32_t n = unorm2_normalize(form, text.data(), static_cast<int32_t>(text.size()), out.data(), room, &status);
    out.resize(U_SUCCESS(status) ? static_cast<size_t>(n) : 0);
    return out;
  }

  // Composed and decomposed, a text says the same; offsets differ, so both are told in those of the composed text.
  std::string forms(const std::u16string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    std::u16string composed = normalized(nfc, text), decomposed = normalized(nfd, text);
    size_t run = 0, longest = 0;
    for (char16_t c : decomposed) {
      run = unorm2_hasBoundaryBefore(nfd, c) ? 0 : run + 1;
      longest = std::max(longest, run);
    }
    if (composed.empty() || longest > longest_run) return {};
    std::string one = analyze(composed, article_);
    analyze(decomposed, other_);
    if (auto promise = support::broken_promise(other_, decomposed); !promise.empty()) return "decomposed: " + promise;
    if (article_.tokens.size() != other_.tokens.size()) return "composed and decomposed have other words";
    for (size_t i = 0; i < article_.tokens.size(); ++i) {
      uint32_t start = other_.given_offset(other_.tokens[i].span.start);
      uint32_t end = other_.given_offset(other_.tokens[i].span.end);
      if (normalized(nfc, decomposed.substr(start, end - start)) != article_.view(article_.tokens[i].span))
        return "a decomposed word's offsets lead astray";
    }
    other_.origin.clear();
    std::string two;
    write_json(analyzer_, other_, two);
    return one == two ? "" : "composed and decomposed differ";
  }

  // Cutting a paste at the end of a paragraph leaves segments, sentences and words before the cut as they were.
  std::string cut(const std::u16string& text, support::Random& random) {
    std::vector<size_t> ends;
    for (size_t at = text.find(u"\n\n"); at != std::u16string::npos; at = text.find(u"\n\n", at + 2))
      ends.push_back(at);
    if (ends.empty()) return {};
    size_t end = ends[support::below(random, ends.size())];
    analyze(text, article_);
    analyze(text.substr(0, end), other_);
    auto same_front = [](const auto& whole, const auto& front, auto&& same) {
      return front.size() <= whole.size() && std::equal(front.begin(), front.end(), whole.begin(), same);
    };
    auto offset = [](const Article& a, Span s) { return Span{a.given_offset(s.start), a.given_offset(s.end)}; };
    auto span = [&](const auto& x, const auto& y) { return offset(other_, x.span) == offset(article_, y.span); };
    if (!same_front(article_.segments, other_.segments, [&](const Segment& x, const Segment& y) {
          return x.kind == y.kind && x.language == y.language && span(x, y);
        }))
      return "a cut changes segments before it";
    if (!same_front(article_.sentences, other_.sentences, span)) return "a cut changes sentences before it";
    if (!same_front(article_.tokens, other_.tokens, span)) return "a cut changes words before it";
    return {};
  }

  const Analyzer& analyzer_;
  Article article_, other_;
};

std::string utf8_of(const std::u16string& text) {
  std::string out;
  append_utf8(text, out);
  return out;
}

int check(const Analyzer& analyzer, unsigned count, unsigned seed) {
  Properties properties(analyzer);
  unsigned wrong = 0;
  for (unsigned n = 0; n < count; ++n) {
    std::u16string text = units(article(seed, n));
    support::Random random(n + 1);
    std::string broken = properties.broken(text, random);
    if (broken.empty()) continue;
    if (++wrong <= 10) std::printf("article %u of seed %u: %s\n%s\n\n", n, seed, broken.c_str(), utf8_of(text).c_str());
  }
  std::printf("%u articles, %u with something broken\n", count, wrong);
  return wrong == 0 ? 0 : 1;
}

void write_texts(unsigned count, unsigned seed) {
  for (unsigned n = 0; n < count; ++n) {
    // As a string of JSON, a half of a pair would be no UTF-8: texts go out as readers get them.
    nlohmann::json line = {{"id", n}, {"text", utf8_of(units(article(seed, n)))}};
    std::printf("%s\n", line.dump().c_str());
  }
}

std::string repeated(const std::string& s, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += s;
  return out;
}

// Rows of everything, alone and glued, in one line and in many; then what has been slow before.
std::vector<std::pair<std::string, std::string>> shapes(size_t bytes) {
  std::vector<std::pair<std::string, std::string>> all;
  auto add = [&](std::string name, const std::string& unit) {
    all.emplace_back(std::move(name), repeated(unit, bytes));
  };
  for (const std::string& piece : support::all_pieces()) {
    add(piece + " glued", piece);
    add(piece + " in a row", piece + " ");
    add(piece + " a line", piece + "\n");
    add(piece + " after a word", "nhà " + piece + " ");
    add(piece + " between names", "Nguyễn Văn An " + piece + " ");
    add(piece + " after a sentence", "Ông An nói " + piece + ". ");
  }
  add("quotations", "“a” ");
  add("open quotations", "“a ");
  add("straight quotations", "\"a\" ");
  add("nested brackets", "(");
  add("an endless sentence", "ông Nguyễn Văn An nói với bà Trần Thị Bình rằng hãng Lạc Hồng sẽ mua nhà và ");
  add("an endless sentence of names", "Nguyễn Văn An, Trần Thị Bình, Lê Thu Hà, ");
  add("an endless sentence of deeds", "mua bán gặp thăm ");
  std::string& names = all.emplace_back("different names", "").second;
  for (size_t n = 0; names.size() < bytes; ++n)
    names += "ông Lê Văn " + std::string(1, static_cast<char>('A' + n % 26)) + std::to_string(n) + " gặp bà Hà. ";
  add("one-letter sentences", "A. ");
  add("dialogue", "- A!\n");
  add("digits", "9");
  add("an endless number", "1.");
  add("halves of pairs", "\xED\xA0\x80");
  return all;
}

// Seconds per 100 KB.
double cost(const Analyzer& analyzer, const std::string& text, Article& article) {
  std::u16string given = units(text);
  std::clock_t start = std::clock();
  analyzer.analyze(given, {}, article);
  std::string json;
  write_json(analyzer, article, json);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC * 100000 / static_cast<double>(text.size());
}

int measure(const Analyzer& analyzer, size_t bytes) {
  constexpr double most = 1.0;
  Article article;
  std::vector<std::pair<double, std::string>> times;
  // The whole length is tried where what a fifth of it costs more than a tenth does would, going on like that, come
  // near the limit.
  std::vector<std::pair<std::string, std::string>> tenths = shapes(bytes / 10), fifths = shapes(bytes / 5),
                                                   wholes = shapes(bytes);
  size_t whole = 0;
  for (size_t i = 0; i < fifths.size(); ++i) {
    double tenth = cost(analyzer, tenths[i].second, article), fifth = cost(analyzer, fifths[i].second, article);
    double seconds = fifth + 8 * std::max(0.0, fifth - tenth);
    if (seconds > most / 2) {
      seconds = cost(analyzer, wholes[i].second, article);
      ++whole;
    }
    times.emplace_back(seconds, fifths[i].first);
    if (i % 100 == 0) std::fprintf(stderr, "%zu of %zu shapes\n", i, fifths.size());
    if (seconds <= most) continue;
    std::printf("%7.3f s per 100 KB: %s\n", seconds, fifths[i].first.c_str());
    std::fflush(stdout);
  }
  std::sort(times.rbegin(), times.rend());
  auto slow = std::count_if(times.begin(), times.end(), [&](const auto& t) { return t.first > most; });
  std::printf("dearest: %.3f s per 100 KB: %s\n", times[0].first, times[0].second.c_str());
  std::printf("%zu shapes of %zu bytes (%zu at full length), %td over %.1f s per 100 KB\n", times.size(), bytes, whole,
              slow, most);
  return slow == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::string mode = argc > 1 ? argv[1] : "";
  auto number = [&](int at, unsigned otherwise) {
    return argc > at ? static_cast<unsigned>(std::strtoul(argv[at], nullptr, 10)) : otherwise;
  };
  unsigned seed = argc > 3 && std::string(argv[3]) == "--seed" ? number(4, 1) : 1;
  if (mode == "--texts") {
    write_texts(number(2, 100), seed);
    return 0;
  }
  auto bytes = cli::read_file(AILAMGI_MODEL_PATH);
  if (!bytes) return 3;
  cli::AlignedBytes model(*bytes);
  ModelError error{};
  auto analyzer = Analyzer::load(model.bytes(), error);
  if (!analyzer) return 3;
  if (mode == "--count") return check(*analyzer, number(2, 100), seed);
  if (mode == "--cost") return measure(*analyzer, number(2, 100000));
  std::fprintf(stderr, "usage: ailamgi-properties --count N | --texts N | --cost BYTES [--seed S]\n");
  return 2;
}
