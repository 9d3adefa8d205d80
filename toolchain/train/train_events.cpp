// Trains the weights of core/events from annotated articles.
//
// usage: ailamgi-train-events --model FILE --data GOLD.jsonl --out DIR          writes DIR/events.bin and
// DIR/quotes.bin
//        ailamgi-train-events --model FILE --data GOLD.jsonl --cross 5          analyses of every article by weights
//        that
//                                                                            were learned from the others, to stdout
//        --eval GOLD.jsonl    analyses of these instead, by weights from all of --data
//        --quotes JOINED.jsonl   articles with annotated quotations alone (toolchain/annotations/join_quotes.py) to
//        learn
//                                from as well
//        --names predicted       names, values and coreference as the model finds them, not as annotated
//        --only quotes
//        --epochs N --prior X --least N --floor N --step N   of train/lib/loglinear.h
//        --forget N           learns again without the features whose weights are all at most this (in 1/32); 0: no
//        --threshold N        see EventExtractor::set_threshold
//
// The model gives words, parts of speech, dependencies and word lists; names, values and coreference come from the
// annotation.
#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "events/circumstances.h"
#include "events/contents.h"
#include "events/doers.h"
#include "events/events.h"
#include "events/flags.h"
#include "events/phrases.h"
#include "events/quotes.h"
#include "events/sources.h"
#include "events/speaker_features.h"
#include "events/speech.h"
#include "identity/identity.h"
#include "names/name_tagger.h"
#include "names/value_tagger.h"
#include "syntax/parser.h"
#include "text/fold.h"
#include "text/syllables.h"
#include "text/text_reader.h"
#include "train/lib/gold.h"
#include "train/lib/loglinear.h"
#include "words/word_segmenter.h"

