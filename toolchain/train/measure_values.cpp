// ailamgi-measure-values MODEL GOLD.jsonl [names]: precision and recall of times, sums and percentages against
// annotated articles, one line a paragraph taken as a sentence, without the stages before. With "names" the annotated
// names are known, as they are in the whole analysis. Prints what was missed (-) and what was wrong (+).
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <tuple>

#include "names/value_tagger.h"
#include "text/syllables.h"
#include "train/lib/gold.h"

using namespace ailamgi;

namespace {

constexpr const char* type_names[] = {"TIME", "MONEY", "PERCENT"};

void cut_paragraphs(Article& a) {
  for (uint32_t i = 0; i < a.text.size();) {
    auto end = static_cast<uint32_t>(std::min(a.text.find(u'\n', i), a.text.size()));
    Sentence s;
    s.span = {i, end};
    s.syllables.begin = static_cast<Index>(a.syllables.size());
    split_syllables(a.text, s.span, a.syllables);
    s.syllables.end = static_cast<Index>(a.syllables.size());
    if (s.syllables.size() > 0) a.sentences.push_back(s);
    i = end + 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
  ModelError error{};
  auto model = Model::open(std::as_bytes(std::span(bytes)), error);
  if (!model) return std::cerr << "no model\n", 1;
  auto tagger = ValueTagger::open(*model);
  if (!tagger) return std::cerr << "no grammar\n", 1;
  int right[3] = {}, said[3] = {}, gold[3] = {};
  for (const auto& g : train::read_gold(argv[2])) {
    Article a;
    a.text = g.text;
    cut_paragraphs(a);
    std::set<std::tuple<int, uint32_t, uint32_t>> want, have;
    for (const auto& m : g.mentions) {
      auto type = std::find(std::begin(type_names), std::end(type_names), m.type) - std::begin(type_names);
      if (type < 3) {
        want.emplace(static_cast<int>(type), m.span.start, m.span.end);
      } else if (argc > 3 && m.type != "REF") {
        a.mentions.push_back({.span = m.span, .tokens = {}});
      }
    }
    tagger->run(a);
    for (const auto& v : a.values) {
      if (v.span.start < g.annotated_end) have.emplace(static_cast<int>(v.type), v.span.start, v.span.end);
    }
    auto show = [&](const auto& x, char mark) {
      auto [type, start, end] = x;
      uint32_t from = start > 25 ? start - 25 : 0;
      std::u16string context =
          a.text.substr(from, start - from) + u"[" + a.text.substr(start, end - start) + u"]" + a.text.substr(end, 25);
      std::replace(context.begin(), context.end(), u'\n', u'/');
      std::cout << mark << ' ' << type_names[type] << ' ' << g.id << ' ' << train::to_utf8(context) << '\n';
    };
    for (const auto& x : want) {
      auto type = static_cast<size_t>(std::get<0>(x));
      ++gold[type];
      have.count(x) ? (void)++right[type] : show(x, '-');
    }
    for (const auto& x : have) {
      ++said[static_cast<size_t>(std::get<0>(x))];
      if (!want.count(x)) show(x, '+');
    }
    if (argc > 3) {
      for (const auto& v : a.values) {
        std::cout << "= " << train::to_utf8(std::u16string(a.view(v.span))) << " -> " << v.normalised << '\n';
      }
    }
  }
  int r = 0, s = 0, t = 0;
  for (size_t i = 0; i < 3; ++i) {
    r += right[i], s += said[i], t += gold[i];
    std::cerr << type_names[i] << " F1 " << 2.0 * right[i] / std::max(1, said[i] + gold[i]) << " gold " << gold[i]
              << " said " << said[i] << '\n';
  }
  std::cerr << "values P " << 1.0 * r / std::max(1, s) << " R " << 1.0 * r / std::max(1, t) << " F1 "
            << 2.0 * r / std::max(1, s + t) << '\n';
}
