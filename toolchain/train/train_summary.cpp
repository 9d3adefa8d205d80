// Trains the weights of core/summary/salience.h.
//
// usage: ailamgi-train-summary --model FILE --raw RAW.jsonl --gold GOLD.jsonl [--folds DIR] --out DIR
//        the same with --cross FILE instead of --out: analyses of every gold article by weights that were learned from
//        the others
//
// RAW.jsonl    articles of id, title, lead, body (train/plain_text.py makes them)
// GOLD.jsonl   annotated articles
// --folds DIR  DIR/0 … DIR/4 hold events.bin and quotes.bin, learned without the gold articles of that number modulo 5,
//              so that what is learned here meets events as wrong as those of a new article
// --articles N the first N of RAW.jsonl only
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "analyzer.h"
#include "events/events.h"
#include "events/quotes.h"
#include "json/json.h"
#include "summary/phrasing.h"
#include "summary/salience.h"
#include "summary/summary.h"
#include "text/syllables.h"
#include "train/lib/arguments.h"
#include "train/lib/gold.h"
#include "train/lib/loglinear.h"

namespace {

using namespace ailamgi;
using namespace ailamgi::train;
using summary::Salience;

constexpr int folds = 5;
constexpr size_t cut = 40;        // syllables of a summary that count
constexpr double a_few_more = 6;  // syllables: a short statement must not win by chance

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    std::exit(1);
  }
  std::stringstream buffer;
  buffer << in.rdbuf();
  return buffer.str();
}

Bytes bytes_of(const std::string& s) {
  return std::as_bytes(std::span(s.data(), s.size()));
}

// A text's syllables, as often as each occurs.
std::map<uint64_t, int> syllables_of(std::u16string_view text, size_t most = SIZE_MAX) {
  std::vector<Syllable> found;
  split_syllables(text, {0, static_cast<uint32_t>(text.size())}, found);
  std::map<uint64_t, int> out;
  for (const Syllable& s : found) {
    if (s.shape > Shape::alnum) continue;
    if (most-- == 0) break;
    ++out[s.folded];
  }
  return out;
}

int total(const std::map<uint64_t, int>& bag) {
  int n = 0;
  for (auto [syllable, count] : bag) n += count;
  return n;
}

int common(const std::map<uint64_t, int>& a, const std::map<uint64_t, int>& b) {
  int n = 0;
  for (auto [syllable, count] : a) {
    auto it = b.find(syllable);
    if (it != b.end()) n += std::min(count, it->second);
  }
  return n;
}

double f1(const std::map<uint64_t, int>& a, const std::map<uint64_t, int>& b) {
  int n = total(a) + total(b);
  return n == 0 ? 0 : 2.0 * common(a, b) / n;
}

struct Raw {
  Article article;  // of the body
  std::u16string lead;
};

class Trainer {
 public:
  Trainer(const Analyzer& analyzer, const Model& model)
      : analyzer_(analyzer), model_(model), book_(*Phrasebook::open(model)) {}

  void read_raw(const std::string& path, size_t most) {
    std::ifstream in(path);
    for (std::string line; raw_.size() < most && std::getline(in, line);) {
      auto j = nlohmann::json::parse(line);
      std::string text;
      for (const auto& paragraph : j["body"]) text += paragraph.get<std::string>() + "\n\n";
      Raw r;
      r.lead = to_utf16(j["lead"]);
      if (analyzer_.analyze(to_utf16(text), {}, r.article) == TextError::ok && !r.lead.empty())
        raw_.push_back(std::move(r));
    }
    std::cerr << raw_.size() << " raw articles\n";
  }

  void read_annotated(const std::string& path, const std::string& fold_weights) {
    gold_ = read_gold(path);
    articles_.resize(gold_.size());
    std::vector<std::string> sections;
    for (int k = 0; k < folds && !fold_weights.empty(); ++k) {
      std::string at = fold_weights + "/" + std::to_string(k);
      sections.push_back(read_file(at + "/events.bin"));
      sections.push_back(read_file(at + "/quotes.bin"));
    }
    for (size_t i = 0; i < gold_.size(); ++i) {
      Article& a = articles_[i];
      analyzer_.analyze(gold_[i].text, {}, a);
      if (sections.empty()) continue;
      QuoteFinder::open(model_, bytes_of(sections[i % folds * 2 + 1]))->run(a);
      EventExtractor::open(model_, bytes_of(sections[i % folds * 2]))->run(a);
    }
    size_t matched = 0, all = 0;
    for (size_t i = 0; i < gold_.size(); ++i) {
      tops_.push_back(tops_of(gold_[i], articles_[i]));
      matched += tops_.back().size();
      all += gold_[i].top.size();
    }
    std::cerr << matched << " of " << all << " top events were found\n";
  }

