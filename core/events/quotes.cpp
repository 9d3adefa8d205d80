#include "events/quotes.h"

#include <span>
#include <vector>

#include "events/cast.h"
#include "events/quote_scenes.h"
#include "events/speaker_choice.h"
#include "events/speech.h"
#include "text/quote_marks.h"

namespace ailamgi {

std::optional<QuoteFinder> QuoteFinder::open(const Model& model) {
  return open(model, model.section("quotes"));
}

std::optional<QuoteFinder> QuoteFinder::open(const Model& model, Bytes section) {
  auto cues = Cues::open(model);
  auto names = RelationNames::open(model);
  if (!cues || !names) return std::nullopt;
  QuoteFinder finder(*cues, events::KnownRelations::of(*names));
  SectionReader in(section);
  auto speech = SparseWeights::read(in), speaker = SparseWeights::read(in);
  if (!speech || !speaker || speech->labels() != 1 || speaker->labels() != 1) return std::nullopt;
  finder.speech_ = *speech;
  finder.speaker_ = *speaker;
  return finder;
}

void QuoteFinder::run(Article& article) const {
  using namespace events;
  article.quotes.clear();
  const std::vector<Piece> pieces = find_pieces(article);
  if (pieces.empty()) return;
  const Frame frame(article, cues_, relations_);
  const std::vector<QuoteScene> scenes = quote_scenes(frame, pieces);
  const Cast cast = cast_of(frame, pieces);
  SpeakerChoice speakers(frame, cast, speaker_);
  Index group = none, judged = none;  // of the quotation before; of the last stretch that was decided on
  bool speech = false;
  for (size_t i = 0; i < scenes.size(); ++i) {
    const QuoteScene& scene = scenes[i];
    if (scene.tokens.size() == 0) continue;
    if (scene.piece.group != judged) speech = is_speech(frame, speech_, std::span(scenes).subspan(i));
    judged = scene.piece.group;
    if (!speech) continue;
    Quote quote;
    quote.span = scene.piece.span;
    quote.sentence = frame.token(scene.tokens.begin).sentence;
    const Quote* before = article.quotes.empty() ? nullptr : &article.quotes.back();
    if (before != nullptr && scene.piece.group == group) {
      quote.speaker = before->speaker;
      quote.speaker_span = before->speaker_span;
      quote.cue = before->cue;
    } else {
      speakers.choose(scene, before, quote);
    }
    group = scene.piece.group;
    article.quotes.push_back(quote);
  }
  first_person_.bind(article);
}

}  // namespace ailamgi
