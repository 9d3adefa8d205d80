#include "syntax/encoder.h"

#include <algorithm>

namespace ailamgi::syntax {
namespace {

constexpr size_t shapes = 8, lengths = 4, listed = 16;
constexpr size_t sigmoid_steps = 1024;
constexpr int sigmoid_offset = 1 << 14, sigmoid_shift = 5;
static_assert(((limit + sigmoid_offset) >> sigmoid_shift) < static_cast<int>(sigmoid_steps));

// a + (b - a) * share, the share with 15 fraction bits. One bit is lost so that the product's upper half is enough.
Activation between(Activation a, Activation b, int16_t share) {
  auto way = static_cast<int16_t>(b - a);
  return static_cast<Activation>(a + 2 * ((int32_t{way} * share) >> 16));
}

// c[t] = f[t] c[t-1] + (1 - f[t]) z[t] for one direction's `width` features, in place of z.
void scan(Activation* z, const Activation* f, ptrdiff_t step, size_t n, size_t width) {
  if (n == 0) return;
  for (size_t k = 0; k < width; ++k) z[k] = between(z[k], 0, f[k]);
  for (size_t t = 1; t < n; ++t) {
    const Activation* before = z;
    z += step;
    f += step;
    for (size_t k = 0; k < width; ++k) z[k] = between(z[k], before[k], f[k]);
  }
}

}  // namespace

bool Encoder::open_tables(SectionReader& in, const Sizes& s) {
  sizes_ = s;
  if (s.direction_width == 0 || s.direction_width > 128 || s.direction_width % 4 != 0 || s.layers > 4) return false;
  width_ = size_t{2} * s.direction_width;
  auto fraction = static_cast<int>(std::min(s.embedding_fraction, 100U));
  if (!words_.open(in, s.word_bucket_bits, s.words, s.word_width, fraction)) return false;
  if (!syllables_.open(in, s.syllable_bucket_bits, s.syllables, s.syllable_width, fraction)) return false;
  traits_ = in.array<int16_t>((shapes + lengths + 2 * listed) * width_);
  sigmoid_ = in.array<int16_t>(sigmoid_steps);
  return in.ok();
}

bool Encoder::open_layers(SectionReader& in) {
  if (!input_.open(in, sizes_.word_width + size_t{2} * sizes_.syllable_width, width_)) return false;
  layers_.resize(sizes_.layers);
  return std::all_of(layers_.begin(), layers_.end(), [&](Affine& l) { return l.open(in, width_, 3 * width_); });
}

void Encoder::look_up(const Article& article, Range tokens, Workspace& work) const {
  auto n = static_cast<size_t>(tokens.size());
  work.input.resize(n * input_.inputs());
  work.state.resize(n * width_);
  Activation* x = work.input.data();
  auto rows_of = [](Shape shape) { return shape == Shape::number ? RowTable::number : RowTable::alnum; };
  for (Index i = tokens.begin; i < tokens.end; ++i, x += input_.inputs()) {
    const Token& t = article.tokens[static_cast<size_t>(i)];
    uint32_t word = RowTable::unknown, first = RowTable::unknown, last = RowTable::unknown;
    if (t.syllables.size() > 0) {
      const Syllable& a = article.syllables[static_cast<size_t>(t.syllables.begin)];
      const Syllable& b = article.syllables[static_cast<size_t>(t.syllables.end) - 1];
      if (a.shape == Shape::number || a.shape == Shape::alnum) {
        word = first = last = rows_of(a.shape);
      } else {
        word = words_.find(t.folded);
        first = syllables_.find(a.folded);
        last = t.syllables.size() > 1 ? syllables_.find(b.folded) : first;
      }
    }
    words_.read(word, x);
    syllables_.read(first, x + sizes_.word_width);
    syllables_.read(last, x + sizes_.word_width + sizes_.syllable_width);
  }
  input_.apply(work.input.data(), input_.inputs(), n, work.state.data());
  Activation* h = work.state.data();
  for (Index i = tokens.begin; i < tokens.end; ++i, h += width_) {
    const Token& t = article.tokens[static_cast<size_t>(i)];
    Shape shape =
        t.syllables.size() > 0 ? article.syllables[static_cast<size_t>(t.syllables.begin)].shape : Shape::symbol;
    const int16_t* by_shape = traits_.data() + static_cast<size_t>(shape) * width_;
    const int16_t* by_length =
        traits_.data() + (shapes + static_cast<size_t>(std::clamp(t.syllables.size(), 1, 4)) - 1) * width_;
    const int16_t* by_list = traits_.data() + (shapes + lengths + (t.tags & 15U)) * width_;
    const int16_t* by_more = traits_.data() + (shapes + lengths + listed + (t.tags >> 4U)) * width_;
    for (size_t k = 0; k < width_; ++k) {
      int sum = h[k] + by_shape[k] + by_length[k] + by_list[k] + by_more[k];
      h[k] = static_cast<Activation>(std::clamp<int>(sum, -limit, limit));
    }
  }
}

void Encoder::recur(const Affine& gates, size_t n, Workspace& work) const {
  size_t w = width_, stride = gates.stride(), half = w / 2;
  work.gates.resize(n * stride);
  Activation* g = work.gates.data();
  const int16_t* table = sigmoid_.data();
  gates.apply(work.state.data(), w, n, g);
  for (size_t t = 0; t < n; ++t) {
    Activation* gate = g + t * stride + w;
    // Eight looked up before eight are written: a load that may follow a store to its like waits for it.
    for (size_t k = 0; k < 2 * w; k += 8) {
      Activation values[8];
      for (size_t i = 0; i < 8; ++i) values[i] = table[(gate[k + i] + sigmoid_offset) >> sigmoid_shift];
      std::copy_n(values, 8, gate + k);
    }
  }
  auto step = static_cast<ptrdiff_t>(stride);
  scan(g, g + w, step, n, half);
  scan(g + (n - 1) * stride + half, g + (n - 1) * stride + w + half, -step, n, half);
  for (size_t t = 0; t < n; ++t) {
    const Activation* c = g + t * stride;
    const Activation* r = c + 2 * w;
    Activation* h = work.state.data() + t * w;
    for (size_t k = 0; k < w; ++k) h[k] = between(h[k], c[k], r[k]);
  }
}

void Encoder::run(const Article& article, Range tokens, Workspace& work) const {
  if (tokens.size() <= 0) return;
  look_up(article, tokens, work);
  for (const Affine& layer : layers_) recur(layer, static_cast<size_t>(tokens.size()), work);
}

}  // namespace ailamgi::syntax
