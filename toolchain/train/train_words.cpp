// ailamgi-train-words: trains the word segmenter.
//
//   ailamgi-train-words --raw VIETNEWS.seg --gold TRAIN.conllu [--gold …] [--test DEV.conllu] [--articles N]
//                       --clusters clusters.bin [--leave-out IDS] [--countries FILE] [--out words.bin]
//                       [--save FLOATS] [--start FLOATS] [--passes N] [--rate R] [--raw-rate R] [--draw-back S]
//                       [--top W] [--prune P] [--forgetful FILE]
//
// First over the raw text, whose boundaries a tool made (its habit of gluing countries to names is undone), then
// several times over the gold sentences, so that where they disagree gold wins. A conditional random field over
// segments (Sarawagi and Cohen 2004), learned a sentence at a time, each weight's step shrinking with the steps it has
// made (Duchi et al. 2011), the weights averaged. Before each gold pass every weight goes back by the share S of its
// way since the raw text. Weights are kept in 8 bits, W being the largest; those under P steps are dropped. --save
// keeps what the raw text taught, --start goes on from there. --forgetful is a dictionary that has forgotten some words
// (ailamgi-pack-clusters), used for every third sentence.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <unordered_map>

#include "pack/model_writer.h"
#include "text/fold.h"
#include "train/lib/arguments.h"
#include "train/lib/gold.h"
#include "train/lib/sentences.h"
#include "words/word_segmenter.h"

using namespace ailamgi;
using namespace ailamgi::train;

namespace {

uint32_t log2_rows = 20;  // set once by main
using Lengths = std::vector<int>;

class Trainer {
 public:
  explicit Trainer(const Clusters& dictionary)
      : dictionary_(dictionary), in_use_(&dictionary_), weights_(size_t{1} << log2_rows), totals_(weights_.size()) {
    keep();
  }

  // Counts the features of a sentence; once the counting is over, those seen less often than `least` teach nothing, so
  // that rare ones don't crowd the rows of frequent ones.
  void count(const Article& article, const Lengths& gold, int times) {
    words::read_units(article, *in_use_, article.sentences[0].syllables, padded_);
    auto note = [&](uint64_t f) {
      uint8_t& n = counts_[f >> (64 - count_bits)];
      n = static_cast<uint8_t>(std::min(255, n + times));
    };
    const words::Unit* u = padded_.data() + words::padding;
    for (int length : gold) {
      uint64_t phrase = u[0].id;
      words::gap_features(u, note);
      for (int i = 1; i < length; ++i) {
        words::gap_features(u + i, note);
        phrase = extend_phrase(phrase, u[i].id);
      }
      words::word_features(u, length, phrase, note);
      u += length;
    }
  }
  void least(int n) { least_ = n; }
  // The dictionary to go on with; null for the first one.
  void use(const Clusters* dictionary) { in_use_ = dictionary == nullptr ? &dictionary_ : dictionary; }

  // Learns one sentence: a step along the gradient of its likelihood. True when it was more likely than not, word by
  // word.
  bool learn(const Article& article, const Lengths& gold, float rate) {
    words::read_units(article, *in_use_, article.sentences[0].syllables, padded_);
    auto count = static_cast<size_t>(article.sentences[0].syllables.size());
    starts_.assign(count, 0);
    for (size_t at = 0; int n : gold) starts_[at] = n, at += static_cast<size_t>(n);
    score_gaps(count);
    score_words(count);
    ++time_;
    gap_steps_.assign(count, 0);
    double worst = 0;
    const words::Unit* units = padded_.data() + words::padding;
    for (size_t i = 0; i < count; ++i) {
      each_word(i, count, [&](size_t n, uint64_t phrase) {
        double chance = std::exp(before_[i] + score(i, n) + after_[i + n] - before_[count]);
        auto off = static_cast<float>((starts_[i] == static_cast<int>(n) ? 1.0 : 0.0) - chance);
        worst = std::max(worst, static_cast<double>(std::abs(off)));
        for (size_t k = i + 1; k < i + n; ++k) gap_steps_[k] += off;
        if (std::abs(off) < too_small) return;
        words::word_features(units + i, static_cast<int>(n), phrase, [&](uint64_t f) { step(f, off, rate); });
      });
    }
    for (size_t i = 1; i < count; ++i) {
      if (std::abs(gap_steps_[i]) < too_small) continue;
      words::gap_features(units + i, [&](uint64_t f) { step(f, gap_steps_[i], rate); });
    }
    return worst < 0.5;
  }