namespace {

using namespace ailamgi;
using namespace ailamgi::events;
using namespace ailamgi::train;

struct Prepared {
  GoldArticle gold;
  Article article;
  std::map<int, Index> entity;  // of a gold entity
  bool quotes_only = false;
};

std::vector<std::string> words_of(std::u16string_view text) {
  std::vector<Syllable> syllables;
  split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
  std::vector<std::string> out;
  for (const Syllable& s : syllables) {
    if (s.shape != Shape::punctuation && s.shape != Shape::symbol)
      out.push_back(to_utf8(fold(text.substr(s.span.start, s.span.size()))));
  }
  return out;
}

double token_f1(std::u16string_view a, std::u16string_view b) {
  auto x = words_of(a), y = words_of(b);
  if (x.empty() || y.empty()) return 0;
  std::multiset<std::string> rest(y.begin(), y.end());
  double same = 0;
  for (const auto& w : x) {
    auto it = rest.find(w);
    if (it == rest.end()) continue;
    rest.erase(it);
    ++same;
  }
  return 2 * same / static_cast<double>(x.size() + y.size());
}

double span_f1(const Article& a, Span x, Span y) {
  return x.overlaps(y) ? token_f1(a.view(x), a.view(y)) : 0;
}

Range tokens_in(const Article& a, Span s) {
  auto from =
      std::partition_point(a.tokens.begin(), a.tokens.end(), [&](const Token& t) { return t.span.end <= s.start; });
  auto to = std::partition_point(from, a.tokens.end(), [&](const Token& t) { return t.span.start < s.end; });
  return {static_cast<Index>(from - a.tokens.begin()), static_cast<Index>(to - a.tokens.begin())};
}

void annotate(Prepared& p) {
  Article& a = p.article;
  for (const GoldMention& m : p.gold.mentions) {
    Range tokens = tokens_in(a, m.span);
    if (tokens.size() == 0) continue;
    Index sentence = a.tokens[static_cast<size_t>(tokens.begin)].sentence;
    if (m.type == "TIME" || m.type == "MONEY" || m.type == "PERCENT") {
      a.values.push_back({m.type == "TIME"    ? ValueType::time
                          : m.type == "MONEY" ? ValueType::money
                                              : ValueType::percent,
                          m.span,
                          sentence,
                          {}});
      continue;
    }
    auto [it, fresh] = p.entity.try_emplace(m.entity, static_cast<Index>(a.entities.size()));
    EntityType type = m.type == "PER"   ? EntityType::person
                      : m.type == "ORG" ? EntityType::organization
                      : m.type == "LOC" ? EntityType::location
                                        : EntityType::misc;
    if (fresh) {
      Entity e;
      e.type = type;
      e.name = m.span;
      a.entities.push_back(e);
    } else if (m.type != "REF" && a.view(a.entities[static_cast<size_t>(it->second)].name).size() < m.span.size()) {
      a.entities[static_cast<size_t>(it->second)].type = type;
    }
    Mention mention;
    mention.span = m.span;
    mention.tokens = tokens;
    mention.kind = m.type == "REF" ? MentionKind::nominal : MentionKind::name;
    mention.type = type;
    mention.sentence = sentence;
    mention.entity = it->second;
    a.entities[static_cast<size_t>(it->second)].mentions.push_back(static_cast<Index>(a.mentions.size()));
    a.mentions.push_back(mention);
  }
  for (Mention& m : a.mentions) m.type = a.entities[static_cast<size_t>(m.entity)].type;
  auto by_start = [](const auto& x, const auto& y) { return x.span.start < y.span.start; };
  std::stable_sort(a.mentions.begin(), a.mentions.end(), by_start);
  std::stable_sort(a.values.begin(), a.values.end(), by_start);
}

// Which of the entities found is which annotated one: one to one, by the mentions that they share.
void match_entities(Prepared& p) {
  std::map<std::pair<Index, int>, int> votes;
  for (const GoldMention& m : p.gold.mentions) {
    if (m.entity < 0) continue;
    for (const Mention& found : p.article.mentions) {
      if (found.entity != none && found.span.overlaps(m.span)) ++votes[{found.entity, m.entity}];
    }
  }
  std::vector<std::pair<int, std::pair<Index, int>>> order;
  for (const auto& [pair, n] : votes) order.push_back({-n, pair});
  std::sort(order.begin(), order.end());
  std::set<Index> taken;
  for (const auto& [n, pair] : order) {
    if (p.entity.count(pair.second) != 0 || !taken.insert(pair.first).second) continue;
    p.entity[pair.second] = pair.first;
  }
}

struct Weights {
  Loglinear act{3}, growth{1}, flags{4}, who{1}, patient{1}, what{1}, when{1}, where{1}, source{1}, speech{1},
      speaker{1};
};

struct GoldAct {
  const GoldEvent* gold;
  Act act;
};

bool who_fits(const Prepared& p, const GoldArgument& gold, Span span, Index entity) {
  if (gold.entity >= 0 && entity != none) {
    auto it = p.entity.find(gold.entity);
    if (it != p.entity.end() && it->second == entity) return true;
  }
  if (gold.span) return span_f1(p.article, span, *gold.span) >= 0.5;
  return !gold.text.empty() && token_f1(to_utf16(gold.text), p.article.view(span)) >= 0.5;
}

// The entity that an annotated speaker is, none when it has none or none that was found.
Index speaker_of(const Prepared& p, const Frame& frame, const GoldQuote& gold) {
  const Article& a = p.article;
  if (!p.quotes_only) {
    auto it = p.entity.find(gold.entity);
    return it == p.entity.end() ? none : it->second;
  }
  auto named = gold.named_at ? gold.named_at : gold.speaker_at;
  if (!named) return none;
  Index whole = none;
  for (const Mention& m : a.mentions) {
    if (!m.span.overlaps(*named)) continue;
    // A person's name within "Bộ trưởng Quốc phòng Nga Sergei Shoigu", or a name that is nearly all of the phrase.
    if (m.type == EntityType::person && m.kind == MentionKind::name) return m.entity;
    if (span_f1(a, m.span, *named) >= 0.5) whole = m.entity;
  }
  return whole == none && !gold.named_at ? frame.entity_of(tokens_in(a, *named)) : whole;
}

// Learns from one article.
class Lesson {
 public:
  Lesson(const Prepared& p, const Cues& cues, const KnownRelations& relations, Weights& w)
      : p_(p), frame_(p.article, cues, relations), w_(w) {}

  void learn_events() {
    for (const Sentence& s : p_.article.sentences) {
      if (s.told && s.span.start < p_.gold.annotated_end) learn_sentence(s);
    }
  }