  // Words from one half of the raw articles, events from the other: a word's chance must not know the lead.
  void learn_distantly() {
    Loglinear words(1), events(1);
    events::Features features;
    for (size_t i = 0; i < raw_.size(); i += 2) {
      Phrasing phrasing(raw_[i].article, book_);
      Salience s(raw_[i].article, phrasing.cues());
      auto lead = syllables_of(raw_[i].lead);
      const auto& list = s.vocabulary().words();
      for (size_t w = 0; w < list.size(); ++w) {
        features.clear();
        s.word_features(static_cast<Index>(w), features);
        words.add_bits(features.list(), in(lead, raw_[i].article, list[w].first) ? 1 : 0);
      }
    }
    words.train(4, 0.1, 0.001, 5);
    words.append_section(word_section_);
    auto weights = read_table(word_section_);
    for (size_t i = 1; i < raw_.size(); i += 2) {
      Phrasing phrasing(raw_[i].article, book_);
      Salience s(raw_[i].article, phrasing.cues());
      s.weigh_words(weights);
      auto lead = syllables_of(raw_[i].lead);
      std::vector<Loglinear::List> lists;
      std::vector<double> worth;
      for (size_t e = 0; e < raw_[i].article.events.size(); ++e) {
        auto told = syllables_of(phrasing.write(raw_[i].article.events[e]), cut);
        if (told.empty()) continue;
        features.clear();
        s.event_features(static_cast<Index>(e), features);
        lists.push_back(features.list());
        worth.push_back(common(told, lead) / (total(told) + a_few_more));
      }
      if (lists.size() < 2) continue;
      double best = *std::max_element(worth.begin(), worth.end());
      if (best <= 0) continue;
      std::vector<bool> right;
      for (double w : worth) right.push_back(w >= 0.85 * best);
      events.add_ranking(lists, right);
    }
    events.train(8, 0.05, 0.005, 4);
    events.append_section(event_section_);
    std::cerr << "weights: words " << word_section_.size() << " bytes, events " << event_section_.size() << " bytes\n";
  }

  // The whole section, the last model learned from the gold articles that are not in `fold`.
  std::string learn_tops(int fold) const {
    Loglinear top(1);
    auto words = read_table(word_section_), events = read_table(event_section_);
    events::Features features;
    for (size_t i = 0; i < gold_.size(); ++i) {
      if (static_cast<int>(i % folds) == fold) continue;
      Phrasing phrasing(articles_[i], book_);
      Salience s(articles_[i], phrasing.cues());
      s.weigh_words(words);
      s.rank_events(events);
      for (Index right : tops_[i]) {
        std::vector<Loglinear::List> lists;
        std::vector<bool> marks;
        for (size_t e = 0; e < articles_[i].events.size(); ++e) {
          auto id = static_cast<Index>(e);
          if (id != right && std::find(tops_[i].begin(), tops_[i].end(), id) != tops_[i].end()) continue;
          if (articles_[i].events[e].did.start >= gold_[i].annotated_end) continue;
          features.clear();
          s.top_features(id, features);
          lists.push_back(features.list());
          marks.push_back(id == right);
        }
        top.add_ranking(lists, marks);
      }
    }
    top.train(epochs, rate, prior, 3);
    std::string section = word_section_ + event_section_;
    top.append_section(section);
    return section;
  }

  void cross(std::ostream& out) {
    for (int fold = 0; fold < folds; ++fold) {
      std::string section = learn_tops(fold);
      auto summarizer = Summarizer::open(model_, bytes_of(section));
      for (size_t i = static_cast<size_t>(fold); i < gold_.size(); i += folds) {
        summarizer->run(articles_[i]);
        std::string line;
        write_json(analyzer_, articles_[i], line, '"' + gold_[i].id + '"');
        out << line << '\n';
      }
    }
  }

  // ROUGE-1 F1 of the summaries of the raw articles, cut.
  double rouge(const std::string& section) {
    auto summarizer = Summarizer::open(model_, bytes_of(section));
    double sum = 0;
    for (Raw& r : raw_) {
      summarizer->run(r.article);
      std::u16string text;
      for (const Statement& s : r.article.summary) text += s.text + u' ';
      sum += f1(syllables_of(text, cut), syllables_of(r.lead));
    }
    return sum / static_cast<double>(raw_.size());
  }