  // From here on steps are as large as at first, and draw_back() goes towards the weights of now.
  void keep() {
    kept_ = weights_;
    squares_.assign(weights_.size(), 0);
  }
  void draw_back(float share) {
    for (size_t i = 0; i < weights_.size(); ++i) move(i, (kept_[i] - weights_[i]) * share);
  }

  const Lengths& predict(const Article& article) {
    words::read_units(article, *in_use_, article.sentences[0].syllables, padded_);
    const words::Unit* units = padded_.data() + words::padding;
    int count = article.sentences[0].syllables.size();
    score_gaps(static_cast<size_t>(count));
    cut_.find(
        units, count, [&](int i) { return gaps_[static_cast<size_t>(i)]; },
        [&](int i, int n, uint64_t phrase) { return score_word(units + i, n, phrase); });
    found_.clear();
    for (int at = count; at > 0; at -= found_.back()) found_.push_back(cut_.lengths[static_cast<size_t>(at - 1)]);
    std::reverse(found_.begin(), found_.end());
    return found_;
  }

  void average() {
    for (size_t i = 0; i < weights_.size(); ++i) {
      weights_[i] -= static_cast<float>(totals_[i] / static_cast<double>(time_));
      totals_[i] = 0;
    }
    time_ = 1;
  }

  // Rounds to 8 bits, so that what is measured is what is shipped.
  std::string quantise(double top, double prune) {
    std::string section;
    put(section, log2_rows);
    put(section, uint32_t{1});
    double factor = 127 / top;
    size_t kept = 0;
    for (float& w : weights_) {
      double q = static_cast<double>(w) * factor;
      auto v = static_cast<int8_t>(std::abs(q) < prune ? 0 : std::clamp(std::lround(q), -127L, 127L));
      kept += v != 0;
      w = v;
      put(section, v);
    }
    std::fprintf(stderr, "%zu of %zu weights kept\n", kept, weights_.size());
    return section;
  }

  std::vector<float>& weights() { return weights_; }

 private:
  size_t row(uint64_t f) const { return static_cast<size_t>(f >> (64 - log2_rows)); }

  void score_gaps(size_t count) {
    const words::Unit* units = padded_.data() + words::padding;
    gaps_.assign(count, 0);
    for (size_t i = 1; i < count; ++i) {
      if (units[i].breaks || units[i - 1].breaks) continue;
      float sum = 0;
      words::gap_features(units + i, [&](uint64_t f) { sum += weights_[row(f)]; });
      gaps_[i] = sum;
    }
  }

  float score_word(const words::Unit* u, int n, uint64_t phrase) const {
    float sum = 0;
    words::word_features(u, n, phrase, [&](uint64_t f) { sum += weights_[row(f)]; });
    return sum;
  }

  // The words that may start with unit i.
  template <class Visit>
  void each_word(size_t i, size_t count, Visit&& visit) const {
    const words::Unit* units = padded_.data() + words::padding;
    uint64_t phrase = units[i].id;
    for (size_t n = 1; n <= longest && i + n <= count; ++n) {
      const words::Unit& last = units[i + n - 1];
      if (n > 1) {
        if (last.breaks || units[i].breaks) return;
        phrase = extend_phrase(phrase, last.id);
      }
      visit(n, phrase);
    }
  }

  double score(size_t i, size_t n) const { return static_cast<double>(scores_[i * longest + n - 1]); }

  // Scores of all words, and the logarithms of what all cuts before and after each gap sum to.
  void score_words(size_t count) {
    auto add = [](double& a, double b) { a = std::max(a, b) + std::log1p(std::exp(-std::abs(a - b))); };
    const words::Unit* units = padded_.data() + words::padding;
    scores_.resize(count * longest);
    before_.assign(count + 1, none);
    after_.assign(count + 1, none);
    before_[0] = after_[count] = 0;
    for (size_t i = 0; i < count; ++i) {
      float inside = 0;
      each_word(i, count, [&](size_t n, uint64_t phrase) {
        if (n > 1) inside += gaps_[i + n - 1];
        scores_[i * longest + n - 1] = inside + score_word(units + i, static_cast<int>(n), phrase);
        add(before_[i + n], before_[i] + score(i, n));
      });
    }
    for (size_t i = count; i-- > 0;) {
      each_word(i, count, [&](size_t n, uint64_t) { add(after_[i], after_[i + n] + score(i, n)); });
    }
  }