  void learn_quotes() {
    auto pieces = find_pieces(p_.article);
    auto scenes = quote_scenes(frame_, pieces);
    const Cast cast = cast_of(frame_, pieces);
    std::vector<Quote> quotes;
    Index group = none;
    for (size_t i = 0; i < scenes.size(); ++i) {
      if (scenes[i].tokens.size() == 0 || pieces[i].span.start >= p_.gold.annotated_end || pieces[i].dash) continue;
      const GoldQuote* gold = nullptr;
      for (const GoldQuote& q : p_.gold.quotes) {
        if (q.start && std::abs(static_cast<int>(q.start->start) - static_cast<int>(pieces[i].span.start)) <= 2)
          gold = &q;
      }
      features_.clear();
      speech_features(frame_, scenes[i], features_);
      w_.speech.add_bits(features_.list(), gold != nullptr ? 1 : 0);
      if (gold == nullptr) continue;
      const Quote* before = quotes.empty() ? nullptr : &quotes.back();
      Quote quote;
      quote.span = pieces[i].span;
      quote.sentence = frame_.token(scenes[i].tokens.begin).sentence;
      std::vector<SpeakerCandidate> candidates;
      speaker_candidates(frame_, cast, scenes[i], before, candidates);
      const Index entity = speaker_of(p_, frame_, *gold);
      const std::u16string words = to_utf16(gold->speaker);
      auto speaks = [&](Span span, Index who) {
        if (entity != none) return who == entity;
        return !span.empty() && token_f1(words, p_.article.view(span)) >= 0.5;
      };
      std::vector<Loglinear::List> lists;
      std::vector<bool> right;
      bool any = false;
      for (const SpeakerCandidate& c : candidates) {
        bool fits = false;
        if (c.kind == SpeakerCandidate::Kind::same_as_before) {
          fits = speaks(before->speaker_span, before->speaker);
        } else if (c.kind == SpeakerCandidate::Kind::phrase) {
          fits = speaks(frame_.span_of(c.tokens), c.entity);
          if (fits && quote.speaker_span.empty()) quote.speaker_span = frame_.span_of(c.tokens);
        }
        if (c.kind == SpeakerCandidate::Kind::same_as_before && fits) quote.speaker_span = before->speaker_span;
        any = any || fits;
        features_.clear();
        speaker_features(frame_, cast, scenes[i], before, c, features_);
        lists.push_back(features_.list());
        right.push_back(fits);
      }
      if (any && pieces[i].group != group) w_.speaker.add_ranking(lists, right);
      quote.speaker = entity;
      group = pieces[i].group;
      quotes.push_back(quote);
    }
  }

 private:
  std::vector<GoldAct> acts_of(const Sentence& s) {
    std::vector<GoldAct> acts;
    for (const GoldEvent& e : p_.gold.events) {
      if (!e.did || !s.span.contains(*e.did)) continue;
      GoldAct g{&e, {}};
      g.act.did = tokens_in(p_.article, *e.did);
      if (g.act.did.size() == 0) continue;
      g.act.passive = e.passive;
      g.act.negated = e.negated;
      g.act.mode = e.mode == "plan" ? Mode::plan : e.mode == "maybe" ? Mode::maybe : Mode::fact;
      if (e.what && !e.passive) g.act.what = tokens_in(p_.article, *e.what);
      acts.push_back(g);
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const GoldAct& a, const GoldAct& b) { return a.act.did.begin < b.act.did.begin; });
    // Two acts on one word can't be told apart.
    std::vector<GoldAct> apart;
    for (const GoldAct& g : acts) {
      if (apart.empty() || g.act.did.begin >= apart.back().act.did.end) apart.push_back(g);
    }
    for (size_t i = 0; i < apart.size(); ++i) set_topic(apart[i], i > 0 ? &apart[i - 1].act : nullptr, s);
    return apart;
  }

