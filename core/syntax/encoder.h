// Reads a sentence's words and gives each a vector that knows its neighbours.
//
// A word goes in as learned vectors of itself and of its first and last syllable, with its shape, its length and the
// parts of speech that a list gives it (Token::tags). Simple recurrent layers with
// highway connections (Lei et al. 2018, "Simple Recurrent Units for Highly Parallelizable Recurrence") then run over
// the sentence in both directions:
//   z, f, r = W x;  c[t] = f c[t-1] + (1 - f) z;  h = r c + (1 - r) x
// In integers throughout; the gates' sigmoid is a table in the model.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "article.h"
#include "model/reader.h"
#include "syntax/affine.h"
#include "syntax/row_table.h"

namespace ailamgi::syntax {

class Encoder {
 public:
  struct Sizes {
    uint32_t word_width, syllable_width, direction_width, layers;
    uint32_t word_bucket_bits, words, syllable_bucket_bits, syllables;
    uint32_t embedding_fraction;
  };
  // Memory that can serve sentence after sentence.
  struct Workspace {
    std::vector<Activation> input, gates, state;
  };

  bool open_tables(SectionReader& in, const Sizes& sizes);
  bool open_layers(SectionReader& in);

  // Length of a word's vector, and of what went in for the word alone.
  size_t width() const { return width_; }
  size_t input_width() const { return input_.inputs(); }

  // Fills work.state with width() values and work.input with input_width() ones for each token of `tokens`. O(tokens).
  void run(const Article& article, Range tokens, Workspace& work) const;

 private:
  void look_up(const Article& article, Range tokens, Workspace& work) const;
  void recur(const Affine& gates, size_t n, Workspace& work) const;

  Sizes sizes_{};
  size_t width_ = 0;
  RowTable words_, syllables_;
  // Rows of width(): 8 shapes, 4 lengths, 16 for the most usual listed tag and 16 for another.
  std::span<const int16_t> traits_;
  std::span<const int16_t> sigmoid_;  // of -8 to 8, 15 fraction bits
  Affine input_;
  std::vector<Affine> layers_;
};

}  // namespace ailamgi::syntax
