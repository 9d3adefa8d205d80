// Trains the weights of core/identity/discourse.h from annotated articles.
//
// usage: ailamgi-train-references --model FILE --data GOLD.jsonl [--data …] [--cross 5] [--out FILE] [--errors FILE]
//        --epochs N --rate X --prior X --least N   of train/lib/loglinear.h
//
// The model gives words, parts of speech, dependencies and word lists; names come from the annotation, which of them
// are one entity from core/identity. With --cross the articles are held out by turns, and B-cubed F1 over names and
// references, and F1 of the references alone (right entity), are printed.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>

#include "identity/discourse.h"
#include "identity/name_index.h"
#include "identity/references.h"
#include "syntax/parser.h"
#include "text/text_reader.h"
#include "train/lib/arguments.h"
#include "train/lib/gold.h"
#include "train/lib/loglinear.h"
#include "words/word_segmenter.h"

namespace {

using namespace ailamgi;
using namespace ailamgi::identity;
using namespace ailamgi::train;

struct Prepared {
  GoldArticle gold;
  Article article;
  std::map<std::pair<uint32_t, uint32_t>, int> mentions;  // gold entity of each span, names and references
  std::vector<std::set<int>> meant;                       // gold entities that names of each of ours stand for
};

std::pair<uint32_t, uint32_t> key(Span s) {
  return {s.start, s.end};
}

void annotate(Prepared& p, const Lexicon& lexicon, const ReferenceWords& words) {
  Article& a = p.article;
  constexpr const char* types[] = {"PER", "ORG", "LOC", "MISC"};
  std::vector<int> entity_of;
  for (const GoldMention& m : p.gold.mentions) {
    if (m.entity < 0) continue;
    auto type = std::find(std::begin(types), std::end(types), m.type) - std::begin(types);
    if (type > 3 && m.type != "REF") continue;
    p.mentions[key(m.span)] = m.entity;
    auto s = std::partition_point(a.sentences.begin(), a.sentences.end(),
                                  [&](const Sentence& x) { return x.span.end <= m.span.start; });
    if (type > 3 || s == a.sentences.end()) continue;
    Mention x;
    x.span = m.span;
    x.type = static_cast<EntityType>(type);
    x.sentence = static_cast<Index>(s - a.sentences.begin());
    a.mentions.push_back(x);
    entity_of.push_back(m.entity);
  }
  join_names(a, lexicon, words);
  p.meant.resize(a.entities.size());
  for (size_t i = 0; i < a.mentions.size(); ++i) {
    p.meant[static_cast<size_t>(a.mentions[i].entity)].insert(entity_of[i]);
  }
}

// Chooses as the annotators did and hands each case to the learner.
class Teacher final : public Chooser {
 public:
  Teacher(const Prepared& p, Loglinear& learner) : p_(p), learner_(learner) {}
  size_t choose(const Reference& r, const std::vector<Candidate>& candidates) override {
    const auto& syllables = p_.article.syllables;
    Span span{syllables[static_cast<size_t>(r.syllables.begin)].span.start,
              syllables[static_cast<size_t>(r.syllables.end) - 1].span.end};
    if (span.start >= p_.gold.annotated_end) return 0;
    auto it = p_.mentions.find(key(span));
    std::vector<bool> right(candidates.size());
    size_t choice = 0;
    if (it != p_.mentions.end()) {
      for (size_t k = 1; k < candidates.size(); ++k) {
        right[k] = p_.meant[static_cast<size_t>(candidates[k].entity)].count(it->second) != 0;
        if (right[k] && choice == 0) choice = k;
      }
      if (choice == 0) return 0;  // it stands for something that is not among them: nothing to learn
    }
    right[0] = choice == 0;
    std::vector<Loglinear::List> lists;
    for (const Candidate& c : candidates) lists.push_back(c.features.list());
    learner_.add_ranking(lists, right);
    return choice;
  }