  void set_topic(GoldAct& g, const Act* before, const Sentence& s) {
    const GoldEvent& e = *g.gold;
    if (e.passive && e.what) {
      g.act.topic = *e.what;
      g.act.topic_tokens = tokens_in(p_.article, *e.what);
      g.act.topic_entity = frame_.entity_of(g.act.topic_tokens);
      return;
    }
    if (!e.who) return;
    if (e.who->span) {
      g.act.topic = *e.who->span;
      g.act.topic_tokens = tokens_in(p_.article, *e.who->span);
      auto it = p_.entity.find(e.who->entity);
      if (it != p_.entity.end()) g.act.topic_entity = it->second;
      // The phrase itself in the sentence, where the annotation points at an earlier one.
      if (g.act.topic_tokens.size() > 0 && !s.span.contains(g.act.topic)) g.act.topic_tokens = {};
      return;
    }
    for (const Act* a : {before, const_cast<const Act*>(&earlier_)}) {
      if (a != nullptr && !a->topic.empty() && who_fits(p_, *e.who, a->topic, a->topic_entity)) {
        g.act.topic = a->topic;
        g.act.topic_tokens = a == before ? a->topic_tokens : Range{};
        g.act.topic_entity = a->topic_entity;
        return;
      }
    }
    // The nearest name of the one meant.
    for (auto it = p_.article.mentions.rbegin(); it != p_.article.mentions.rend(); ++it) {
      if (e.who->entity >= 0 && it->span.start < e.did->start) {
        auto at = p_.entity.find(e.who->entity);
        if (at == p_.entity.end() || at->second != it->entity) continue;
        g.act.topic = it->span;
        g.act.topic_entity = it->entity;
        if (s.span.contains(it->span)) g.act.topic_tokens = it->tokens;
        return;
      }
    }
  }

  void learn_sentence(const Sentence& s) {
    auto gold = acts_of(s);
    size_t next = 0;
    for (Index t = s.tokens.begin; t < s.tokens.end;) {
      const Act* before = next > 0 ? &gold[next - 1].act : nullptr;
      bool starts = next < gold.size() && gold[next].act.did.begin == t;
      if (may_act(frame_, t)) {
        features_.clear();
        act_features(frame_, t, before, features_);
        w_.act.add_choice(features_.list(), !starts ? 0 : gold[next].gold->key ? 1 : 2);
      }
      if (!starts) {
        ++t;
        continue;
      }
      learn_act(gold[next], before);
      t = gold[next].act.did.end;
      ++next;
    }
    std::vector<Act> acts;
    for (const GoldAct& g : gold) acts.push_back(g.act);
    for (size_t i = 0; i < gold.size(); ++i) learn_circumstances(gold[i], i > 0 ? &gold[i - 1].act : nullptr, acts);
    for (auto it = acts.rbegin(); it != acts.rend(); ++it) {
      if (!it->topic.empty()) {
        earlier_ = *it;
        break;
      }
    }
  }

  void learn_act(const GoldAct& g, const Act* before) {
    const GoldEvent& e = *g.gold;
    Range in = frame_.sentence(g.act.did.begin);
    for (Index end = g.act.did.begin + 1; end <= g.act.did.end && end < in.end && end - g.act.did.begin < 6; ++end) {
      if (!frame_.is_word(end)) break;
      features_.clear();
      growth_features(frame_, {g.act.did.begin, end}, features_);
      w_.growth.add_bits(features_.list(), end < g.act.did.end ? 1 : 0);
    }
    features_.clear();
    flag_features(frame_, g.act.did, before, features_);
    w_.flags.add_bits(features_.list(), (e.passive ? 1U : 0U) + (e.negated ? 2U : 0U) +
                                            (g.act.mode == Mode::plan ? 4U : 0U) +
                                            (g.act.mode == Mode::maybe ? 8U : 0U));

    std::vector<WhoCandidate> candidates;
    who_candidates(frame_, g.act.did, before, earlier_.topic.empty() ? nullptr : &earlier_, candidates);
    for (bool patient : {false, true}) {
      if (patient && !e.passive) continue;
      std::vector<Loglinear::List> lists;
      std::vector<bool> right;
      bool any = false;
      // Of the phrases that hold the one annotated, only those that hold little else are right.
      const std::optional<Span> wanted = patient ? e.what : e.who ? e.who->span : std::nullopt;
      double best = 0;
      if (wanted) {
        for (const auto& c : candidates)
          best = std::max(best, c.kind == WhoCandidate::Kind::nobody ? 0 : span_f1(p_.article, c.span, *wanted));
      }
      for (const WhoCandidate& c : candidates) {
        bool fits;
        bool nobody = c.kind == WhoCandidate::Kind::nobody;
        if (patient) {
          fits = !e.what ? nobody : !nobody && best >= 0.5 && span_f1(p_.article, c.span, *e.what) >= best - 0.01;
        } else {
          fits = !e.who ? nobody : !nobody && who_fits(p_, *e.who, c.span, c.entity);
          if (fits && wanted && c.span.overlaps(*wanted)) fits = span_f1(p_.article, c.span, *wanted) >= best - 0.15;
        }
        features_.clear();
        who_features(frame_, g.act.did, e.passive, before, c, features_);
        lists.push_back(features_.list());
        right.push_back(fits);
        any = any || fits;
      }
      ++(patient ? patients : whos);
      if (any)
        (patient ? w_.patient : w_.who).add_ranking(lists, right);
      else
        ++(patient ? patients_lost : whos_lost);
    }
    if (!e.passive) {
      std::vector<WhatCandidate> whats;
      what_candidates(frame_, g.act.did, whats);
      std::vector<double> scores;
      double best = 0;
      for (const auto& c : whats) {
        double f = c.tokens.size() == 0 ? (e.what ? 0 : 1)
                   : e.what             ? span_f1(p_.article, frame_.span_of(c.tokens), *e.what)
                                        : 0;
        scores.push_back(f);
        best = std::max(best, f);
      }
      ++whats_seen;
      what_best += best;
      if (best >= 0.5) {
        std::vector<Loglinear::List> lists;
        std::vector<bool> right;
        for (size_t i = 0; i < whats.size(); ++i) {
          features_.clear();
          what_features(frame_, g.act.did, whats[i], features_);
          lists.push_back(features_.list());
          right.push_back(scores[i] >= best - 1e-6);
        }
        w_.what.add_ranking(lists, right);
      }
    }
  }

