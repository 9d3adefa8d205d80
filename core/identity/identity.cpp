#include "identity/identity.h"

#include <algorithm>
#include <set>

#include "identity/name_index.h"
#include "identity/references.h"
#include "identity/roles.h"
#include "model/reader.h"

namespace ailamgi {
namespace {

void list_mentions(Article& a) {
  for (size_t i = 0; i < a.mentions.size(); ++i) {
    Index e = a.mentions[i].entity;
    if (e != none) a.entities[static_cast<size_t>(e)].mentions.push_back(static_cast<Index>(i));
  }
}

void list_aliases(Article& a) {
  for (Entity& e : a.entities) {
    std::set<std::u16string_view> seen{a.view(e.name)};
    for (Index i : e.mentions) {
      const Mention& m = a.mentions[static_cast<size_t>(i)];
      if (m.kind == MentionKind::name && seen.insert(a.view(m.span)).second) e.aliases.push_back(m.span);
    }
  }
}

// How often it is meant, names and first places counting more; persons and organisations are what articles are about.
void weigh(Article& a) {
  uint32_t most = 1;
  std::vector<uint32_t> weights;
  for (const Entity& e : a.entities) {
    uint32_t w = 0;
    for (Index i : e.mentions) {
      const Mention& m = a.mentions[static_cast<size_t>(i)];
      const Sentence& s = a.sentences[static_cast<size_t>(m.sentence)];
      SegmentKind kind = a.segments[static_cast<size_t>(s.segment)].kind;
      w += !s.told ? 0 : kind == SegmentKind::title ? 6 : kind == SegmentKind::lead ? 4 : 2;
    }
    if (e.type == EntityType::location || e.type == EntityType::misc) w = w / 2;
    weights.push_back(w);
    most = std::max(most, w);
  }
  for (size_t i = 0; i < weights.size(); ++i) {
    a.entities[i].salience = static_cast<uint16_t>(uint64_t{weights[i]} * 10000 / most);
  }
}

}  // namespace

IdentityResolver::IdentityResolver(const Lexicon& lexicon, SparseWeights weights)
    : lexicon_(lexicon), words_(lexicon), weights_(weights) {}

std::optional<IdentityResolver> IdentityResolver::open(const Model& model) {
  auto lexicon = Lexicon::open(model);
  SectionReader in(model.section("references"));
  auto weights = SparseWeights::read(in);
  if (!lexicon || !weights || weights->labels() != 1) return std::nullopt;
  return IdentityResolver(*lexicon, *weights);
}

void IdentityResolver::run(Article& article) const {
  identity::join_names(article, lexicon_, words_);
  auto references = identity::find_references(article, words_, weights_);
  size_t names = article.mentions.size();
  article.mentions.insert(article.mentions.end(), references.begin(), references.end());
  auto before = [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; };
  std::inplace_merge(article.mentions.begin(), article.mentions.begin() + static_cast<std::ptrdiff_t>(names),
                     article.mentions.end(), before);
  list_mentions(article);
  list_aliases(article);
  identity::find_roles(article, lexicon_, words_);
  weigh(article);
}

}  // namespace ailamgi
