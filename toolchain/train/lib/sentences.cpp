#include "train/lib/sentences.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "text/normalize.h"
#include "text/syllables.h"
#include "train/lib/gold.h"

namespace ailamgi::train {
namespace {

std::ifstream open_file(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  return in;
}

bool one_of(const std::string& form, std::initializer_list<const char*> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// Whether a writer would put a blank between two words; quotation marks open and close in turn.
bool blank_between(const std::string& before, const std::string& after, bool quoted) {
  if (one_of(after, {".", ",", ":", ";", "!", "?", ")", "]", "...", "…", "”", "%", "’"})) return false;
  if (one_of(before, {"(", "[", "“", "‘"})) return false;
  if (before == "\"") return !quoted;
  if (after == "\"") return !quoted;
  return true;
}

}  // namespace

std::vector<GoldSentence> read_conllu(const std::string& path) {
  auto in = open_file(path);
  std::vector<GoldSentence> sentences;
  GoldSentence s;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      if (!s.empty()) sentences.push_back(std::move(s));
      s.clear();
    } else if (line[0] != '#') {
      std::vector<std::string> f;
      std::istringstream fields(line);
      for (std::string x; std::getline(fields, x, '\t');) f.push_back(x);
      if (f.size() < 8 || f[0].find_first_of("-.") != std::string::npos) continue;
      s.push_back({f[1], f[3], f[7], std::stoi(f[6]) - 1});
    }
  }
  if (!s.empty()) sentences.push_back(std::move(s));
  return sentences;
}

std::vector<GoldSentence> read_segmented(const std::string& path, const std::function<bool(const std::string&)>& use,
                                         size_t most_articles) {
  auto in = open_file(path);
  std::vector<GoldSentence> sentences;
  size_t articles = 0;
  bool wanted = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("# ", 0) == 0) {
      wanted = use(line.substr(2));
      articles += wanted;
      if (articles > most_articles) break;
    } else if (wanted && !line.empty()) {
      GoldSentence s;
      std::istringstream words(line);
      for (std::string w; words >> w;) {
        if (w.size() > 1) std::replace(w.begin(), w.end(), '_', ' ');
        s.push_back({w, "", "", -1});
      }
      if (s.size() <= 120) sentences.push_back(std::move(s));
    }
  }
  return sentences;
}

std::vector<size_t> lay_out(const GoldSentence& sentence, Spacing spacing, Article& article,
                            std::vector<int>& lengths) {
  std::u16string text;
  std::vector<uint32_t> ends;
  bool quoted = false;
  for (size_t i = 0; i < sentence.size(); ++i) {
    if (i > 0) {
      bool natural = blank_between(sentence[i - 1].form, sentence[i].form, quoted);
      if (spacing == Spacing::around_marks || natural) text += u' ';
    }
    if (sentence[i].form == "\"") quoted = !quoted;
    text += to_utf16(sentence[i].form);
    ends.push_back(static_cast<uint32_t>(text.size()));
  }
  article.clear();
  article.text = text;  // the data is in NFC already
  split_syllables(article.text, {0, static_cast<uint32_t>(text.size())}, article.syllables);
  auto n = static_cast<Index>(article.syllables.size());
  article.segments.push_back(
      {SegmentKind::body, Language::vietnamese, {0, static_cast<uint32_t>(text.size())}, {0, 1}});
  article.sentences.push_back({{0, static_cast<uint32_t>(text.size())}, 0, {0, n}, {}, true});
  lengths.clear();
  std::vector<size_t> kept;
  size_t word = 0;
  for (const Syllable& s : article.syllables) {
    while (s.span.start >= ends[word]) ++word;
    if (kept.empty() || kept.back() != word) {
      kept.push_back(word);
      lengths.push_back(0);
    }
    ++lengths.back();
  }
  return kept;
}

}  // namespace ailamgi::train
