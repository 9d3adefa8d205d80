// Answers questions about an analysed article: "X đã làm gì?", "X nói gì về Y?", "Ai …?", "… khi nào?", "… ở đâu?", "…
// với ai?".
//
// An answer is an event or a quotation of the article that fits: whom it is about, what is asked for, the words shared.
// Names are known under every name that the article has for them, with or without diacritics.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"
#include "model/lexicon.h"
#include "model/model.h"
#include "summary/phrasing.h"

namespace ailamgi {

// One thing in the article that answers.
struct Finding {
  Index event = none, quote = none;  // one of the two
  Span span;                         // where it stands in the article
  std::u16string text;               // the event as a sentence, or the words quoted
  int32_t score = 0;
};

struct Answer {
  std::vector<Finding> findings;  // best first, at most five
  Message message;                // why there are none; empty when there are some
  bool answered() const { return !findings.empty(); }
};

class QuestionAnswerer {
 public:
  // Takes the word list questions.txt; nothing when the model has no lexicon. The model must outlive the answerer.
  static std::optional<QuestionAnswerer> open(const Model& model);

  // Any text may be asked; what cannot be understood is answered by saying so. At most the first 200 syllables of the
  // question are read. O(events and their sentences).
  Answer ask(const Article& article, std::u16string_view question) const;

 private:
  QuestionAnswerer(const Lexicon& lexicon, const Phrasebook& book)
      : lexicon_(lexicon), words_(lexicon.list("questions")), book_(book) {}
  class Asking;
  Lexicon lexicon_;
  ListId words_;
  Phrasebook book_;
};

}  // namespace ailamgi
