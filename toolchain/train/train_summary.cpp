// Trains the weights of core/summary/salience.h.
//
// usage: ailamgi-train-summary --model FILE --raw RAW.jsonl --gold GOLD.jsonl [--tops TOPS.tsv] [--folds DIR] --out DIR
//        the same with --cross FILE instead of --out: analyses of every gold article by weights that were learned from
//        the others
//
// RAW.jsonl    articles of id, title, lead, body (train/plain_text.py makes them)
// GOLD.jsonl   annotated articles
// TOPS.tsv     the three main events of some of the raw articles (annotations/TOPS.md), which are then used for nothing
//              else
// --folds DIR  DIR/0 … DIR/4 hold events.bin and quotes.bin, learned without the gold articles of that number modulo 5,
//              so that what is learned here meets events as wrong as those of a new article
// --articles N the first N of RAW.jsonl only
// --tables F   takes the first two models from an earlier summary.bin
// --hold N     keeps every N-th article of TOPS.tsv out of training, and prints how many of their main events are among
//              the first three of the summaries
// --test N     keeps the last N raw articles out of training, and prints how much of their leads the summaries tell
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
constexpr size_t id_at = 8;       // where a line of raw articles, {"id": "…", has the id
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
      : analyzer_(analyzer), model_(model), extractor_(*EventExtractor::open(model)), book_(*Phrasebook::open(model)) {}

  void read_tops(const std::string& path) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      std::istringstream fields(line);
      std::string id;
      if (!(fields >> id) || id[0] == '#') continue;
      Choice& choice = offsets_[id];
      choice.among_all = id.size() + 1 < line.size() && line[id.size() + 1] == '*';
      if (choice.among_all) fields.ignore(2);
      for (size_t offset = 0; fields >> offset;) choice.offsets.push_back(offset);
    }
  }

  void read_raw(const std::string& path, size_t most) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      // A collection may be long: what is not needed is not parsed.
      auto end = line.find('"', id_at);
      auto chosen = offsets_.find(line.substr(id_at, end - id_at));
      if (chosen == offsets_.end() && raw_.size() >= most) continue;
      auto j = nlohmann::json::parse(line);
      std::string body;
      for (const auto& paragraph : j["body"]) body += "\n\n" + paragraph.get<std::string>();
      if (chosen != offsets_.end()) {
        read_labelled(to_utf16(j["title"].get<std::string>() + "\n\n" + j["lead"].get<std::string>() + body),
                      chosen->second);
        continue;
      }
      Raw r;
      r.lead = to_utf16(j["lead"]);
      if (read_tables_ || r.lead.empty() || !analyze(to_utf16(body.substr(2)), r.article)) continue;
      raw_.push_back(std::move(r));
    }
    std::cerr << raw_.size() << " raw articles, " << labelled_.size() << " with their main events\n";
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
      analyze(gold_[i].text, a);
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

  void keep_out(size_t tested) { tested_ = std::min(tested, raw_.size()); }

  // Takes the first two models from a summary.bin.
  void read_tables(const std::string& path) {
    std::string all = read_file(path);
    size_t words = table_size(all, 0), events = table_size(all, words);
    word_section_ = all.substr(0, words);
    event_section_ = all.substr(words, events);
    read_tables_ = true;
  }

  // Words from three raw articles of four, events from the fourth: a word's chance must not know the lead.
  void learn_distantly() {
    if (read_tables_) return;
    Loglinear words(1), events(1);
    Features features;
    for (size_t i = 0; i < learned(); ++i) {
      if (i % 4 == 3) continue;
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
    words.train(4, 0.1, word_prior, word_least);
    if (word_forget > 0) {
      words.forget({word_forget, 1});
      words.train(4, 0.1, word_prior, word_least);
    }
    words.append_section(word_section_, {3, word_step});
    auto weights = read_table(word_section_);
    for (size_t i = 3; i < learned(); i += 4) {
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
    events.train(8, 0.05, event_prior, 4);
    events.append_section(event_section_);
    std::cerr << "weights: words " << word_section_.size() << " bytes, events " << event_section_.size() << " bytes\n";
  }

  // The whole section, the last model learned from the labelled raw articles and from the gold articles that are not in
  // `fold`.
  std::string learn_tops(int fold) const {
    Loglinear top(1);
    auto words = read_table(word_section_), events = read_table(event_section_);
    auto learn = [&](const Article& article, const std::vector<Index>& right, bool doubtful, uint32_t end, int times) {
      Phrasing phrasing(article, book_);
      Salience s(article, phrasing.cues());
      s.weigh_words(words);
      s.rank_events(events);
      // Each of those chosen, and each but one, are what has been told when another is looked for.
      std::vector<std::vector<Index>> told{{}};
      for (Index one : right) told.push_back({one});
      for (size_t i = 0; i < right.size() && right.size() > 2; ++i) {
        told.push_back(right);
        told.back().erase(told.back().begin() + static_cast<std::ptrdiff_t>(i));
      }
      for (int n = 0; n < times; ++n) {
        for (const auto& t : told) add_choice(s, article, t, right, doubtful, end, top);
      }
    };
    for (size_t i = 0; i < labelled_.size(); ++i) {
      const Labelled& l = labelled_[i];
      if (!is_held(i)) learn(l.article, l.right, l.among_all, UINT32_MAX, 1);
    }
    for (size_t i = 0; i < gold_.size(); ++i) {
      if (static_cast<int>(i % folds) != fold) learn(articles_[i], tops_[i], true, gold_[i].annotated_end, gold_times);
    }
    top.train(epochs, rate, prior, top_least);
    std::string section = word_section_ + event_section_;
    top.append_section(section, {top_floor, 1});
    return section;
  }

  void cross(std::ostream& out) {
    for (int fold = 0; fold < folds; ++fold) {
      std::string section = learn_tops(fold);
      auto summarizer = Summarizer::open(model_, bytes_of(section));
      for (size_t i = static_cast<size_t>(fold); i < gold_.size(); i += folds) {
        Article article = articles_[i];
        summarizer->run(article);
        std::string line;
        write_json(analyzer_, article, line, '"' + gold_[i].id + '"');
        out << line << '\n';
      }
    }
  }

  // How many of the main events of the labelled articles kept out are among the first three told, of how many.
  std::pair<size_t, size_t> found(const std::string& section) const {
    auto summarizer = Summarizer::open(model_, bytes_of(section));
    size_t told = 0, all = 0;
    for (size_t i = 0; i < labelled_.size(); ++i) {
      if (!is_held(i)) continue;
      Article article = labelled_[i].article;
      std::vector<uint32_t> right;
      for (Index e : labelled_[i].right) right.push_back(article.events[static_cast<size_t>(e)].did.start);
      summarizer->run(article);
      for (size_t k = 0; k < std::min<size_t>(3, article.summary.size()); ++k) {
        const Event& e = article.events[static_cast<size_t>(article.summary[k].event)];
        told += static_cast<size_t>(std::count(right.begin(), right.end(), e.did.start));
      }
      all += right.size();
    }
    return {told, all};
  }

  // ROUGE-1 F1 of the summaries of the raw articles kept out, cut.
  double rouge(const std::string& section) {
    auto summarizer = Summarizer::open(model_, bytes_of(section));
    double sum = 0;
    for (size_t i = learned(); i < raw_.size(); ++i) {
      Raw& r = raw_[i];
      summarizer->run(r.article);
      std::u16string text;
      for (const Statement& s : r.article.summary) text += s.text + u' ';
      sum += f1(syllables_of(text, cut), syllables_of(r.lead));
    }
    return sum / static_cast<double>(tested_);
  }

  // What ships was learned with these.
  int epochs = 6, gold_times = 3;
  double rate = 0.05, prior = 0.02, word_prior = 0.001, event_prior = 0.005;
  uint32_t word_least = 5, top_least = 20;
  size_t hold = 0;
  int32_t word_forget = 5, word_step = 2, top_floor = 1;

 private:
  struct Choice {
    std::vector<size_t> offsets;
    bool among_all = false;  // the doubtful events too
  };
  struct Labelled {
    Article article;
    std::vector<Index> right;
    bool among_all = false;
  };

  bool is_held(size_t labelled) const { return hold > 0 && labelled % hold == 0; }

  static size_t table_size(const std::string& all, size_t at) {
    uint32_t bits = 0, labels = 0;
    std::memcpy(&bits, all.data() + at, sizeof bits);
    std::memcpy(&labels, all.data() + at + sizeof bits, sizeof labels);
    return 2 * sizeof bits + (size_t{1} << bits) * (1 + labels);
  }

  // With the doubtful events that a summary has taken out.
  bool analyze(const std::u16string& text, Article& article) const {
    if (analyzer_.analyze(text, {}, article) != TextError::ok) return false;
    article.summary.clear();
    extractor_.run(article);
    return true;
  }

  size_t learned() const { return raw_.size() - tested_; }

  // `offsets`, of the chosen events' verbs, are in code points.
  void read_labelled(const std::u16string& text, const Choice& choice) {
    std::vector<uint32_t> unit;
    for (uint32_t i = 0; i < text.size(); ++i) {
      if ((text[i] & 0xFC00) != 0xDC00) unit.push_back(i);
    }
    Labelled l;
    if (!analyze(text, l.article)) return;
    l.among_all = choice.among_all;
    for (size_t offset : choice.offsets) {
      for (size_t e = 0; e < l.article.events.size() && offset < unit.size(); ++e) {
        Span did = l.article.events[e].did;
        if (did.start <= unit[offset] && unit[offset] < did.end) l.right.push_back(static_cast<Index>(e));
      }
    }
    labelled_.push_back(std::move(l));
  }

  static void add_choice(const Salience& s, const Article& article, const std::vector<Index>& told,
                         const std::vector<Index>& right, bool doubtful, uint32_t end, Loglinear& top) {
    auto in = [](const std::vector<Index>& list, Index e) {
      return std::find(list.begin(), list.end(), e) != list.end();
    };
    std::vector<Loglinear::List> lists;
    std::vector<bool> marks;
    Features features;
    for (size_t e = 0; e < article.events.size(); ++e) {
      auto id = static_cast<Index>(e);
      if (in(told, id) || article.events[e].did.start >= end) continue;
      if (article.events[e].doubtful && !doubtful && !in(right, id)) continue;
      features.clear();
      s.top_features(id, features);
      s.next_features(id, told, features);
      lists.push_back(features.list());
      marks.push_back(in(right, id));
    }
    if (std::find(marks.begin(), marks.end(), true) != marks.end()) top.add_ranking(lists, marks);
  }

  static bool in(const std::map<uint64_t, int>& lead, const Article& a, Index token) {
    Range r = a.tokens[static_cast<size_t>(token)].syllables;
    for (Index s = r.begin; s < r.end; ++s) {
      const Syllable& syllable = a.syllables[static_cast<size_t>(s)];
      if (syllable.shape <= Shape::alnum && !lead.contains(syllable.folded)) return false;
    }
    return true;
  }

  static SparseWeights read_table(const std::string& section) {
    SectionReader reader(bytes_of(section));
    return *SparseWeights::read(reader);
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
  EventExtractor extractor_;
  Phrasebook book_;
  bool read_tables_ = false;
  std::map<std::string, Choice> offsets_;
  std::vector<Raw> raw_;
  size_t tested_ = 0;
  std::vector<Labelled> labelled_;
  std::vector<GoldArticle> gold_;
  std::vector<Article> articles_;
  std::vector<std::vector<Index>> tops_;
  std::string word_section_, event_section_;
};

}  // namespace

int main(int argc, char** argv) {
  Arguments args(argc, argv);
  if (args("--model").empty() || args("--raw").empty() || args("--gold").empty()) {
    std::cerr << "usage: ailamgi-train-summary --model FILE --raw RAW.jsonl --gold GOLD.jsonl [--tops TSV] [--folds "
                 "DIR] --out DIR\n";
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
  if (!args("--gold-times").empty()) trainer.gold_times = std::stoi(args("--gold-times"));
  if (!args("--word-least").empty()) trainer.word_least = static_cast<uint32_t>(std::stoul(args("--word-least")));
  if (!args("--word-prior").empty()) trainer.word_prior = std::stod(args("--word-prior"));
  if (!args("--event-prior").empty()) trainer.event_prior = std::stod(args("--event-prior"));
  if (!args("--word-forget").empty()) trainer.word_forget = std::stoi(args("--word-forget"));
  if (!args("--top-floor").empty()) trainer.top_floor = std::stoi(args("--top-floor"));
  if (!args("--word-step").empty()) trainer.word_step = std::stoi(args("--word-step"));
  if (!args("--top-least").empty()) trainer.top_least = static_cast<uint32_t>(std::stoul(args("--top-least")));
  trainer.hold = std::stoul(args("--hold", "0"));
  if (!args("--tables").empty()) trainer.read_tables(args("--tables"));
  if (!args("--tops").empty()) trainer.read_tops(args("--tops"));
  trainer.read_raw(args("--raw"), std::stoul(args("--articles", "100000")));
  trainer.keep_out(std::stoul(args("--test", "0")));
  trainer.read_annotated(args("--gold"), args("--folds"));
  trainer.learn_distantly();
  std::string section = trainer.learn_tops(-1);
  if (!args("--test").empty()) std::cerr << "ROUGE-1 of those kept out " << trainer.rouge(section) << '\n';
  if (trainer.hold > 0) {
    auto [told, all] = trainer.found(section);
    std::cerr << told << " of " << all << " main events told first\n";
  }
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