  void step(uint64_t f, float off, float rate) {
    if (counts_[f >> (64 - count_bits)] < least_) return;
    size_t r = row(f);
    squares_[r] += off * off;
    move(r, rate * off / std::sqrt(squares_[r] + 1));
  }
  void move(size_t r, float way) {
    weights_[r] += way;
    totals_[r] += static_cast<double>(way) * static_cast<double>(time_);
  }

  static constexpr int count_bits = 27;
  static constexpr size_t longest = words::max_word;
  static constexpr double none = -1e30;
  static constexpr float too_small = 1e-3F;  // chances that teach nothing
  std::vector<uint8_t> counts_ = std::vector<uint8_t>(size_t{1} << count_bits);
  int least_ = 0;
  Clusters dictionary_;
  const Clusters* in_use_;
  std::vector<float> weights_;
  std::vector<double> totals_;
  uint64_t time_ = 1;
  std::vector<words::Unit> padded_;
  std::vector<float> gaps_, scores_, gap_steps_, squares_, kept_;
  std::vector<double> before_, after_;
  Lengths starts_, found_;
  words::BestCut<float> cut_;
};

// A word that goes across a mark can't be found; it is cut there, so that the rest of its sentence can be learned.
void cut_at_breaks(const Article& article, const Clusters& dictionary, Lengths& lengths) {
  std::vector<words::Unit> padded;
  words::read_units(article, dictionary, article.sentences[0].syllables, padded);
  Lengths out;
  int at = words::padding;
  for (int n : lengths) {
    int start = at, end = at + n;
    for (int i = at + 1; i < end; ++i) {
      bool apart = padded[static_cast<size_t>(i)].breaks || padded[static_cast<size_t>(i - 1)].breaks;
      if (apart || i - start == words::max_word) {
        out.push_back(i - start);
        start = i;
      }
    }
    out.push_back(end - start);
    at = end;
  }
  lengths = std::move(out);
}

// The tool glues a country to a foreign name next to it ("Ohio Mỹ", "Mỹ Donald Trump"). A foreign syllable is one that
// is nearly never written small.
class Unglue {
 public:
  Unglue(const std::string& countries) {
    std::ifstream in(countries);
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line[0] != '#') countries_.insert(line.substr(0, line.find('\t')));
    }
  }

  void count(const GoldSentence& s) {
    for (const GoldWord& w : s) {
      if (w.form.find(' ') == std::string::npos && w.form[0] >= 'A' && w.form[0] <= 'z') continue;
      size_t from = 0;
      for (size_t to = 0; to != std::string::npos; from = to + 1) {
        to = w.form.find(' ', from);
        std::string syllable = w.form.substr(from, to == std::string::npos ? to : to - from);
        std::u16string text = to_utf16(syllable);
        if (!text.empty() && !is_upper(text[0])) ++small_[syllable];
      }
    }
  }

  GoldSentence operator()(const GoldSentence& sentence) const {
    GoldSentence out;
    for (const GoldWord& w : sentence) {
      size_t cut = split_point(w.form);
      if (cut == std::string::npos) {
        out.push_back(w);
      } else {
        out.push_back({w.form.substr(0, cut), "", "", -1});
        out.push_back({w.form.substr(cut + 1), "", "", -1});
      }
    }
    return out;
  }

 private:
  bool foreign(const std::string& part) const {
    size_t space = part.find(' ');
    std::string syllable = to_utf8(fold(to_utf16(part.substr(0, space))));
    std::u16string text = to_utf16(part);
    auto it = small_.find(syllable);
    return !text.empty() && is_upper(text[0]) && (it == small_.end() || it->second < 200);
  }
  size_t split_point(const std::string& form) const {
    for (size_t at = form.find(' '); at != std::string::npos; at = form.find(' ', at + 1)) {
      std::string before = form.substr(0, at), after = form.substr(at + 1);
      if (countries_.count(before) && foreign(after)) return at;
      if (countries_.count(after) && foreign(before)) return at;
    }
    return std::string::npos;
  }
  std::set<std::string> countries_;
  std::unordered_map<std::string, int> small_;
};

template <class Change>
void change_letters(GoldSentence& s, Change change) {
  for (auto& w : s) {
    std::u16string form = to_utf16(w.form);
    for (size_t i = 0; i < form.size(); ++i) form[i] = change(form[i], i == 0 || form[i - 1] == u' ');
    w.form = to_utf8(form);
  }
}