  void learn_circumstances(const GoldAct& g, const Act* before, const std::vector<Act>& acts) {
    const GoldEvent& e = *g.gold;
    for (auto kind : {Circumstance::when, Circumstance::where}) {
      std::vector<PhraseCandidate> phrases;
      phrase_candidates(frame_, g.act.did, kind, phrases);
      const auto& span = kind == Circumstance::when ? e.when : e.where;
      for (const PhraseCandidate& c : phrases) {
        features_.clear();
        phrase_features(frame_, g.act.did, g.act.what, before, c, features_);
        (kind == Circumstance::when ? w_.when : w_.where)
            .add_bits(features_.list(), span && frame_.span_of(c.tokens).overlaps(*span) ? 1 : 0);
      }
    }
    std::vector<SourceCandidate> sources;
    source_candidates(frame_, g.act.did, acts, sources);
    if (e.by && !e.by->span) return;
    for (const SourceCandidate& c : sources) {
      features_.clear();
      source_features(frame_, g.act.did, c, features_);
      w_.source.add_bits(features_.list(), e.by && c.span.overlaps(*e.by->span) ? 1 : 0);
    }
  }

  const Prepared& p_;
  Frame frame_;
  Weights& w_;
  Features features_;
  Act earlier_;

 public:
  int whos = 0, whos_lost = 0, patients = 0, patients_lost = 0, whats_seen = 0;
  double what_best = 0;
};

struct Options {
  std::string model, data, out, eval, pieces, quotes;
  int cross = 0;
  bool predicted = false, only_quotes = false;
  uint32_t threshold = 380;
  int epochs = 12;
  double prior = 0.02;
  uint32_t least = 3;
  Loglinear::Packing packing{3, 2};
  int32_t forget = 4;
};

class Trainer {
 public:
  Trainer(const Options& options, const Model& model)
      : options_(options),
        model_(model),
        cues_(*Cues::open(model)),
        relations_(KnownRelations::of(*RelationNames::open(model))) {}

  std::vector<Prepared> prepare(const std::string& path, bool predicted, bool quotes_only = false) {
    auto reader = TextReader::open(model_);
    auto segmenter = WordSegmenter::open(model_);
    auto parser = Parser::open(model_);
    auto names = NameTagger::open(model_);
    auto values = ValueTagger::open(model_);
    auto identity = IdentityResolver::open(model_);
    if (!reader || !segmenter || !parser || !names || !values || !identity) {
      std::cerr << "the model lacks words, syntax or names\n";
      std::exit(1);
    }
    std::vector<Prepared> all;
    for (auto& gold : read_gold(path)) {
      Prepared p;
      p.gold = std::move(gold);
      reader->read(p.gold.text, p.article);
      if (p.article.text != p.gold.text) {
        std::cerr << p.gold.id << ": text changes when it is read, left out\n";
        continue;
      }
      segmenter->run(p.article);
      parser->run(p.article);
      p.quotes_only = quotes_only;
      if (predicted) {
        names->run(p.article);
        values->run(p.article);
        identity->run(p.article);
        match_entities(p);
      } else {
        annotate(p);
      }
      all.push_back(std::move(p));
    }
    return all;
  }