  int epochs = 6;
  double rate = 0.05, prior = 0.1;

 private:
  static bool in(const std::map<uint64_t, int>& lead, const Article& a, Index token) {
    Range r = a.tokens[static_cast<size_t>(token)].syllables;
    for (Index s = r.begin; s < r.end; ++s) {
      const Syllable& syllable = a.syllables[static_cast<size_t>(s)];
      if (syllable.shape <= Shape::alnum && !lead.contains(syllable.folded)) return false;
    }
    return true;
  }

  static NameWeights read_table(const std::string& section) {
    SectionReader reader(bytes_of(section));
    return *NameWeights::read(reader);
  }

  static bool alike(const Article& a, Span x, Span y) {
    return x.overlaps(y) && f1(syllables_of(a.view(x)), syllables_of(a.view(y))) >= 0.5;
  }

  // The events found that are the annotators' top three.
  static std::vector<Index> tops_of(const GoldArticle& gold, const Article& a) {
    // Which annotated entity each one found means most often.
    std::map<std::pair<Index, int>, int> votes;
    for (const GoldMention& g : gold.mentions) {
      for (const Mention& m : a.mentions) {
        if (g.entity >= 0 && m.entity != none && m.span.overlaps(g.span)) ++votes[{m.entity, g.entity}];
      }
    }
    std::map<Index, std::pair<int, int>> meaning;
    for (auto [pair, n] : votes) {
      auto& best = meaning[pair.first];
      if (n > best.first) best = {n, pair.second};
    }
    auto same_who = [&](const std::optional<GoldArgument>& g, const Argument& who) {
      if (!g || !who.present()) return !g && !who.present();
      auto m = meaning.find(who.entity);
      if (g->entity >= 0 && who.entity != none && m != meaning.end() && m->second.second == g->entity) return true;
      if (g->span) return alike(a, *g->span, who.span);
      return !g->text.empty() && f1(syllables_of(to_utf16(g->text)), syllables_of(a.view(who.span))) >= 0.5;
    };
    std::vector<Index> found;
    for (int top : gold.top) {
      const GoldEvent& g = gold.events[static_cast<size_t>(top)];
      for (size_t e = 0; g.did && e < a.events.size(); ++e) {
        if (!alike(a, *g.did, a.events[e].did) || !same_who(g.who, a.events[e].who)) continue;
        found.push_back(static_cast<Index>(e));
        break;
      }
    }
    return found;
  }

  const Analyzer& analyzer_;
  const Model& model_;
  Phrasebook book_;
  std::vector<Raw> raw_;
  std::vector<GoldArticle> gold_;
  std::vector<Article> articles_;
  std::vector<std::vector<Index>> tops_;
  std::string word_section_, event_section_;
};

}  // namespace

int main(int argc, char** argv) {
  Arguments args(argc, argv);
  if (args("--model").empty() || args("--raw").empty() || args("--gold").empty()) {
    std::cerr
        << "usage: ailamgi-train-summary --model FILE --raw RAW.jsonl --gold GOLD.jsonl [--folds DIR] --out DIR\n";
    return 2;
  }
  std::string bytes = read_file(args("--model"));
  std::vector<std::max_align_t> aligned(bytes.size() / sizeof(std::max_align_t) + 1);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  Bytes view = std::as_bytes(std::span(aligned)).first(bytes.size());
  ModelError error{};
  auto model = Model::open(view, error);
  auto analyzer = Analyzer::load(view, error);
  if (!model || !analyzer) {
    std::cerr << describe(error).en << '\n';
    return 1;
  }
  Trainer trainer(*analyzer, *model);
  if (!args("--epochs").empty()) trainer.epochs = std::stoi(args("--epochs"));
  if (!args("--rate").empty()) trainer.rate = std::stod(args("--rate"));
  if (!args("--prior").empty()) trainer.prior = std::stod(args("--prior"));
  trainer.read_raw(args("--raw"), std::stoul(args("--articles", "100000")));
  trainer.read_annotated(args("--gold"), args("--folds"));
  trainer.learn_distantly();
  std::string section = trainer.learn_tops(-1);
  std::cerr << "ROUGE-1 on the raw articles themselves " << trainer.rouge(section) << '\n';
  if (!args("--cross").empty()) {
    std::ofstream out(args("--cross"));
    trainer.cross(out);
  }
  if (!args("--out").empty()) {
    std::ofstream(args("--out") + "/summary.bin", std::ios::binary) << section;
    std::cerr << "summary.bin " << section.size() << " bytes\n";
  }
  return 0;
}
