// ailamgi-pack: compiles word lists and trained sections into one model file.
//
//   ailamgi-pack --lexicons DIR --weights DIR --out FILE
//
// Each lexicons/LIST.txt becomes a list of the section "lexicon"; each lexicons/NAME.grammar becomes the section NAME,
// its text without comment lines ("#") and blank ones; each weights/NAME.bin becomes the section NAME as it is.
// lexicons/word-tags.tsv becomes the section "word-tags", laid out by weights/clusters.bin.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <utility>

#include "pack/lexicon_writer.h"
#include "pack/model_writer.h"
#include "pack/word_tags_writer.h"

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_grammar(const fs::path& path) {
  std::ifstream in(path);
  std::string text;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') text += line + '\n';
  }
  return text;
}

// By name, so that the same input gives the same bytes on every file system.
std::map<std::string, fs::path> files_of(const fs::path& dir, std::string_view ending) {
  std::map<std::string, fs::path> files;
  for (const auto& e : fs::directory_iterator(dir)) {
    if (e.path().extension() == ending) files[e.path().stem().string()] = e.path();
  }
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, std::string> args;
  for (int i = 1; i + 1 < argc; i += 2) args[argv[i]] = argv[i + 1];
  if (argc != 7 || !args.count("--lexicons") || !args.count("--weights") || !args.count("--out")) {
    std::cerr << "usage: ailamgi-pack --lexicons DIR --weights DIR --out FILE\n";
    return 2;
  }
  ailamgi::LexiconWriter lexicon;
  for (const auto& [name, path] : files_of(args["--lexicons"], ".txt")) {
    std::ifstream in(path);
    std::string error = lexicon.add_list(name, in);
    if (!error.empty()) {
      std::cerr << path.string() << ": " << error << '\n';
      return 1;
    }
  }
  ailamgi::ModelWriter model;
  model.add("lexicon", lexicon.section());
  for (const auto& [name, path] : files_of(args["--lexicons"], ".grammar")) model.add(name, read_grammar(path));
  std::string clusters;
  for (const auto& [name, path] : files_of(args["--weights"], ".bin")) {
    std::string bytes = read_file(path);
    if (name == "clusters") clusters = bytes;
    model.add(name, std::move(bytes));
  }
  fs::path word_tags = fs::path(args["--lexicons"]) / "word-tags.tsv";
  auto dictionary = ailamgi::Clusters::open(std::as_bytes(std::span(clusters)));
  if (dictionary && fs::exists(word_tags)) {
    std::ifstream in(word_tags);
    std::string section, error = ailamgi::write_word_tags(in, *dictionary, section);
    if (!error.empty()) {
      std::cerr << word_tags.string() << ": " << error << '\n';
      return 1;
    }
    model.add("word-tags", section);
  }
  std::ofstream out(args["--out"], std::ios::binary);
  std::string bytes = model.file();
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) {
    std::cerr << "ailamgi-pack: cannot write " << args["--out"] << '\n';
    return 1;
  }
  return 0;
}
