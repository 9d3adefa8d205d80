#include <iostream>
#include <string>

#include "analyzer.h"
#include "cli/arguments.h"
#include "cli/files.h"
#include "cli/jsonl.h"
#include "cli/report.h"
#include "json/json.h"
#include "json/writer.h"
#include "summary/questions.h"

namespace {

using namespace ailamgi;
using namespace ailamgi::cli;

enum ExitStatus { done = 0, unusable = 1, usage = 2, no_model = 3 };

int complain(int status, std::string_view what) {
  std::cerr << "ailamgi: " << what << '\n';
  return status;
}

int complain(int status, Message what) {
  std::cerr << "ailamgi: " << what.vi << " / " << what.en << '\n';
  return status;
}

int analyze(const Analyzer& analyzer, const Arguments& args, Article& article) {
  auto bytes = read_file(args.file);
  if (!bytes) return complain(unusable, args.file + ": không đọc được / cannot be read");
  auto wrong = analyzer.analyze(to_utf16(*bytes), {args.date}, article);
  return wrong == TextError::ok ? done : complain(unusable, describe(wrong));
}

int print_analysis(const Analyzer& analyzer, const Arguments& args) {
  Article article;
  if (int status = analyze(analyzer, args, article)) return status;
  std::string out;
  switch (args.format) {
    case Format::json:
      write_json(analyzer, article, out);
      break;
    case Format::text:
      out = report(article);
      break;
    case Format::conllu:
      out = conllu(analyzer, article);
      break;
  }
  std::cout << out << '\n';
  return done;
}

int answer(const Analyzer& analyzer, const Arguments& args) {
  Article article;
  if (int status = analyze(analyzer, args, article)) return status;
  std::u16string question = to_utf16(args.question);
  Answer found = analyzer.ask(article, question);
  std::string out;
  if (args.format == Format::json) {
    write_json(article, found, question, out);
    std::cout << out << '\n';
    return done;
  }
  if (!found.answered()) std::cout << found.message.vi << " / " << found.message.en << '\n';
  for (const Finding& f : found.findings) {
    out.clear();
    append_utf8(f.text, out);
    std::cout << "• " << out << '\n';
  }
  return done;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::string error;
  auto args = read_arguments(argc, argv, error);
  if (!args) return complain(usage, error + "; see ailamgi --help");
  if (args->command == Command::help) {
    std::cout << help_text;
    return done;
  }
  if (args->command == Command::version) {
    std::cout << "ailamgi " AILAMGI_VERSION "\n";
    return done;
  }
  std::string path = model_path(args->model);
  auto bytes = read_file(path);
  if (!bytes) return complain(no_model, path + ": không đọc được mô hình / the model cannot be read");
  AlignedBytes model(*bytes);
  bytes.reset();
  ModelError model_error{};
  auto analyzer = Analyzer::load(model.bytes(), model_error);
  if (!analyzer) return complain(no_model, describe(model_error));
  switch (args->command) {
    case Command::jsonl:
      run_jsonl(*analyzer, std::cin, std::cout, args->threads);
      return done;
    case Command::analyze:
      return print_analysis(*analyzer, *args);
    case Command::ask:
      return answer(*analyzer, *args);
    default:
      return usage;
  }
}
