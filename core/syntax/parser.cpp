#include "syntax/parser.h"

#include <algorithm>

namespace ailamgi {
namespace {

using syntax::Activation;

constexpr uint32_t section_version = 3;
constexpr Index longest_piece = 80, shortest_piece = 40;
static_assert(longest_piece <= static_cast<Index>(syntax::max_tree));
constexpr int farthest = 32;   // distances beyond count alike
constexpr int head_shift = 3;  // head and dependent vectors: 8 fraction bits, so that products fit
constexpr int16_t head_limit = 4095;
constexpr int score_shift = 6;  // arc scores: 10 fraction bits
constexpr int32_t score_limit = 1 << 22;
constexpr Relation root_relation = 0, loose_relation = 29;  // "parataxis" of relations.grammar

void rectify(std::vector<Activation>& v) {
  for (Activation& x : v) x = std::max<Activation>(x, 0);
}

void to_head_scale(std::vector<Activation>& v) {
  for (Activation& x : v) {
    x = static_cast<Activation>(std::clamp<int>(x >> head_shift, -head_limit, head_limit));
  }
}

int32_t dot(const int16_t* a, const int16_t* b, size_t n) {
  int32_t sum = 0;
  for (size_t i = 0; i < n; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

struct Parser::Workspace {
  syntax::Encoder::Workspace encoder;
  syntax::TreeDecoder trees;
  std::vector<Activation> hidden, dependents, heads, label_dependents, label_heads, labels, tag_inputs, tags;
  std::vector<int32_t> scores, tree;
};

std::optional<Parser> Parser::open(const Model& model) {
  return open(model.section("parser"));
}

std::optional<Parser> Parser::open(Bytes section) {
  SectionReader in(section);
  Parser p;
  syntax::Encoder::Sizes s{};
  auto version = in.value<uint32_t>();
  s.word_width = in.value<uint32_t>();
  s.syllable_width = in.value<uint32_t>();
  s.direction_width = in.value<uint32_t>();
  s.layers = in.value<uint32_t>();
  auto arc_width = in.value<uint32_t>();
  auto label_width = in.value<uint32_t>();
  auto relations = in.value<uint32_t>();
  s.word_bucket_bits = in.value<uint32_t>();
  s.words = in.value<uint32_t>();
  s.syllable_bucket_bits = in.value<uint32_t>();
  s.syllables = in.value<uint32_t>();
  s.embedding_fraction = in.value<uint32_t>();
  if (!in.ok() || version != section_version || relations <= loose_relation || relations > 256 || arc_width == 0 ||
      arc_width > 128 || arc_width % 8 != 0 || label_width == 0 || label_width > 256 || label_width % 8 != 0) {
    return std::nullopt;
  }
  p.relations_ = relations;
  if (!p.encoder_.open_tables(in, s) || !p.encoder_.open_layers(in)) return std::nullopt;
  size_t width = p.encoder_.width();
  if (!p.dependent_.open(in, width, arc_width) || !p.head_.open(in, width, arc_width) ||
      !p.bilinear_.open(in, arc_width, arc_width) || !p.label_dependent_.open(in, width, label_width) ||
      !p.label_head_.open(in, width, label_width) || !p.label_.open(in, label_width, relations) ||
      !p.tag_.open(in, width + p.encoder_.input_width(), upos_count) ||
      !p.shown_tag_.open(in, width + p.encoder_.input_width(), upos_count)) {
    return std::nullopt;
  }
  auto root = in.array<int16_t>(arc_width);
  auto label_root = in.array<int16_t>(label_width);
  p.distance_ = in.array<int32_t>(2 * farthest + 1);
  auto out_of_range = [](int32_t d) { return d < -score_limit / 2 || d > score_limit / 2; };
  if (!in.ok() || std::any_of(p.distance_.begin(), p.distance_.end(), out_of_range)) return std::nullopt;
  p.root_.assign(root.begin(), root.end());
  to_head_scale(p.root_);
  for (size_t i = 0; i < p.root_.size(); ++i) p.root_[i] = std::clamp<int16_t>(root[i], -head_limit, head_limit);
  p.label_root_.assign(label_root.begin(), label_root.end());
  return p;
}

void Parser::parse(Article& article, Range tokens, Workspace& w) const {
  auto n = static_cast<size_t>(tokens.size());
  encoder_.run(article, tokens, w.encoder);
  const Activation* state = w.encoder.state.data();
  size_t width = encoder_.width(), arc = head_.stride(), hidden = label_head_.stride();

  w.hidden.resize(n * arc);
  w.dependents.resize(n * arc);
  w.heads.resize(n * arc);
  dependent_.apply(state, width, n, w.hidden.data());
  rectify(w.hidden);
  bilinear_.apply(w.hidden.data(), arc, n, w.dependents.data());
  to_head_scale(w.dependents);
  head_.apply(state, width, n, w.heads.data());
  rectify(w.heads);
  to_head_scale(w.heads);

  w.scores.resize(n * (n + 1));
  w.tree.resize(n);
  for (size_t i = 0; i < n; ++i) {
    const Activation* q = w.dependents.data() + i * arc;
    int32_t* row = w.scores.data() + i * (n + 1);
    row[0] = dot(q, root_.data(), arc) >> score_shift;
    for (size_t j = 0; j < n; ++j) {
      int away = std::clamp(static_cast<int>(j) - static_cast<int>(i), -farthest, farthest);
      row[j + 1] =
          (dot(q, w.heads.data() + j * arc, arc) >> score_shift) + distance_[static_cast<size_t>(away + farthest)];
    }
    for (size_t j = 0; j <= n; ++j) row[j] = std::clamp(row[j], -score_limit, score_limit);
  }
  w.trees.decode(w.scores, n, w.tree.data());

  w.label_dependents.resize(n * hidden);
  w.label_heads.resize(n * hidden);
  label_dependent_.apply(state, width, n, w.label_dependents.data());
  label_head_.apply(state, width, n, w.label_heads.data());
  for (size_t i = 0; i < n; ++i) {
    Activation* v = w.label_dependents.data() + i * hidden;
    const Activation* h =
        w.tree[i] < 0 ? label_root_.data() : w.label_heads.data() + static_cast<size_t>(w.tree[i]) * hidden;
    for (size_t k = 0; k < hidden; ++k) {
      v[k] = static_cast<Activation>(std::clamp<int>(v[k] + h[k], 0, syntax::limit));
    }
  }
  w.labels.resize(n * label_.stride());
  label_.apply(w.label_dependents.data(), hidden, n, w.labels.data());
  for (size_t i = 0; i < n; ++i) {
    Token& t = article.tokens[static_cast<size_t>(tokens.begin) + i];
    const Activation* scores = w.labels.data() + i * label_.stride();
    t.head = w.tree[i] < 0 ? none : tokens.begin + w.tree[i];
    t.relation = t.head == none ? root_relation
                                : static_cast<Relation>(std::max_element(scores + 1, scores + relations_) - scores);
  }
  tag(article, tokens, w);
}

void Parser::tag(Article& article, Range tokens, Workspace& w) const {
  // What a word itself is says much of what its annotators call it, whatever stands around.
  auto n = static_cast<size_t>(tokens.size());
  size_t width = encoder_.width(), input = encoder_.input_width();
  w.tag_inputs.resize(n * (width + input));
  for (size_t i = 0; i < n; ++i) {
    Activation* x = std::copy_n(w.encoder.state.data() + i * width, width, w.tag_inputs.data() + i * (width + input));
    std::copy_n(w.encoder.input.data() + i * input, input, x);
  }
  w.tags.resize(n * tag_.stride());
  auto read = [&](const syntax::Affine& layer, Upos Token::*out) {
    layer.apply(w.tag_inputs.data(), width + input, n, w.tags.data());
    for (size_t i = 0; i < n; ++i) {
      const Activation* scores = w.tags.data() + i * layer.stride();
      article.tokens[static_cast<size_t>(tokens.begin) + i].*out =
          static_cast<Upos>(std::max_element(scores, scores + upos_count) - scores);
    }
  };
  read(tag_, &Token::upos);
  read(shown_tag_, &Token::shown_upos);
}

void Parser::run(Article& article, Progress& progress) const {
  Workspace work;
  for (const Sentence& s : article.sentences) {
    Index root = none;
    for (Index begin = s.tokens.begin; begin < s.tokens.end;) {
      if (!progress.reached(static_cast<size_t>(begin), article.tokens.size())) return;
      Index end = s.tokens.end;
      if (end - begin > longest_piece) {
        // Cut after the last mark that leaves a piece of fair length.
        end = begin + longest_piece;
        for (Index i = end - 1; i >= begin + shortest_piece; --i) {
          Range syllables = article.tokens[static_cast<size_t>(i)].syllables;
          if (syllables.size() == 1 &&
              article.syllables[static_cast<size_t>(syllables.begin)].shape == Shape::punctuation) {
            end = i + 1;
            break;
          }
        }
      }
      parse(article, {begin, end}, work);
      for (Index i = begin; i < end; ++i) {
        Token& t = article.tokens[static_cast<size_t>(i)];
        if (t.head != none) continue;
        if (root == none) {
          root = i;
        } else {
          t.head = root;
          t.relation = loose_relation;
        }
      }
      begin = end;
    }
  }
}

}  // namespace ailamgi
