// The first stage: a pasted text becomes an Article's text, segments, sentences and syllables.
//
// Vietnamese title, lead and body get sentences that tell the story; Vietnamese captions and bylines get sentences that
// are only searched for names and times (Sentence::told is false); page furniture and foreign paragraphs get none.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "article.h"
#include "model/lexicon.h"
#include "model/model.h"
#include "text/language.h"
#include "text/sentences.h"

namespace ailamgi {

class TextReader {
 public:
  // Takes the word lists text-*.txt from a model; nothing when it has no lexicon. The model must outlive the reader.
  static std::optional<TextReader> open(const Model& model);

  // Fills text, origin, segments, sentences, syllables, language, and date where the page tells it and the caller has
  // not. `article` must be empty but for its date. Any units are fine: lone surrogates and NULs are kept and mean
  // nothing. At most 2^31 - 1 units. O(length).
  void read(std::u16string_view given, Article& article) const;

 private:
  struct Parts {
    explicit Parts(const Lexicon& l) : lexicon(l), languages(lexicon), sentences(lexicon) {}
    Lexicon lexicon;
    LanguageGuesser languages;
    SentenceSplitter sentences;
  };
  class Reading;
  explicit TextReader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::unique_ptr<const Parts> parts_;  // they point at each other, so they must not move
};

}  // namespace ailamgi
