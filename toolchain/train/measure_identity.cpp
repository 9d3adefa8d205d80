// ailamgi-measure-identity MODEL GOLD.jsonl [gold|time]: analyses with names, references and roles only, one JSON line
// an article, for the scorer. With "gold" the annotated names are taken instead of the tagger's. With "time" nothing
// but how many syllables a second of this thread's processor time names, values and identity do.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

#include "identity/identity.h"
#include "names/name_tagger.h"
#include "names/value_tagger.h"
#include "text/text_reader.h"
#include "train/lib/gold.h"

using namespace ailamgi;

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
  ModelError error{};
  auto model = Model::open(std::as_bytes(std::span(bytes)), error);
  if (!model) return 1;
  auto reader = TextReader::open(*model);
  auto names = NameTagger::open(*model);
  auto values = ValueTagger::open(*model);
  auto identity = IdentityResolver::open(*model);
  if (!reader || !names || !values || !identity) return std::cerr << "incomplete model\n", 1;
  if (argc > 3 && std::strcmp(argv[3], "time") == 0) {
    double syllables = 0, seconds[3] = {};
    auto now = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
    for (int round = 0; round < 5; ++round) {
      for (const auto& g : train::read_gold(argv[2])) {
        Article a;
        reader->read(g.text, a);
        double start = now();
        names->run(a);
        double named = now();
        values->run(a);
        double valued = now();
        identity->run(a);
        seconds[0] += named - start;
        seconds[1] += valued - named;
        seconds[2] += now() - valued;
        syllables += static_cast<double>(a.syllables.size());
      }
    }
    std::printf("syllables a second: names %.0f, values %.0f, identity %.0f, together %.0f\n", syllables / seconds[0],
                syllables / seconds[1], syllables / seconds[2], syllables / (seconds[0] + seconds[1] + seconds[2]));
    return 0;
  }
  constexpr const char* types[] = {"PER", "ORG", "LOC", "MISC"};
  constexpr const char* kinds[] = {"name", "nominal", "pronoun"};
  constexpr const char* value_types[] = {"TIME", "MONEY", "PERCENT"};
  auto span = [](Span s) { return "\"start\":" + std::to_string(s.start) + ",\"end\":" + std::to_string(s.end); };
  for (const auto& g : train::read_gold(argv[2])) {
    Article a;
    reader->read(g.text, a);
    if (argc > 3) {
      for (const auto& m : g.mentions) {
        auto type = std::find(std::begin(types), std::end(types), m.type) - std::begin(types);
        if (type > 3) continue;
        auto s = std::find_if(a.sentences.begin(), a.sentences.end(),
                              [&](const Sentence& x) { return x.span.end > m.span.start; });
        if (s == a.sentences.end()) continue;
        a.mentions.push_back({m.span,
                              {},
                              MentionKind::name,
                              static_cast<EntityType>(type),
                              static_cast<Index>(s - a.sentences.begin()),
                              none});
      }
    } else {
      names->run(a);
    }
    values->run(a);
    identity->run(a);
    std::string out = "{\"id\":\"" + g.id + "\",\"events\":[],\"entities\":[";
    for (size_t e = 0; e < a.entities.size(); ++e) {
      const Entity& x = a.entities[e];
      out += (e ? ",{\"id\":" : "{\"id\":") + std::to_string(e) + ",\"type\":\"" + types[static_cast<size_t>(x.type)] +
             "\",\"roles\":[";
      for (size_t r = 0; r < x.roles.size(); ++r) {
        out +=
            (r ? ",{\"title\":\"" : "{\"title\":\"") + train::to_utf8(std::u16string(a.view(x.roles[r].title))) + "\"}";
      }
      out += "],\"mentions\":[";
      for (size_t k = 0; k < x.mentions.size(); ++k) {
        const Mention& m = a.mentions[static_cast<size_t>(x.mentions[k])];
        out += (k ? ",{" : "{") + span(m.span) + ",\"kind\":\"" + kinds[static_cast<size_t>(m.kind)] + "\"}";
      }
      out += "]}";
    }
    out += "],\"values\":[";
    for (size_t k = 0; k < a.values.size(); ++k) {
      out += (k ? ",{" : "{") + span(a.values[k].span) + ",\"type\":\"" +
             value_types[static_cast<size_t>(a.values[k].type)] + "\"}";
    }
    std::cout << out << "]}\n";
  }
}