 private:
  const Prepared& p_;
  Loglinear& learner_;
};

struct Tally {
  double precise = 0, recalled = 0;
  size_t said = 0, gold = 0;  // mentions
  size_t right = 0, said_references = 0, gold_references = 0;
  static double f1(double p, double r) { return p + r > 0 ? 2 * p * r / (p + r) : 0; }
  void print(const char* what) const {
    double p = precise / static_cast<double>(said), r = recalled / static_cast<double>(gold);
    std::printf("%s: B3 P %.4f R %.4f F1 %.4f; references P %.4f R %.4f F1 %.4f (said %zu of %zu)\n", what, p, r,
                f1(p, r), static_cast<double>(right) / static_cast<double>(said_references),
                static_cast<double>(right) / static_cast<double>(gold_references),
                2.0 * static_cast<double>(right) / static_cast<double>(said_references + gold_references),
                said_references, gold_references);
  }
};

void measure(const Prepared& p, const std::vector<Mention>& references, Tally& t, std::ostream* errors) {
  const Article& a = p.article;
  std::map<std::pair<uint32_t, uint32_t>, Index> said;
  for (const Mention& m : a.mentions) said[key(m.span)] = m.entity;
  for (const Mention& m : references) {
    if (m.span.start < p.gold.annotated_end) said[key(m.span)] = m.entity;
  }
  std::map<int, std::set<uint32_t>> gold_sets;
  std::map<Index, std::set<uint32_t>> said_sets;
  std::map<std::pair<Index, int>, double> shared;
  for (const auto& [span, entity] : p.mentions) {
    auto it = said.find(span);
    if (it == said.end()) continue;
    gold_sets[entity].insert(span.first);
    said_sets[it->second].insert(span.first);
    ++shared[{it->second, entity}];
  }
  for (const auto& [pair, n] : shared) {
    t.precise += n * n / static_cast<double>(said_sets[pair.first].size());
    t.recalled += n * n / static_cast<double>(gold_sets[pair.second].size());
  }
  t.said += said.size();
  t.gold += p.mentions.size();
  auto show = [&](Span span, const std::string& what) {
    if (errors == nullptr) return;
    Span wide{span.start < 70 ? 0 : span.start - 70,
              std::min<uint32_t>(span.end + 50, static_cast<uint32_t>(a.text.size()))};
    std::string line = to_utf8(a.view({wide.start, span.start})) + "[[" + to_utf8(a.view(span)) + "]]" +
                       to_utf8(a.view({span.end, wide.end}));
    std::replace(line.begin(), line.end(), '\n', '|');
    *errors << p.gold.id << '\t' << what << '\t' << line << '\n';
  };
  auto name = [&](Index e) { return to_utf8(a.view(a.entities[static_cast<size_t>(e)].name)); };
  std::set<std::pair<uint32_t, uint32_t>> seen;
  for (const Mention& m : references) {
    if (m.span.start >= p.gold.annotated_end) continue;
    ++t.said_references;
    seen.insert(key(m.span));
    auto it = p.mentions.find(key(m.span));
    bool right = it != p.mentions.end() && p.meant[static_cast<size_t>(m.entity)].count(it->second) != 0;
    t.right += right;
    if (!right) show(m.span, (it == p.mentions.end() ? "needless = " : "wrong = ") + name(m.entity));
  }
  for (const GoldMention& m : p.gold.mentions) {
    if (m.type != "REF" || m.entity < 0) continue;
    ++t.gold_references;
    if (seen.count(key(m.span)) != 0) continue;
    std::string means = "?";
    for (size_t e = 0; e < p.meant.size(); ++e) {
      if (p.meant[e].count(m.entity) != 0) means = name(static_cast<Index>(e));
    }
    show(m.span, "missed = " + means);
  }
}

std::optional<SparseWeights> weights_of(const std::string& section) {
  SectionReader in(std::as_bytes(std::span(section)));
  return SparseWeights::read(in);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arg(argc, argv);
  std::ifstream in(arg("--model"), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::vector<std::byte> aligned(bytes.size() + 16);
  auto shift = (16 - reinterpret_cast<uintptr_t>(aligned.data()) % 16) % 16;
  std::copy_n(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size(),
              aligned.begin() + static_cast<std::ptrdiff_t>(shift));
  ModelError error{};
  auto model = Model::open(Bytes(aligned.data() + shift, bytes.size()), error);
  if (!model || arg.all("--data").empty()) return std::cerr << "see the head of train_references.cpp\n", 2;
  auto text = TextReader::open(*model);
  auto segmenter = WordSegmenter::open(*model);
  auto parser = Parser::open(*model);
  auto lexicon = Lexicon::open(*model);
  if (!text || !segmenter || !parser || !lexicon) return std::cerr << "incomplete model\n", 1;
  ReferenceWords words(*lexicon);

  std::vector<Prepared> articles;
  for (const std::string& path : arg.all("--data")) {
    for (GoldArticle& g : read_gold(path)) {
      Prepared p;
      p.gold = std::move(g);
      text->read(p.gold.text, p.article);
      segmenter->run(p.article);
      parser->run(p.article);
      annotate(p, *lexicon, words);
      articles.push_back(std::move(p));
    }
  }
  int epochs = std::stoi(arg("--epochs", "8"));
  double rate = std::stod(arg("--rate", "0.05")), prior = std::stod(arg("--prior", "0.002"));
  auto least = static_cast<uint32_t>(std::stoul(arg("--least", "8")));
  auto learn = [&](int held_out, int folds) {
    Loglinear learner(1);
    for (size_t i = 0; i < articles.size(); ++i) {
      if (held_out >= 0 && static_cast<int>(i) % folds == held_out) continue;
      Teacher teacher(articles[i], learner);
      Discourse(articles[i].article, words).run(teacher);
    }
    learner.train(epochs, rate, prior, least);
    std::string section;
    learner.append_section(section);
    return section;
  };
  std::ofstream errors;
  if (!arg("--errors").empty()) errors.open(arg("--errors"));
  if (int folds = std::stoi(arg("--cross", "0")); folds > 1) {
    Tally all;
    for (int k = 0; k < folds; ++k) {
      std::string section = learn(k, folds);
      auto weights = weights_of(section);
      for (size_t i = static_cast<size_t>(k); i < articles.size(); i += static_cast<size_t>(folds)) {
        measure(articles[i], find_references(articles[i].article, words, *weights), all,
                errors.is_open() ? &errors : nullptr);
      }
    }
    all.print("folds");
  }
  if (std::string out = arg("--out"); !out.empty()) {
    std::string section = learn(-1, 0);
    std::ofstream(out, std::ios::binary) << section;
    std::cerr << section.size() << " bytes\n";
  }
  return 0;
}
