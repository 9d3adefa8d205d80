#include "summary/summary.h"

#include <algorithm>
#include <map>
#include <utility>

#include "summary/choice.h"

namespace ailamgi {
namespace {

constexpr size_t most_digests = 12, most_partners = 8;

bool valid(Index i, size_t size) {
  return i >= 0 && static_cast<size_t>(i) < size;
}

// The day or time of an event where it is fully known; empty otherwise.
std::string_view moment(const Article& a, Index event) {
  Index v = a.events[static_cast<size_t>(event)].when.value;
  if (!valid(v, a.values.size())) return {};
  std::string_view s = a.values[static_cast<size_t>(v)].normalised;
  return s.size() >= 10 && s[0] != 'X' && s.find('X') == std::string_view::npos && s.find('/') == std::string_view::npos
             ? s
             : std::string_view();
}

// Puts the events whose time is known in order, in the places that they hold; the others stay where they are.
void sort_by_time(const Article& a, std::vector<Index>& events) {
  std::vector<size_t> places;
  std::vector<Index> timed;
  for (size_t i = 0; i < events.size(); ++i) {
    if (moment(a, events[i]).empty()) continue;
    places.push_back(i);
    timed.push_back(events[i]);
  }
  std::stable_sort(timed.begin(), timed.end(), [&](Index x, Index y) { return moment(a, x) < moment(a, y); });
  for (size_t i = 0; i < places.size(); ++i) events[places[i]] = timed[i];
}

void digest(Article& a) {
  std::vector<Digest> all(a.entities.size());
  for (size_t i = 0; i < all.size(); ++i) all[i].entity = static_cast<Index>(i);
  for (size_t i = 0; i < a.events.size(); ++i) {
    const Event& e = a.events[i];
    if (e.who.present() && valid(e.who.entity, all.size()))
      all[static_cast<size_t>(e.who.entity)].did.push_back(static_cast<Index>(i));
    if (e.what.present() && valid(e.what.entity, all.size()) && e.what.entity != e.who.entity) {
      all[static_cast<size_t>(e.what.entity)].received.push_back(static_cast<Index>(i));
    }
  }
  for (size_t i = 0; i < a.quotes.size(); ++i) {
    Index s = a.quotes[i].speaker;
    if (valid(s, all.size())) all[static_cast<size_t>(s)].said.push_back(static_cast<Index>(i));
  }
  auto weight = [&](const Digest& d) {
    return a.entities[static_cast<size_t>(d.entity)].salience +
           400 * (2 * d.did.size() + d.received.size() + d.said.size());
  };
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const Digest& d) { return d.did.empty() && d.received.empty() && d.said.empty(); }),
            all.end());
  std::stable_sort(all.begin(), all.end(), [&](const Digest& x, const Digest& y) { return weight(x) > weight(y); });
  if (all.size() > most_digests) all.resize(most_digests);
  for (Digest& d : all) {
    sort_by_time(a, d.did);
    sort_by_time(a, d.received);
  }
  a.digests = std::move(all);
}

void link(Article& a) {
  std::map<std::pair<Index, Index>, std::vector<Index>> found;
  for (size_t i = 0; i < a.events.size(); ++i) {
    const Event& e = a.events[i];
    if (!e.who.present() || !e.what.present() || !valid(e.who.entity, a.entities.size())) continue;
    auto meet = [&](Index to) {
      if (!valid(to, a.entities.size()) || to == e.who.entity) return;
      auto& events = found[{e.who.entity, to}];
      if (events.empty() || events.back() != static_cast<Index>(i)) events.push_back(static_cast<Index>(i));
    };
    meet(e.what.entity);
    auto m = a.mentions.begin() + a.first_mention(e.what.span.start);
    for (size_t n = 0; n < most_partners && m != a.mentions.end() && m->span.end <= e.what.span.end; ++m, ++n)
      meet(m->entity);
  }
  for (auto& [pair, events] : found) a.links.push_back({pair.first, pair.second, std::move(events)});
  std::stable_sort(a.links.begin(), a.links.end(),
                   [](const Link& x, const Link& y) { return x.events.size() > y.events.size(); });
}

}  // namespace

std::optional<Summarizer> Summarizer::open(const Model& model) {
  return open(model, model.section("summary"));
}

std::optional<Summarizer> Summarizer::open(const Model& model, Bytes section) {
  auto book = Phrasebook::open(model);
  auto weights = summary::SalienceWeights::read(section);
  if (!book || !weights) return std::nullopt;
  return Summarizer(*book, *weights);
}

void Summarizer::run(Article& article) const {
  article.summary.clear();
  article.digests.clear();
  article.links.clear();
  Phrasing phrasing(article, book_);
  summary::Salience weighed(article, phrasing.cues());
  weighed.run(weights_, article);
  article.summary = summary::choose(article, phrasing, weights_, weighed);
  digest(article);
  link(article);
}

}  // namespace ailamgi
