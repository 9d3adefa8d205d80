// ailamgi-parse-conllu: parses the words of a CoNLL-U file, to measure the parser on given words.
//
//   ailamgi-parse-conllu MODEL|parser.bin RELATIONS.grammar < in.conllu > out.conllu
//
// Keeps forms and tags; heads and relations are the parser's. Says the speed (processor time) on standard error.
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "article.h"
#include "model/hash.h"
#include "syntax/parser.h"
#include "syntax/relations.h"
#include "text/syllables.h"
#include "train/lib/gold.h"

using namespace ailamgi;

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::vector<uint64_t> aligned(bytes.size() / 8 + 1);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  Bytes data(reinterpret_cast<const std::byte*>(aligned.data()), bytes.size());
  ModelError error{};
  auto model = Model::open(data, error);
  auto parser = model ? Parser::open(*model) : Parser::open(data);
  if (!parser) {
    std::cerr << "no parser in " << argv[1] << '\n';
    return 1;
  }
  std::vector<std::string> relations;
  std::ifstream names(argv[2]);
  for (std::string line; std::getline(names, line);) {
    if (!line.empty() && line[0] != '#') relations.push_back(line);
  }
  Article a;
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(std::cin, line);) {
    std::vector<std::string> c;
    std::stringstream in(line);
    for (std::string field; std::getline(in, field, '\t');) c.push_back(field);
    bool word = c.size() == 10 && c[0].find_first_of("-.") == std::string::npos;
    if (word && (rows.empty() || c[0] == "1"))
      a.sentences.emplace_back().tokens = {static_cast<Index>(a.tokens.size()), 0};
    if (word) {
      Token t;
      std::u16string form = train::to_utf16(c[1]);
      t.span = {static_cast<uint32_t>(a.text.size()), static_cast<uint32_t>(a.text.size() + form.size())};
      a.text += form + u' ';
      t.syllables.begin = static_cast<Index>(a.syllables.size());
      split_syllables(a.text, t.span, a.syllables);
      t.syllables.end = static_cast<Index>(a.syllables.size());
      t.folded = a.phrase(t.syllables);
      for (int u = 0; u < upos_count; ++u) {
        if (name_of(static_cast<Upos>(u)) == c[3]) t.upos = static_cast<Upos>(u);
      }
      t.sentence = static_cast<Index>(a.sentences.size()) - 1;
      a.tokens.push_back(t);
      a.sentences.back().tokens.end = static_cast<Index>(a.tokens.size());
      rows.push_back(c);
    }
  }
  std::clock_t start = std::clock();
  parser->run(a);
  double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::cerr << a.tokens.size() << " words, " << static_cast<double>(a.syllables.size()) / seconds << " syllables/s\n";
  for (const Sentence& s : a.sentences) {
    for (Index i = s.tokens.begin; i < s.tokens.end; ++i) {
      const Token& t = a.tokens[static_cast<size_t>(i)];
      auto& c = rows[static_cast<size_t>(i)];
      std::cout << i - s.tokens.begin + 1 << '\t' << c[1] << '\t' << c[2] << '\t' << name_of(t.upos) << "\t_\t_\t"
                << (t.head == none ? 0 : t.head - s.tokens.begin + 1) << '\t' << relations[t.relation] << "\t_\t_\n";
    }
    std::cout << '\n';
  }
}