  // Prints what stands between quotation marks, for annotators.
  void print_pieces(const std::string& path) {
    auto reader = TextReader::open(model_);
    for (const auto& gold : read_gold(path)) {
      Article a;
      reader->read(gold.text, a);
      nlohmann::json j{{"id", gold.id}, {"same", a.text == gold.text}, {"pieces", nlohmann::json::array()}};
      for (const Piece& p : find_pieces(a)) j["pieces"].push_back({p.span.start, p.span.end, p.group, p.segment});
      std::cout << j.dump() << '\n';
    }
  }

  // The sections learned from the articles that are not in `fold`.
  std::pair<std::string, std::string> learn(std::vector<Prepared>& all, int fold, int folds) {
    Weights w;
    std::string quotes, events;
    auto each = [&](auto f) {
      for (size_t i = 0; i < all.size(); ++i) {
        if (folds == 0 || static_cast<int>(i % static_cast<size_t>(folds)) != fold) f(all[i]);
      }
    };
    each([&](Prepared& p) {
      p.article.quotes.clear();
      Lesson(p, cues_, relations_, w).learn_quotes();
    });
    w.speech.train(12, 0.08, 0.003, 2);
    w.speaker.train(12, 0.08, 0.03, 2);
    w.speech.append_section(quotes);
    w.speaker.append_section(quotes);
    if (options_.only_quotes) return {events, quotes};
    auto finder = QuoteFinder::open(model_, std::as_bytes(std::span(quotes.data(), quotes.size())));
    int whos = 0, lost = 0, patients = 0, patients_lost = 0, whats = 0;
    double best = 0;
    each([&](Prepared& p) {
      if (p.quotes_only) return;
      finder->run(p.article);
      Lesson lesson(p, cues_, relations_, w);
      lesson.learn_events();
      whos += lesson.whos;
      lost += lesson.whos_lost;
      patients += lesson.patients;
      patients_lost += lesson.patients_lost;
      whats += lesson.whats_seen;
      best += lesson.what_best;
    });
    std::cerr << "who " << whos << ", without a right candidate " << lost << "; patient " << patients << ", without "
              << patients_lost << "; best what F1 " << best / std::max(1, whats) << '\n';
    events.append(reinterpret_cast<const char*>(&options_.threshold), 4);
    // In this order in the section. The small ones are written whole: leaving features out of them saves nothing.
    struct Part {
      Loglinear* model;
      bool small;
    };
    for (const Part& part : {Part{&w.act, false},
                             {&w.growth, false},
                             {&w.flags, false},
                             {&w.who, false},
                             {&w.patient, true},
                             {&w.what, false},
                             {&w.when, true},
                             {&w.where, true},
                             {&w.source, true}}) {
      Loglinear& m = *part.model;
      m.train(options_.epochs, 0.1, options_.prior, options_.least);
      if (options_.forget > 0 && !part.small) {
        m.forget({options_.forget, 1});
        m.train(options_.epochs, 0.1, options_.prior, options_.least);
      }
      m.append_section(events, part.small ? Loglinear::Packing() : options_.packing);
    }
    return {events, quotes};
  }

  void analyse(Prepared& p, const std::pair<std::string, std::string>& sections, std::ostream& out) {
    auto events = EventExtractor::open(model_, std::as_bytes(std::span(sections.first.data(), sections.first.size())));
    auto quotes = QuoteFinder::open(model_, std::as_bytes(std::span(sections.second.data(), sections.second.size())));
    quotes->run(p.article);
    if (events) events->run(p.article);
    print(p, out);
  }