char16_t capital(char16_t c) {
  if (c >= 0x1EA0 && c <= 0x1EF9) return static_cast<char16_t>(c & ~1);
  if ((c >= u'a' && c <= u'z') || (c >= 0xE0 && c <= 0xFE)) return static_cast<char16_t>(c - 32);
  if (c == u'\u0111' || c == u'\u0103' || c == u'\u0129' || c == u'\u0169' || c == u'\u01A1' || c == u'\u01B0')
    return static_cast<char16_t>(c == u'\u01B0' ? c - 1 : c - 1);
  return c;
}

// A name of several syllables that keeps its first capital alone or none ("Nguyễn văn tường").
void shrink_names(GoldSentence& s, std::mt19937& random, unsigned every) {
  for (GoldWord& w : s) {
    if (w.form.find(' ') == std::string::npos || static_cast<unsigned>(random()) % every != 0) continue;
    std::u16string form = to_utf16(w.form);
    bool first_too = random() % 2 == 0;
    for (size_t i = first_too ? 0 : 1; i < form.size(); ++i) form[i] = lower(form[i]);
    w.form = to_utf8(form);
  }
}

// Headlines in capitals, names in small letters, letters that lost their marks: seen now and then, so that they are no
// surprise.
void rewrite_sometimes(GoldSentence& s, std::mt19937& random, unsigned every, unsigned every_name) {
  unsigned die = static_cast<unsigned>(random()) % every;
  shrink_names(s, random, every_name);
  if (die == 0) change_letters(s, [](char16_t c, bool) { return lower(c); });
  if (die == 1) change_letters(s, [](char16_t c, bool first) { return first ? capital(c) : c; });
  if (die == 2) {
    change_letters(s, [&](char16_t c, bool) {
      char16_t small = lower(c);
      return small == c ? bare(c) : capital(bare(small));
    });
  }
}

struct Score {
  double f1;
  size_t errors;
};

