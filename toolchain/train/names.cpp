// ailamgi-names: trains the name tagger and measures it.
//
//   ailamgi-names --model FILE --data DIR [--out FILE] [--silver FILE] [--annotations DIR] [--epochs N] [--l1 X] …
//
// DIR holds train, names-train and dev .gold.jsonl. FILE is a packed model: its lists and word segmenter are used, its
// "names" section is not. Cross-validates over five folds of the training articles; the fold models' predictions are
// also what the second pass learns from, since at run time it corrects a first pass that has not seen the article.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <thread>

#include "names/name_features.h"
#include "text/text_reader.h"
#include "train/lib/crf.h"
#include "train/lib/gold.h"
#include "words/word_segmenter.h"

#include <unicode/uchar.h>

namespace {

using namespace ailamgi;
using namespace ailamgi::train;

constexpr int folds = 5;

struct Options {
  std::map<std::string, std::string> values;
  std::string text(const std::string& key, const std::string& otherwise = "") const {
    auto it = values.find(key);
    return it == values.end() ? otherwise : it->second;
  }
  float number(const std::string& key, float otherwise) const {
    auto it = values.find(key);
    return it == values.end() ? otherwise : std::stof(it->second);
  }
};

struct Stages {
  const TextReader& text;
  const WordSegmenter* words;
  const NameFeatures& features;
};

// An article read by the core, its gold labels, and its sentences as the trainer wants them.
struct Example {
  std::string id;
  int fold = -1;         // -1: never held out
  bool measured = true;  // augmented copies and silver are not
  float weight = 1;
  Article article;
  uint32_t annotated_end = 0;
  std::vector<LabelledName> gold;
  size_t gold_count = 0;                   // with those that cut through syllables or stand outside sentences
  std::vector<uint8_t> labels;             // of every syllable
  std::vector<bool> trained;               // of every sentence
  std::vector<CrfSentence> first, second;  // of every sentence
};

bool is_name(const std::string& type) {
  return type == "PER" || type == "ORG" || type == "LOC" || type == "MISC";
}
EntityType type_of_gold(const std::string& type) {
  return type == "PER"   ? EntityType::person
         : type == "ORG" ? EntityType::organization
         : type == "LOC" ? EntityType::location
                         : EntityType::misc;
}

Example read_example(const GoldArticle& g, const Stages& stages) {
  Example e;
  e.id = g.id;
  stages.text.read(g.text, e.article);
  if (stages.words != nullptr) stages.words->run(e.article);
  e.annotated_end = g.annotated_end;
  Article& a = e.article;
  e.labels.assign(a.syllables.size(), label_outside);
  e.trained.assign(a.sentences.size(), true);
  std::vector<Index> sentence_of(a.syllables.size(), -1);
  for (size_t s = 0; s < a.sentences.size(); ++s) {
    Range r = a.sentences[s].syllables;
    for (Index i = r.begin; i < r.end; ++i) sentence_of[static_cast<size_t>(i)] = static_cast<Index>(s);
    if (a.given_offset(a.sentences[s].span.start) >= g.annotated_end) e.trained[s] = false;
  }
  size_t at = 0;
  for (const GoldMention& m : g.mentions) {
    if (!is_name(m.type)) continue;
    ++e.gold_count;
    auto start_of = [&](size_t i) { return a.given_offset(a.syllables[i].span.start); };
    auto end_of = [&](size_t i) { return a.given_offset(a.syllables[i].span.end); };
    while (at > 0 && start_of(at - 1) >= m.span.start) --at;
    while (at < a.syllables.size() && end_of(at) <= m.span.start) ++at;
    size_t end = at;
    while (end < a.syllables.size() && end_of(end) <= m.span.end) ++end;
    if (at == end || start_of(at) != m.span.start || end_of(end - 1) != m.span.end || sentence_of[at] < 0 ||
        sentence_of[at] != sentence_of[end - 1]) {
      continue;
    }
    EntityType type = type_of_gold(m.type);
    e.gold.push_back({{static_cast<Index>(at), static_cast<Index>(end)}, type});
    for (size_t i = at; i < end; ++i) e.labels[i] = i == at ? begin_label(type) : inside_label(type);
  }
  return e;
}

void number_features(const Features& found, FeatureNumbers& numbers, std::vector<uint32_t>& out) {
  out.reserve(found.list().size());
  for (uint64_t f : found.list()) out.push_back(numbers.number_of(f));
}

void extract_first(Example& e, const Stages& stages, FeatureNumbers& numbers) {
  NameContext context;
  Features found;
  const Article& a = e.article;
  stages.features.begin_article(a, context);
  e.first.assign(a.sentences.size(), {});
  for (size_t s = 0; s < a.sentences.size(); ++s) {
    auto sentence = static_cast<Index>(s);
    Range r = a.sentences[s].syllables;
    stages.features.begin_sentence(a, sentence, context);
    CrfSentence& c = e.first[s];
    c.weight = e.weight;
    c.features.resize(static_cast<size_t>(r.size()));
    c.labels.assign(e.labels.begin() + r.begin, e.labels.begin() + r.end);
    for (Index i = 0; i < r.size(); ++i) {
      if (!stages.features.is_near_capital(context, i)) {
        c.labels[static_cast<size_t>(i)] = label_outside;
        continue;
      }
      found.clear();
      stages.features.extract(a, sentence, i, context, found);
      number_features(found, numbers, c.features[static_cast<size_t>(i)]);
    }
    // A name begun where nothing may stand would leave an inside label without its beginning.
    for (size_t i = 0; i < c.labels.size(); ++i) {
      uint8_t before = i == 0 ? label_outside : c.labels[i - 1];
      if (!may_follow(before, c.labels[i])) c.labels[i] = static_cast<uint8_t>(c.labels[i] - 1);
    }
  }
}

// Runs the first pass with the given weights and makes the second pass's sentences. The features are numbered into
// `new_features`; new ones get numbers when `grow`.
void extract_second(Example& e, const Stages& stages, const CrfWeights& weights, FeatureNumbers& numbers) {
  NameContext context;
  const Article& a = e.article;
  stages.features.begin_article(a, context);
  e.second.assign(a.sentences.size(), {});
  for (size_t s = 0; s < a.sentences.size(); ++s) {
    e.second[s].offset = score(weights, e.first[s]);
    auto labels = decode(weights, e.second[s].offset);
    std::copy(labels.begin(), labels.end(), context.first_labels.begin() + a.sentences[s].syllables.begin);
  }
  stages.features.gather(a, context);
  Features found;
  for (size_t s = 0; s < a.sentences.size(); ++s) {
    auto sentence = static_cast<Index>(s);
    Range r = a.sentences[s].syllables;
    stages.features.begin_sentence(a, sentence, context);
    CrfSentence& c = e.second[s];
    c.weight = e.weight;
    c.features.resize(static_cast<size_t>(r.size()));
    c.labels = e.first[s].labels;
    for (Index i = 0; i < r.size(); ++i) {
      if (e.first[s].features[static_cast<size_t>(i)].empty()) continue;
      found.clear();
      stages.features.extract_second(a, sentence, i, context, found);
      number_features(found, numbers, c.features[static_cast<size_t>(i)]);
    }
  }
}

// The copy of an article that the augmentations change: capitals in its title, small letters in its persons' names.
std::u16string with_capitals(const GoldArticle& g) {
  std::u16string text = g.text;
  size_t end = std::min(text.find(u'\n'), text.size());
  for (size_t i = 0; i < end; ++i) {
    auto u = static_cast<uint32_t>(u_toupper(text[i]));
    if (u <= 0xFFFF) text[i] = static_cast<char16_t>(u);
  }
  return text;
}
std::u16string with_small_names(const GoldArticle& g) {
  std::u16string text = g.text;
  for (const GoldMention& m : g.mentions) {
    if (m.type != "PER") continue;
    for (uint32_t i = m.span.start; i < m.span.end; ++i) {
      auto l = static_cast<uint32_t>(u_tolower(text[i]));
      if (l <= 0xFFFF) text[i] = static_cast<char16_t>(l);
    }
  }
  return text;
}

struct Tally {
  std::array<int, 5> right{}, said{}, gold{};
  double f1(size_t k) const { return said[k] + gold[k] == 0 ? 0 : 200.0 * right[k] / (said[k] + gold[k]); }
  std::string line() const {
    char buffer[160];
    std::snprintf(buffer, sizeof buffer, "F1 %.2f (P %.2f R %.2f)  PER %.2f ORG %.2f LOC %.2f MISC %.2f", f1(4),
                  100.0 * right[4] / std::max(1, said[4]), 100.0 * right[4] / std::max(1, gold[4]), f1(0), f1(1), f1(2),
                  f1(3));
    return buffer;
  }
};

using Errors = std::vector<std::string>;
bool settle = true;  // set once by main, to see what settling is worth

void measure(const Example& e, const std::vector<std::vector<uint8_t>>& labels, Tally& tally, Errors* errors) {
  using Key = std::tuple<Index, Index, size_t>;
  std::set<Key> gold, said;
  for (const auto& n : e.gold) gold.emplace(n.syllables.begin, n.syllables.end, static_cast<size_t>(n.type));
  std::vector<LabelledName> names;
  for (size_t s = 0; s < labels.size(); ++s) {
    if (e.trained[s]) read_names(labels[s], e.article.sentences[s].syllables.begin, names);
  }
  if (settle) settle_types(e.article, names);
  for (const auto& n : names) said.emplace(n.syllables.begin, n.syllables.end, static_cast<size_t>(n.type));
  auto count = [](auto& into, const std::set<Key>& keys) {
    for (const Key& k : keys) {
      ++into[std::get<2>(k)];
      ++into[4];
    }
  };
  std::set<Key> right;
  std::set_intersection(gold.begin(), gold.end(), said.begin(), said.end(), std::inserter(right, right.begin()));
  count(tally.gold, gold);
  tally.gold[4] += static_cast<int>(e.gold_count - e.gold.size());
  count(tally.said, said);
  count(tally.right, right);
  if (errors == nullptr) return;
  const char* types[] = {"PER", "ORG", "LOC", "MISC"};
  auto show = [&](const Key& k, const char* what) {
    auto [b, en, t] = k;
    const auto& syl = e.article.syllables;
    Span span{syl[static_cast<size_t>(b)].span.start, syl[static_cast<size_t>(en - 1)].span.end};
    Span wide{span.start < 40 ? 0 : span.start - 40,
              std::min<uint32_t>(span.end + 30, static_cast<uint32_t>(e.article.text.size()))};
    std::string left = to_utf8(e.article.view({wide.start, span.start})),
                right_text = to_utf8(e.article.view({span.end, wide.end}));
    std::replace(left.begin(), left.end(), '\n', ' ');
    std::replace(right_text.begin(), right_text.end(), '\n', ' ');
    errors->push_back(e.id + "\t" + what + "\t" + types[t] + "\t" + left + "[[" + to_utf8(e.article.view(span)) + "]]" +
                      right_text);
  };
  for (const Key& k : gold) {
    if (!right.count(k)) show(k, "missed");
  }
  for (const Key& k : said) {
    if (!right.count(k)) show(k, "wrong");
  }
}

std::vector<std::vector<uint8_t>> run_second(const Example& e, const CrfWeights& weights) {
  std::vector<std::vector<uint8_t>> out;
  for (const auto& s : e.second) out.push_back(decode(weights, score(weights, s)));
  return out;
}
std::vector<std::vector<uint8_t>> run_first(const Example& e, const CrfWeights& weights) {
  std::vector<std::vector<uint8_t>> out;
  for (const auto& s : e.first) out.push_back(decode(weights, score(weights, s)));
  return out;
}

std::vector<const CrfSentence*> sentences_of(const std::vector<Example*>& examples, bool second) {
  std::vector<const CrfSentence*> out;
  for (const Example* e : examples) {
    for (size_t s = 0; s < e->trained.size(); ++s) {
      if (e->trained[s]) out.push_back(second ? &e->second[s] : &e->first[s]);
    }
  }
  return out;
}

// A little work on every index, on two threads.
template <class F>
void in_parallel(int n, F&& f) {
  std::thread other([&] {
    for (int i = 1; i < n; i += 2) f(i);
  });
  for (int i = 0; i < n; i += 2) f(i);
  other.join();
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) options.values[argv[i] + 2] = argv[i + 1];
  std::ifstream in(options.text("model"), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::vector<std::byte> aligned(bytes.size() + 16);
  auto shift = (16 - reinterpret_cast<uintptr_t>(aligned.data()) % 16) % 16;
  std::copy_n(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size(),
              aligned.begin() + static_cast<std::ptrdiff_t>(shift));
  ModelError error;
  auto model = Model::open(Bytes(aligned.data() + shift, bytes.size()), error);
  if (!model) {
    std::cerr << "cannot read the model\n";
    return 1;
  }
  auto text = TextReader::open(*model);
  auto words = WordSegmenter::open(*model);
  auto features = NameFeatures::open(*model);
  if (!text || !features) return 1;
  Stages stages{*text, words ? &*words : nullptr, *features};
  if (!words) std::cerr << "no word segmenter in the model: no clusters\n";

  std::vector<Example> examples, dev;
  std::string data = options.text("data");
  auto augment = static_cast<int>(options.number("augment", 1));
  settle = options.number("settle", 1) != 0;
  int number = 0;
  for (const char* file : {"/train.gold.jsonl", "/names-train.gold.jsonl"}) {
    for (const GoldArticle& g : read_gold(data + file)) {
      int fold = number++ % folds;
      examples.push_back(read_example(g, stages));
      examples.back().fold = fold;
      auto copy = [&](std::u16string changed, float weight) {
        GoldArticle c = g;
        c.text = std::move(changed);
        examples.push_back(read_example(c, stages));
        examples.back().fold = fold;
        examples.back().measured = false;
        examples.back().weight = weight;
      };
      if (augment != 0 && number % 7 == 3) copy(with_capitals(g), 0.5F);
      if (augment != 0 && number % 10 == 6) copy(with_small_names(g), 0.5F);
    }
  }
  if (std::string silver = options.text("silver"); !silver.empty()) {
    for (const GoldArticle& g : read_gold(silver)) {
      examples.push_back(read_example(g, stages));
      examples.back().measured = false;
      examples.back().weight = options.number("silver-weight", 0.2F);
    }
  }
  for (const GoldArticle& g : read_gold(data + "/dev.gold.jsonl")) dev.push_back(read_example(g, stages));
  size_t lost = 0, all = 0, far = 0;
  FeatureNumbers first_numbers, second_numbers;
  for (Example& e : examples) {
    extract_first(e, stages, first_numbers);
    all += e.gold_count;
    lost += e.gold_count - e.gold.size();
    for (size_t s = 0; s < e.first.size(); ++s) {
      Range r = e.article.sentences[s].syllables;
      for (Index i = 0; i < r.size(); ++i) {
        far += e.labels[static_cast<size_t>(r.begin + i)] != label_outside &&
               e.first[s].features[static_cast<size_t>(i)].empty();
      }
    }
  }
  std::cerr << examples.size() << " articles, " << all << " names, " << lost << " out of reach, " << far
            << " syllables too far from a capital, " << first_numbers.size() << " features\n";

  CrfOptions first_options, second_options;
  first_options.epochs = static_cast<int>(options.number("epochs", 12));
  first_options.l1 = options.number("l1", 1.9F);
  first_options.l2 = options.number("l2", 0.5F);
  first_options.rate = options.number("rate", 0.15F);
  first_options.min_count = static_cast<uint32_t>(options.number("min-count", 2));
  second_options = first_options;
  second_options.epochs = static_cast<int>(options.number("epochs2", 2));
  second_options.l1 = options.number("l1-2", 2.5F);
  second_options.rate = options.number("rate2", 0.05F);

  // First pass: a model a fold, and one of all.
  std::vector<CrfWeights> first(folds + 1);
  in_parallel(folds + 1, [&](int k) {
    std::vector<Example*> chosen;
    for (Example& e : examples) {
      if (e.fold != k) chosen.push_back(&e);
    }
    first[static_cast<size_t>(k)] = train_crf(sentences_of(chosen, false), first_numbers.size(), first_options);
  });
  Tally first_cv, first_dev;
  for (const Example& e : examples) {
    if (e.measured) measure(e, run_first(e, first[static_cast<size_t>(e.fold)]), first_cv, nullptr);
  }
  // Dev's features get numbers only now, so that none is trained for it.
  size_t known = first_numbers.size();
  for (Example& e : dev) {
    extract_first(e, stages, first_numbers);
    for (auto& s : e.first) {
      for (auto& fs : s.features) {
        bool active = !fs.empty();
        std::erase_if(fs, [&](uint32_t f) { return f >= known; });
        if (active && fs.empty()) fs.push_back(0);
      }
    }
    measure(e, run_first(e, first[folds]), first_dev, nullptr);
  }
  std::cerr << "first pass,  folds: " << first_cv.line() << "\nfirst pass,  dev:   " << first_dev.line() << '\n';

  // Second pass, on what the fold models say of articles that they have not seen.
  std::vector<Example*> seconds;
  for (Example& e : examples) {
    if (e.fold < 0) continue;
    extract_second(e, stages, first[static_cast<size_t>(e.fold)], second_numbers);
    seconds.push_back(&e);
  }
  second_options.base_transitions = first[folds].transitions;
  second_options.min_count = static_cast<uint32_t>(options.number("min-count2", 3));
  std::vector<CrfWeights> second(folds + 1);
  in_parallel(folds + 1, [&](int k) {
    std::vector<Example*> chosen;
    for (Example* e : seconds) {
      if (e->fold != k) chosen.push_back(e);
    }
    second[static_cast<size_t>(k)] = train_crf(sentences_of(chosen, true), second_numbers.size(), second_options);
  });
  // The second pass overrules the first less than its likelihood suggests: how much, the folds decide.
  float best_share = 0;
  double best_f1 = 0;
  auto scaled = [&](size_t k, float share) {
    CrfWeights w = second[k];
    for (auto& row : w.features) {
      for (float& x : row) x *= share;
    }
    return w;
  };
  for (float share : {0.25F, 0.5F, 0.75F, 1.F}) {
    Tally tally;
    for (int k = 0; k < folds; ++k) {
      CrfWeights w = scaled(static_cast<size_t>(k), share);
      for (const Example& e : examples) {
        if (e.measured && e.fold == k) measure(e, run_second(e, w), tally, nullptr);
      }
    }
    std::cerr << "share " << share << ", folds: " << tally.line() << '\n';
    if (tally.f1(4) > best_f1) {
      best_f1 = tally.f1(4);
      best_share = share;
    }
  }
  for (size_t k = 0; k <= folds; ++k) second[k] = scaled(k, best_share);
  Tally second_cv, second_dev;
  Errors fold_errors, dev_errors;
  for (const Example& e : examples) {
    if (e.measured) measure(e, run_second(e, second[static_cast<size_t>(e.fold)]), second_cv, &fold_errors);
  }
  known = second_numbers.size();
  for (Example& e : dev) {
    extract_second(e, stages, first[folds], second_numbers);
    for (auto& s : e.second) {
      for (auto& fs : s.features) {
        bool active = !fs.empty();
        std::erase_if(fs, [&](uint32_t f) { return f >= known; });
        if (active && fs.empty()) fs.push_back(0);
      }
    }
    measure(e, run_second(e, second[folds]), second_dev, &dev_errors);
  }
  std::cerr << "both passes, folds: " << second_cv.line() << "\nboth passes, dev:   " << second_dev.line() << '\n';
  if (std::string path = options.text("errors"); !path.empty()) {
    std::ofstream(path + ".folds") << [&] {
      std::string s;
      for (const auto& l : fold_errors) s += l + '\n';
      return s;
    }();
    std::ofstream(path + ".dev") << [&] {
      std::string s;
      for (const auto& l : dev_errors) s += l + '\n';
      return s;
    }();
  }

  if (std::string out = options.text("out"); !out.empty()) {
    float scale = options.number("scale", 32);
    size_t used_first = 0, used_second = 0;
    std::string section("\1\0\0\0", 4);
    section += pack_transitions(first[folds], scale) + pack_transitions(second[folds], scale);
    section += pack_weights(first[folds], first_numbers, scale, &used_first);
    section += pack_weights(second[folds], second_numbers, scale, &used_second);
    std::ofstream(out, std::ios::binary) << section;
    std::cerr << used_first << " + " << used_second << " features kept, " << section.size() << " bytes\n";
  }
  return 0;
}