 private:
  static void print(const Prepared& p, std::ostream& out) {
    using Json = nlohmann::json;
    const Article& a = p.article;
    auto span = [](Span s) { return Json{{"start", s.start}, {"end", s.end}}; };
    auto argument = [&](const Argument& x) -> Json {
      if (!x.present()) return nullptr;
      Json j = span(x.span);
      j["entity"] = x.entity == none ? Json(nullptr) : Json(x.entity);
      return j;
    };
    Json j;
    j["id"] = p.gold.id;
    j["entities"] = Json::array();
    static const char* types[] = {"PER", "ORG", "LOC", "MISC"};
    for (size_t i = 0; i < a.entities.size(); ++i) {
      Json e{{"id", i}, {"type", types[static_cast<size_t>(a.entities[i].type)]}, {"mentions", Json::array()}};
      for (const Mention& m : a.mentions) {
        if (m.entity != static_cast<Index>(i)) continue;
        Json x = span(m.span);
        x["kind"] = m.kind == MentionKind::name ? "name" : "nominal";
        e["mentions"].push_back(x);
      }
      j["entities"].push_back(e);
    }
    j["events"] = Json::array();
    static const char* modes[] = {"fact", "plan", "maybe"};
    for (const Event& e : a.events) {
      if (e.doubtful) continue;
      j["events"].push_back({{"who", argument(e.who)},
                             {"did", span(e.did)},
                             {"what", argument(e.what)},
                             {"when", argument(e.when)},
                             {"where", argument(e.where)},
                             {"source", argument(e.source)},
                             {"negated", e.negated},
                             {"mode", modes[static_cast<size_t>(e.mode)]},
                             {"passive", e.passive}});
    }
    j["quotes"] = Json::array();
    for (const Quote& q : a.quotes) {
      Json x = span(q.span);
      x["speaker"] = q.speaker == none ? Json(nullptr) : Json(q.speaker);
      x["speaker_span"] = q.speaker_span.empty() ? Json(nullptr) : span(q.speaker_span);
      j["quotes"].push_back(x);
    }
    out << j.dump() << '\n';
  }

  Options options_;
  const Model& model_;
  Cues cues_;
  KnownRelations relations_;
};

}  // namespace

int main(int argc, char** argv) {
  Options o;
  for (int i = 1; i + 1 < argc; i += 2) {
    std::string key = argv[i], value = argv[i + 1];
    if (key == "--model") o.model = value;
    if (key == "--data") o.data = value;
    if (key == "--out") o.out = value;
    if (key == "--eval") o.eval = value;
    if (key == "--cross") o.cross = std::stoi(value);
    if (key == "--epochs") o.epochs = std::stoi(value);
    if (key == "--prior") o.prior = std::stod(value);
    if (key == "--least") o.least = static_cast<uint32_t>(std::stoul(value));
    if (key == "--forget") o.forget = std::stoi(value);
    if (key == "--floor") o.packing.floor = std::stoi(value);
    if (key == "--step") o.packing.step = std::stoi(value);
    if (key == "--only") o.only_quotes = value == "quotes";
    if (key == "--names") o.predicted = value == "predicted";
    if (key == "--quotes") o.quotes = value;
    if (key == "--pieces") o.pieces = value;
    if (key == "--threshold") o.threshold = static_cast<uint32_t>(std::stoul(value));
  }
  std::ifstream file(o.model, std::ios::binary);
  std::stringstream buffer;
  buffer << file.rdbuf();
  std::string bytes = buffer.str();
  std::vector<std::max_align_t> aligned(bytes.size() / sizeof(std::max_align_t) + 1);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  ModelError error;
  auto model = Model::open(std::as_bytes(std::span(aligned)).first(bytes.size()), error);
  if (!model) {
    std::cerr << describe(error).en << '\n';
    return 1;
  }
  Trainer trainer(o, *model);
  if (!o.pieces.empty()) {
    trainer.print_pieces(o.pieces);
    return 0;
  }
  auto all = trainer.prepare(o.data, o.predicted);
  if (!o.quotes.empty()) {
    for (auto& p : trainer.prepare(o.quotes, true, true)) all.push_back(std::move(p));
  }
  if (o.cross > 0) {
    for (int fold = 0; fold < o.cross; ++fold) {
      auto sections = trainer.learn(all, fold, o.cross);
      for (size_t i = static_cast<size_t>(fold); i < all.size(); i += static_cast<size_t>(o.cross))
        trainer.analyse(all[i], sections, std::cout);
    }
    return 0;
  }
  auto sections = trainer.learn(all, 0, 0);
  if (!o.eval.empty()) {
    auto others = trainer.prepare(o.eval, o.predicted);
    for (auto& p : others) trainer.analyse(p, sections, std::cout);
  }
  if (!o.out.empty()) {
    std::ofstream(o.out + "/events.bin", std::ios::binary) << sections.first;
    std::ofstream(o.out + "/quotes.bin", std::ios::binary) << sections.second;
  }
  return 0;
}