template <class Report>
Score measure(Trainer& t, const std::vector<GoldSentence>& sentences, Spacing spacing, Report&& report) {
  size_t right = 0, found = 0, wanted = 0;
  Article article;
  Lengths gold;
  for (const auto& s : sentences) {
    lay_out(s, spacing, article, gold);
    const Lengths& made = t.predict(article);
    std::set<std::pair<int, int>> spans;
    for (int at = 0; int n : gold) spans.insert({at, at + n}), at += n;
    std::vector<std::pair<int, int>> wrong;
    for (int at = 0; int n : made) {
      if (spans.count({at, at + n}))
        ++right;
      else
        wrong.push_back({at, at + n});
      at += n;
    }
    for (auto [b, e] : wrong) report(article, gold, b, e);
    found += made.size();
    wanted += gold.size();
  }
  return {200.0 * static_cast<double>(right) / static_cast<double>(found + wanted), found - right};
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arg(argc, argv);
  std::vector<GoldSentence> gold, test;
  for (const auto& path : arg.all("--gold")) {
    auto more = read_conllu(path);
    gold.insert(gold.end(), more.begin(), more.end());
  }
  if (!arg("--test").empty()) test = read_conllu(arg("--test"));

  std::mt19937 random(1);
  log2_rows = static_cast<uint32_t>(std::stoul(arg("--bits", "20")));
  std::ifstream clusters(arg("--clusters"), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(clusters)), std::istreambuf_iterator<char>());
  auto dictionary = Clusters::open(std::as_bytes(std::span(bytes)));
  if (!dictionary) return std::cerr << "--clusters: no such section\n", 1;
  std::ifstream forgetful_file(arg("--forgetful"), std::ios::binary);
  std::string forgetful_bytes((std::istreambuf_iterator<char>(forgetful_file)), std::istreambuf_iterator<char>());
  auto forgetful = Clusters::open(std::as_bytes(std::span(forgetful_bytes)));
  Trainer trainer(*dictionary);
  Article article;
  Lengths lengths;
  size_t seen = 0, right = 0;
  auto learn = [&](const GoldSentence& s, Spacing spacing, float rate) {
    lay_out(s, spacing, article, lengths);
    if (lengths.empty()) return;
    cut_at_breaks(article, *dictionary, lengths);
    ++seen;
    if (forgetful && random() % 3 == 0) trainer.use(&*forgetful);
    right += trainer.learn(article, lengths, rate);
    trainer.use(nullptr);
  };
  auto show = [&](const char* when) {
    auto none_wanted = [](const Article&, const Lengths&, int, int) {};
    std::fprintf(stderr, "%s: %.1f %% of sentences right", when,
                 100.0 * static_cast<double>(right) / static_cast<double>(seen + 1));
    if (!test.empty())
      std::fprintf(stderr, "; word F1 %.2f as given, %.2f with natural blanks",
                   measure(trainer, test, Spacing::around_marks, none_wanted).f1,
                   measure(trainer, test, Spacing::natural, none_wanted).f1);
    std::fprintf(stderr, "\n");
    seen = right = 0;
  };

  if (!arg("--start").empty()) {
    std::ifstream in(arg("--start"), std::ios::binary);
    in.read(reinterpret_cast<char*>(trainer.weights().data()),
            static_cast<std::streamsize>(trainer.weights().size() * sizeof(float)));
  } else {
    std::set<std::string> left_out;
    std::ifstream ids(arg("--leave-out"));
    for (std::string id; ids >> id;) left_out.insert(id);
    auto use = [&](const std::string& id) { return left_out.count(id) == 0; };
    auto raw = read_segmented(arg("--raw"), use, std::stoul(arg("--articles", "12000")));
    std::cerr << gold.size() << " gold sentences, " << raw.size() << " raw lines\n";
    Unglue unglue(arg("--countries"));
    for (const auto& s : raw) unglue.count(s);
    auto tally = [&](const GoldSentence& sentence, int times) {
      lay_out(sentence, Spacing::natural, article, lengths);
      if (lengths.empty()) return;
      cut_at_breaks(article, *dictionary, lengths);
      trainer.count(article, lengths, times);
    };
    for (const auto& s : raw) tally(s, 1);
    for (const auto& s : gold) tally(s, 4);
    trainer.least(std::stoi(arg("--least", "4")));
    int passes = std::stoi(arg("--raw-passes", "1"));
    float raw_rate = std::stof(arg("--raw-rate", "0.3"));
    for (int pass = 0; pass < passes; ++pass) {
      std::shuffle(raw.begin(), raw.end(), random);
      for (size_t i = 0; i < raw.size(); ++i) {
        GoldSentence s = unglue(raw[i]);
        rewrite_sometimes(s, random, 60, 40);
        learn(s, random() % 3 == 0 ? Spacing::around_marks : Spacing::natural, raw_rate);
        if (i % 20000 == 0) std::fprintf(stderr, "\rraw text, pass %d: %3zu %%", pass + 1, i * 100 / raw.size());
      }
      std::fprintf(stderr, "\r");
    }
    trainer.average();
    show("raw text");
    if (!arg("--save").empty()) {
      std::ofstream out(arg("--save"), std::ios::binary);
      out.write(reinterpret_cast<const char*>(trainer.weights().data()),
                static_cast<std::streamsize>(trainer.weights().size() * sizeof(float)));
    }
  }

  int passes = std::stoi(arg("--passes", "10"));
  float rate = std::stof(arg("--rate", "0.3")), back = std::stof(arg("--draw-back", "0"));
  trainer.keep();
  for (int pass = 0; pass < passes; ++pass) {
    if (back > 0) trainer.draw_back(back);
    std::shuffle(gold.begin(), gold.end(), random);
    for (const auto& given : gold) {
      GoldSentence s = given;
      rewrite_sometimes(s, random, 30, 10);
      learn(s, random() % 2 == 0 ? Spacing::around_marks : Spacing::natural, rate);
    }
    if (!arg("--verbose").empty()) show("gold pass");
  }
  trainer.average();
  show("gold");
  std::string section = trainer.quantise(std::stod(arg("--top", "8")), std::stod(arg("--prune", "1.5")));
  show("rounded");
  if (!arg("--out").empty()) std::ofstream(arg("--out"), std::ios::binary) << section;
  if (!arg("--errors").empty()) {
    std::map<std::string, int> kinds;
    measure(trainer, test, Spacing::around_marks, [&](const Article& a, const Lengths& g, int b, int e) {
      std::string line = "[" +
                         to_utf8(a.view({a.syllables[static_cast<size_t>(b)].span.start,
                                         a.syllables[static_cast<size_t>(e - 1)].span.end})) +
                         "] gold:";
      for (int at = 0; int n : g) {
        if (at < e && at + n > b)
          line += " " +
                  to_utf8(a.view({a.syllables[static_cast<size_t>(at)].span.start,
                                  a.syllables[static_cast<size_t>(at + n - 1)].span.end})) +
                  " |";
        at += n;
      }
      ++kinds[line];
    });
    std::ofstream out(arg("--errors"));
    for (const auto& [line, n] : kinds) out << n << '\t' << line << '\n';
  }
}
