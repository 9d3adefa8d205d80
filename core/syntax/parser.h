// Parts of speech and dependencies: what kind of word each is, which word governs which, and how.
//
// An encoder gives each word a vector that knows the sentence (encoder.h). Each pair of words is scored as dependent
// and head by a bilinear form (Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing") plus a
// score of their distance; the best projective tree is found (tree_decoder.h); each arc is then named by a small
// network over both ends. Trained by teachers on raw text (toolchain/train/parser), in integers at run time.
#pragma once

#include <optional>
#include <vector>

#include "article.h"
#include "model/model.h"
#include "progress.h"
#include "syntax/affine.h"
#include "syntax/encoder.h"
#include "syntax/tree_decoder.h"

namespace ailamgi {

class Parser {
 public:
  // Takes the section "parser" of a model; nothing when it is missing or its sizes do not fit.
  static std::optional<Parser> open(const Model& model);
  static std::optional<Parser> open(Bytes section);

  // Fills both parts of speech, head and relation of every token, sentence by sentence. Needs tokens with their
  // syllables and tags. Every sentence gets one root. Sentences of over 80 tokens are parsed in pieces, whose roots
  // hang on the first one's as parataxis, so time is linear in the text. When it is stopped, the words left have
  // neither.
  void run(Article& article, Progress& progress) const;
  void run(Article& article) const {
    Progress nobody;
    run(article, nobody);
  }

 private:
  struct Workspace;
  Parser() = default;
  void parse(Article& article, Range tokens, Workspace& work) const;
  void tag(Article& article, Range tokens, Workspace& work) const;

  syntax::Encoder encoder_;
  syntax::Affine dependent_, head_, bilinear_, label_dependent_, label_head_, label_, tag_, shown_tag_;
  std::vector<int16_t> root_;  // the root as a head, 8 fraction bits, padded
  std::vector<int16_t> label_root_;
  std::span<const int32_t> distance_;
  size_t relations_ = 0;
};

}  // namespace ailamgi
