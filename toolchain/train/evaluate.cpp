// ailamgi-evaluate: words, parts of speech and dependencies against a CoNLL-U file.
//
//   ailamgi-evaluate --model ailamgi.model [--natural] FILE.conllu
//
// Measures as the CoNLL 2018 shared task does (Zeman et al. 2018): F1 over words with the same span; over those that
// also have the right UPOS; the right head (UAS); the right head and relation, subtypes left out (LAS). Once from raw
// text, a sentence a line, and once with the gold words given; then the speed of each stage on one core. With
// --natural, marks stand where a writer puts them instead of between blanks.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "article.h"
#include "model/model.h"
#include "syntax/parser.h"
#include "syntax/relations.h"
#include "train/lib/sentences.h"
#include "words/word_segmenter.h"

using namespace ailamgi;
using namespace ailamgi::train;

namespace {

struct Counts {
  size_t found = 0, wanted = 0, words = 0, upos = 0, uas = 0, las = 0;
  void print(const char* title) const {
    auto f1 = [&](size_t right) { return 200.0 * static_cast<double>(right) / static_cast<double>(found + wanted); };
    std::printf("%-12s words %6.2f  UPOS %6.2f  UAS %6.2f  LAS %6.2f\n", title, f1(words), f1(upos), f1(uas), f1(las));
  }
};

std::string_view universal(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

struct GoldToken {
  Range syllables;
  const GoldWord* word;
  Range head;  // of the governing word; {-1, -1} for the root
};

std::vector<GoldToken> gold_tokens(const GoldSentence& sentence, const std::vector<size_t>& kept,
                                   const std::vector<int>& lengths) {
  std::vector<GoldToken> out;
  std::map<int, Range> of_word;
  Index at = 0;
  for (size_t i = 0; i < kept.size(); ++i) {
    Range r{at, at + lengths[i]};
    of_word[static_cast<int>(kept[i])] = r;
    out.push_back({r, &sentence[kept[i]], {-1, -1}});
    at = r.end;
  }
  for (GoldToken& t : out) {
    auto head = of_word.find(t.word->head);
    if (head != of_word.end()) t.head = head->second;
  }
  return out;
}

void compare(const Article& a, const std::vector<GoldToken>& gold, const RelationNames& names, Counts& counts) {
  std::map<std::pair<Index, Index>, const GoldToken*> by_span;
  for (const GoldToken& g : gold) by_span[{g.syllables.begin, g.syllables.end}] = &g;
  counts.found += a.tokens.size();
  counts.wanted += gold.size();
  for (const Token& t : a.tokens) {
    auto it = by_span.find({t.syllables.begin, t.syllables.end});
    if (it == by_span.end()) continue;
    const GoldToken& g = *it->second;
    ++counts.words;
    counts.upos += name_of(t.shown_upos) == g.word->upos;
    Range head = t.head == none ? Range{-1, -1} : a.tokens[static_cast<size_t>(t.head)].syllables;
    if (!(head == g.head)) continue;
    ++counts.uas;
    counts.las += universal(names.name(t.relation)) == universal(g.word->relation);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string model_path, path;
  Spacing spacing = Spacing::around_marks;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--model") == 0 && i + 1 < argc)
      model_path = argv[++i];
    else if (std::strcmp(argv[i], "--natural") == 0)
      spacing = Spacing::natural;
    else
      path = argv[i];
  }
  std::ifstream in(model_path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  ModelError error{};
  auto model = Model::open(std::as_bytes(std::span(bytes)), error);
  if (!model || path.empty()) {
    std::cerr << "usage: ailamgi-evaluate --model FILE [--natural] FILE.conllu\n" << describe(error).en << "\n";
    return 2;
  }
  auto segmenter = WordSegmenter::open(*model);
  auto parser = Parser::open(*model);
  auto names = RelationNames::open(*model);
  auto clusters = Clusters::open(*model);
  if (!segmenter || !parser || !names || !clusters) return std::cerr << "the model lacks a section\n", 1;

  Counts raw, given;
  size_t syllables = 0;
  double seconds[2] = {};
  auto timed = [&](size_t stage, auto&& work) {
    auto start = std::chrono::steady_clock::now();
    work();
    seconds[stage] += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  Article article;
  std::vector<int> lengths;
  for (const GoldSentence& sentence : read_conllu(path)) {
    auto kept = lay_out(sentence, spacing, article, lengths);
    if (kept.empty()) continue;
    auto gold = gold_tokens(sentence, kept, lengths);
    syllables += article.syllables.size();
    timed(0, [&] { segmenter->run(article); });
    timed(1, [&] { parser->run(article); });
    compare(article, gold, *names, raw);
    article.tokens.clear();
    for (const GoldToken& g : gold) {
      Token token;
      token.syllables = g.syllables;
      token.sentence = 0;
      describe_token(article, *clusters, token);
      article.tokens.push_back(token);
    }
    article.sentences[0].tokens = {0, static_cast<Index>(gold.size())};
    parser->run(article);
    compare(article, gold, *names, given);
  }
  raw.print("raw text");
  given.print("gold words");
  auto rate = [&](double s) { return static_cast<double>(syllables) / s; };
  std::printf("syllables/s: words %.0f, all three %.0f\n", rate(seconds[0]), rate(seconds[0] + seconds[1]));
}
