#include "identity/identity.h"

#include <algorithm>
#include <unordered_map>

#include "text/fold.h"

namespace ailamgi {
namespace {

size_t at(Index i) { return static_cast<size_t>(i); }

enum class Gender : uint8_t { unknown, man, woman };

struct Name {
  Index mention;
  Range syllables;
  Index core;        // first syllable after the word for its kind
  uint64_t key = 0;  // of the core, or of the name that it is an alias of
  uint64_t head = 0;
  Index entity = none;
  Gender gender = Gender::unknown;
};

class Resolver {
 public:
  Resolver(const IdentityLists& lists, Article& a) : lists_(lists), a_(a) {}

  void run() {
    a_.entities.clear();
    std::erase_if(a_.mentions, [](const Mention& m) { return m.kind != MentionKind::name; });
    collect();
    join();
    order();
    add_references();
    describe();
    find_roles();
    weigh();
  }

 private:
  const Syllable& syllable(Index i) const { return a_.syllables[at(i)]; }

  void collect() {
    Index s = 0, count = static_cast<Index>(a_.syllables.size());
    for (size_t k = 0; k < a_.mentions.size(); ++k) {
      const Mention& m = a_.mentions[k];
      while (s < count && syllable(s).span.end <= m.span.start) ++s;
      Index end = s;
      while (end < count && syllable(end).span.start < m.span.end) ++end;
      if (end == s) continue;
      Name n{static_cast<Index>(k), {s, end}, s};
      if (m.type == EntityType::person) {
        n.gender = gender_before(m, s);
      } else {
        int head = lists_.longest(a_, s, end - 1, lists_.heads);
        n.core = s + head;
        while (n.core + 1 < end && syllable(n.core).shape == Shape::punctuation) ++n.core;
        if (head > 0) n.head = phrase_of(a_, s, s + head);
      }
      auto alias = lists_.value(a_, s, end - s <= Lexicon::max_syllables ? end - s : 1, lists_.aliases);
      n.key = phrase_of(a_, n.core, end);
      if (!alias.empty() && end - s <= Lexicon::max_syllables) {
        n.head = 0;
        n.key = 7;
        for (char c : alias) n.key = mix(n.key * 31 + static_cast<unsigned char>(c));
      } else if (n.core > s) {
        alias = end - n.core <= Lexicon::max_syllables ? lists_.value(a_, n.core, end - n.core, lists_.aliases) : "";
        if (!alias.empty()) {
          n.key = 7;
          for (char c : alias) n.key = mix(n.key * 31 + static_cast<unsigned char>(c));
        }
      } else if (lexicon_value_is_target(n)) {
        n.key = target_key(n);
      }
      names_.push_back(n);
    }
  }

  // "mỹ" itself is what "hoa kỳ" stands for: its key is made of the same letters.
  bool lexicon_value_is_target(const Name& n) const { return a_.mentions[at(n.mention)].type == EntityType::location; }
  uint64_t target_key(const Name& n) const {
    uint64_t key = 7;
    for (Index i = n.core; i < n.syllables.end; ++i) {
      if (i > n.core) key = mix(key * 31 + static_cast<unsigned char>(' '));
      for (char16_t c : fold(a_.view(syllable(i).span))) {
        auto byte = [&](uint32_t b) { key = mix(key * 31 + (b & 0xFF)); };
        if (c < 0x80) {
          byte(c);
        } else if (c < 0x800) {
          byte(0xC0u | (c >> 6)), byte(0x80u | (c & 0x3Fu));
        } else {
          byte(0xE0u | (c >> 12)), byte(0x80u | ((c >> 6) & 0x3Fu)), byte(0x80u | (c & 0x3Fu));
        }
      }
    }
    return key;
  }

  Gender gender_before(const Mention& m, Index s) const {
    Index begin = a_.sentences[at(m.sentence)].syllables.begin;
    int n = lists_.longest_before(a_, begin, s, lists_.honorifics);
    if (n == 0) return Gender::unknown;
    auto v = lists_.value(a_, s - n, n, lists_.honorifics);
    return v == "m" ? Gender::man : v == "f" ? Gender::woman : Gender::unknown;
  }

  Index new_entity(const Name& n) {
    Entity e;
    e.type = a_.mentions[at(n.mention)].type;
    a_.entities.push_back(e);
    genders_.push_back(Gender::unknown);
    return static_cast<Index>(a_.entities.size() - 1);
  }

  void give(Name& n, Index entity) {
    n.entity = entity;
    if (n.gender != Gender::unknown && genders_[at(entity)] == Gender::unknown) genders_[at(entity)] = n.gender;
  }

  bool same_word(Index i, Index j) const {
    return syllable(i).folded == syllable(j).folded || syllable(i).bare == syllable(j).bare;
  }
  bool run_matches(Range small, Index from) const {
    for (Index k = 0; k < small.size(); ++k) {
      if (!same_word(small.begin + k, from + k)) return false;
    }
    return true;
  }
  bool is_short_of(const Name& small, const Name& full) const {
    Index n = small.syllables.size(), m = full.syllables.size();
    if (n >= m) return false;
    return run_matches(small.syllables, full.syllables.end - n) || run_matches(small.syllables, full.syllables.begin);
  }
  bool are_initials(const Name& small, const Name& full) const {
    if (small.syllables.size() != 1 || syllable(small.syllables.begin).shape != Shape::upper) return false;
    std::u16string_view letters = a_.view(syllable(small.syllables.begin).span);
    size_t k = 0;
    for (Index i = full.syllables.begin; i < full.syllables.end; ++i) {
      const Syllable& s = syllable(i);
      if (s.shape == Shape::punctuation || s.shape == Shape::symbol) continue;
      if (k >= letters.size() || lower(a_.text[s.span.start]) != lower(letters[k])) return false;
      ++k;
    }
    return k == letters.size() && k >= 2;
  }
  // "Công ty Cổ phần X (SEJCO)"
  bool in_brackets_after(const Name& small, const Name& full) const {
    Index b = small.syllables.begin;
    if (small.syllables.size() > 2 || b == 0 || full.syllables.end != b - 1) return false;
    if (a_.text[syllable(b - 1).span.start] != u'(') return false;
    return syllable(b).shape == Shape::upper || syllable(b).shape == Shape::mixed;
  }

  void join() {
    std::vector<size_t> by_length(names_.size());
    for (size_t k = 0; k < by_length.size(); ++k) by_length[k] = k;
    std::stable_sort(by_length.begin(), by_length.end(),
                     [&](size_t x, size_t y) { return names_[x].syllables.size() > names_[y].syllables.size(); });
    std::unordered_map<uint64_t, std::vector<size_t>> by_key, by_edge;
    for (size_t k : by_length) {
      Name& n = names_[k];
      EntityType type = a_.mentions[at(n.mention)].type;
      uint64_t salt = static_cast<uint64_t>(type) + 1;
      Index found = none;
      auto& same = by_key[extend_phrase(n.key, salt)];
      for (size_t other : same) {
        const Name& o = names_[other];
        if (o.head == n.head || o.head == 0 || n.head == 0) {
          found = o.entity;
          break;
        }
      }
      if (found == none && type == EntityType::person) found = bearer(k, by_edge);
      if (found == none && type == EntityType::organization && n.syllables.size() <= 2) {
        for (size_t j = k; j-- > 0 && k - j < 400;) {
          const Name& o = names_[j];
          if (o.entity == none || a_.mentions[at(o.mention)].type != type) continue;
          if ((k - j == 1 && in_brackets_after(n, o)) || are_initials(n, o)) {
            found = o.entity;
            break;
          }
        }
      }
      give(n, found == none ? new_entity(n) : found);
      same.push_back(k);
      if (type == EntityType::person && n.syllables.size() > 1) {
        by_edge[syllable(n.syllables.end - 1).bare].push_back(k);
        if (syllable(n.syllables.begin).bare != syllable(n.syllables.end - 1).bare) {
          by_edge[syllable(n.syllables.begin).bare].push_back(k);
        }
      }
    }
  }

  // Whose short name it is: of those it fits, the one named last before it, or else the first after it.
  Index bearer(size_t k, const std::unordered_map<uint64_t, std::vector<size_t>>& by_edge) const {
    const Name& n = names_[k];
    auto bucket = by_edge.find(syllable(n.syllables.end - 1).bare);
    if (bucket == by_edge.end()) return none;
    constexpr size_t most = 256;
    size_t best = names_.size(), looked = 0;
    bool best_before = false;
    for (size_t other : bucket->second) {
      if (++looked > most) break;
      const Name& o = names_[other];
      if (!is_short_of(n, o)) continue;
      Gender g = genders_[at(o.entity)];
      if (g != Gender::unknown && n.gender != Gender::unknown && g != n.gender) continue;
      bool before = other < k;
      if (best == names_.size() || (before && (!best_before || other > best)) || (!before && !best_before && other < best)) {
        best = other;
        best_before = before;
      }
    }
    return best == names_.size() ? none : names_[best].entity;
  }

  // Numbers entities by their first mention.
  void order() {
    std::vector<Index> number(a_.entities.size(), none);
    std::vector<Entity> ordered;
    std::vector<Gender> genders;
    for (Name& n : names_) {
      Index& to = number[at(n.entity)];
      if (to == none) {
        to = static_cast<Index>(ordered.size());
        ordered.push_back(a_.entities[at(n.entity)]);
        genders.push_back(genders_[at(n.entity)]);
      }
      n.entity = to;
      a_.mentions[at(n.mention)].entity = to;
    }
    a_.entities = std::move(ordered);
    genders_ = std::move(genders);
  }

  struct Seen {
    Index entity, sentence, paragraph;
    bool quoted;
  };

  void add_references() {
    // A mention without a syllable of its own (it overlaps another) is not carried over.
    std::vector<Mention> all;
    all.reserve(a_.mentions.size() * 2);
    std::vector<Seen> seen;
    size_t next_name = 0;
    bool quoted = false;
    Index segment = none;
    for (size_t s = 0; s < a_.sentences.size(); ++s) {
      const Sentence& sentence = a_.sentences[s];
      if (sentence.segment != segment) quoted = false;
      segment = sentence.segment;
      for (Index i = sentence.syllables.begin; i < sentence.syllables.end;) {
        if (next_name < names_.size() && i >= names_[next_name].syllables.begin) {
          const Name& n = names_[next_name++];
          all.push_back(a_.mentions[at(n.mention)]);
          seen.push_back({n.entity, static_cast<Index>(s), segment, quoted});
          i = std::max(i + 1, n.syllables.end);
          continue;
        }
        char16_t c = a_.text[syllable(i).span.start];
        if (c == u'“' || c == u'«') quoted = true;
        if (c == u'”' || c == u'»') quoted = false;
        if (c == u'"') quoted = !quoted;
        Index stop = next_name < names_.size() ? std::min(sentence.syllables.end, names_[next_name].syllables.begin)
                                               : sentence.syllables.end;
        int count = sentence.told ? lists_.longest(a_, i, stop, lists_.refs) : 0;
        if (count == 0) {
          ++i;
          continue;
        }
        bool before_name = i + count == stop && next_name < names_.size() && stop == names_[next_name].syllables.begin;
        Index entity = before_name ? none
                                   : choose(lists_.value(a_, i, count, lists_.refs), seen, static_cast<Index>(s), quoted,
                                            next_name, sentence);
        if (entity != none) {
          Mention m;
          m.span = {syllable(i).span.start, syllable(i + count - 1).span.end};
          m.kind = count == 1 ? MentionKind::pronoun : MentionKind::nominal;
          m.type = a_.entities[at(entity)].type;
          m.sentence = static_cast<Index>(s);
          m.entity = entity;
          m.tokens = tokens_over(sentence, m.span);
          all.push_back(m);
          seen.push_back({entity, static_cast<Index>(s), segment, quoted});
        }
        i += count;
      }
    }
    for (; next_name < names_.size(); ++next_name) all.push_back(a_.mentions[at(names_[next_name].mention)]);
    a_.mentions = std::move(all);
    for (size_t k = 0; k < a_.mentions.size(); ++k) {
      a_.entities[at(a_.mentions[k].entity)].mentions.push_back(static_cast<Index>(k));
    }
  }

  Range tokens_over(const Sentence& s, Span span) const {
    auto ends_before = [](const Token& t, uint32_t x) { return t.span.end <= x; };
    auto first = a_.tokens.begin() + s.tokens.begin, last = a_.tokens.begin() + s.tokens.end;
    auto begin = std::lower_bound(first, last, span.start, ends_before);
    auto end = begin;
    while (end != last && end->span.start < span.end) ++end;
    return {static_cast<Index>(begin - a_.tokens.begin()), static_cast<Index>(end - a_.tokens.begin())};
  }

  Index choose(std::string_view code, const std::vector<Seen>& seen, Index sentence, bool quoted, size_t next_name,
               const Sentence& here) const {
    if (code.empty()) return none;
    if (code[0] == 'I') return quoted ? speaker(seen, sentence, next_name, here) : none;
    Gender gender = code.size() > 1 && code[1] == 'm' ? Gender::man : code.size() > 1 && code[1] == 'f' ? Gender::woman : Gender::unknown;
    constexpr size_t window = 40;
    Index best = none;
    int best_score = -1;
    int rank = 0;
    for (size_t k = seen.size(); k-- > 0 && seen.size() - k <= window;) {
      const Seen& x = seen[k];
      int gap = sentence - x.sentence;
      if (gap > 8) break;
      const Entity& e = a_.entities[at(x.entity)];
      bool fits = code[0] == 'P'   ? e.type == EntityType::person
                  : code[0] == 'O' ? e.type == EntityType::organization
                  : code[0] == 'L' ? e.type == EntityType::location
                  : code[0] == 'X' ? e.type == EntityType::misc
                                   : e.type == EntityType::organization || e.type == EntityType::person;
      if (!fits) continue;
      Gender g = genders_[at(x.entity)];
      if (gender != Gender::unknown && g != Gender::unknown && g != gender) continue;
      int score = 100 - 8 * gap - 4 * rank + (g == gender && g != Gender::unknown ? 12 : 0) - (x.quoted ? 6 : 0);
      // The first of its sentence is most often its subject.
      if (k == 0 || seen[k - 1].sentence != x.sentence) score += 10;
      ++rank;
      if (score > best_score) {
        best_score = score;
        best = x.entity;
      }
    }
    return best_score >= 50 ? best : none;
  }

  // Who says "tôi": the last person named outside quotation marks, or the next one in the sentence.
  Index speaker(const std::vector<Seen>& seen, Index sentence, size_t next_name, const Sentence& here) const {
    for (size_t k = next_name; k < names_.size() && names_[k].syllables.begin < here.syllables.end; ++k) {
      if (a_.entities[at(names_[k].entity)].type != EntityType::person) continue;
      Index b = names_[k].syllables.begin;
      for (Index i = b; i > here.syllables.begin && b - i < 12; --i) {
        char16_t c = a_.text[syllable(i - 1).span.start];
        if (c == u'”' || c == u'"' || c == u'»') return names_[k].entity;
      }
    }
    for (size_t k = seen.size(); k-- > 0;) {
      if (sentence - seen[k].sentence > 4) break;
      if (!seen[k].quoted && a_.entities[at(seen[k].entity)].type == EntityType::person) return seen[k].entity;
    }
    return none;
  }

  void describe() {
    for (Entity& e : a_.entities) {
      for (Index k : e.mentions) {
        const Mention& m = a_.mentions[at(k)];
        if (m.kind != MentionKind::name) continue;
        if (e.name.empty() || m.span.size() > e.name.size()) e.name = m.span;
      }
      for (Index k : e.mentions) {
        const Mention& m = a_.mentions[at(k)];
        if (m.kind != MentionKind::name || a_.view(m.span) == a_.view(e.name) || e.aliases.size() >= 16) continue;
        bool known = std::any_of(e.aliases.begin(), e.aliases.end(), [&](Span s) { return a_.view(s) == a_.view(m.span); });
        if (!known) e.aliases.push_back(m.span);
      }
    }
  }

  // A title that ends right before `end`, skipping a word of address; its syllables.
  Range title_before(Index begin, Index end) const {
    Index stop = end;
    for (int n; (n = lists_.longest_before(a_, begin, stop, lists_.honorifics)) > 0;) stop -= n;
    Index tail = stop;
    int ends = lists_.longest_before(a_, begin, tail, lists_.title_ends);
    Index core = tail - ends;
    int n = lists_.longest_before(a_, begin, tail, lists_.titles);
    if (n == 0 && ends > 0) n = lists_.longest_before(a_, begin, core, lists_.titles), n = n > 0 ? n + ends : 0;
    if (n == 0 || lists_.lexicon.has(phrase_of(a_, tail - n, tail), lists_.honorifics)) return {};
    return with_former({tail - n, tail}, begin);
  }
  Range with_former(Range r, Index begin) const {
    for (int more = 0; more < 2; ++more) {
      int n = lists_.longest_before(a_, begin, r.begin, lists_.former);
      if (n == 0) n = lists_.longest_before(a_, begin, r.begin, lists_.titles);
      if (n > 0 && !lists_.lexicon.has(phrase_of(a_, r.begin - n, r.begin), lists_.honorifics)) r.begin -= n;
    }
    return r;
  }
  Range title_after(Index begin, Index end) const {
    Index i = begin + lists_.longest(a_, begin, end, lists_.former);
    int n = lists_.longest(a_, i, end, lists_.titles);
    if (n == 0 || lists_.lexicon.has(phrase_of(a_, i, i + n), lists_.honorifics)) return {};
    n += lists_.longest(a_, i + n, end, lists_.title_ends);
    return {begin, i + n};
  }

  void add_role(Index person, Range title, Index organization, Index sentence) {
    Entity& e = a_.entities[at(person)];
    Role role;
    role.title = {syllable(title.begin).span.start, syllable(title.end - 1).span.end};
    role.organization = organization;
    role.former = lists_.longest(a_, title.begin, title.end, lists_.former) > 0;
    role.sentence = sentence;
    for (Role& r : e.roles) {
      if (phrase_in(r.title) != phrase_of(a_, title.begin, title.end)) continue;
      if (r.organization == none) r.organization = organization;
      return;
    }
    if (e.roles.size() < 8) e.roles.push_back(role);
  }
  uint64_t phrase_in(Span s) const {
    auto first = std::lower_bound(a_.syllables.begin(), a_.syllables.end(), s.start,
                                  [](const Syllable& x, uint32_t o) { return x.span.start < o; });
    auto last = first;
    while (last != a_.syllables.end() && last->span.start < s.end) ++last;
    return phrase_of(a_, static_cast<Index>(first - a_.syllables.begin()), static_cast<Index>(last - a_.syllables.begin()));
  }

  bool is_body(const Name& n) const {
    EntityType t = a_.mentions[at(n.mention)].type;
    return t == EntityType::organization || t == EntityType::location;
  }

  void find_roles() {
    for (size_t k = 0; k < names_.size(); ++k) {
      const Name& n = names_[k];
      if (a_.entities[at(n.entity)].type != EntityType::person) continue;
      Index s = none;
      auto sentence_of = std::upper_bound(a_.sentences.begin(), a_.sentences.end(), syllable(n.syllables.begin).span.start,
                                          [](uint32_t o, const Sentence& x) { return o < x.span.start; });
      if (sentence_of == a_.sentences.begin()) continue;
      s = static_cast<Index>(sentence_of - a_.sentences.begin()) - 1;
      const Sentence& here = a_.sentences[at(s)];
      Index begin = here.syllables.begin, end = here.syllables.end;
      Range title = title_before(k > 0 ? std::max(begin, names_[k - 1].syllables.end) : begin, n.syllables.begin);
      Index organization = none;
      if (title.size() == 0 && k > 0 && is_body(names_[k - 1])) {
        // "Giám đốc điều hành Microsoft Satya Nadella": the body stands between title and name.
        Index stop = n.syllables.begin;
        for (int h; (h = lists_.longest_before(a_, names_[k - 1].syllables.end, stop, lists_.honorifics)) > 0;) stop -= h;
        if (stop == names_[k - 1].syllables.end) {
          title = title_before(k > 1 ? std::max(begin, names_[k - 2].syllables.end) : begin, names_[k - 1].syllables.begin);
          organization = names_[k - 1].entity;
        }
      }
      if (title.size() > 0) add_role(n.entity, title, organization, s);
      after_name(k, s, end);
    }
  }

  // "ông X, phó chủ tịch UBND …", "X - Giám đốc Y", "X (Giám đốc Y)", "X là …"
  void after_name(size_t k, Index s, Index end) {
    Index i = names_[k].syllables.end;
    if (i + 1 >= end) return;
    char16_t c = a_.text[syllable(i).span.start];
    if (c != u',' && c != u'-' && c != u'–' && c != u'(') return;
    Index stop = k + 1 < names_.size() ? std::min(end, names_[k + 1].syllables.begin) : end;
    if (i + 1 >= stop) return;
    Range title = title_after(i + 1, stop);
    if (title.size() == 0) return;
    Index organization = none;
    if (k + 1 < names_.size() && title.end == names_[k + 1].syllables.begin) {
      // "X, Tổng thống Y" in a list of people is the title of Y.
      if (!is_body(names_[k + 1])) return;
      if (k + 2 < names_.size() && names_[k + 1].syllables.end == names_[k + 2].syllables.begin) return;
      organization = names_[k + 1].entity;
    }
    add_role(names_[k].entity, title, organization, s);
  }

  void weigh() {
    uint64_t total = 0;
    std::vector<uint64_t> weight(a_.entities.size());
    for (const Mention& m : a_.mentions) {
      const Sentence& s = a_.sentences[at(m.sentence)];
      if (!s.told) continue;
      SegmentKind kind = a_.segments.empty() || s.segment == none ? SegmentKind::body : a_.segments[at(s.segment)].kind;
      uint64_t w = kind == SegmentKind::title ? 8 : kind == SegmentKind::lead ? 4 : 2;
      if (s.syllables.size() > 0 && m.span.start <= syllable(s.syllables.begin).span.start + 12) w += 1;
      weight[at(m.entity)] += w;
      total += w;
    }
    for (size_t e = 0; e < a_.entities.size(); ++e) {
      a_.entities[e].salience = static_cast<uint16_t>(total > 0 ? 10000 * weight[e] / total : 0);
    }
  }

  const IdentityLists& lists_;
  Article& a_;
  std::vector<Name> names_;
  std::vector<Gender> genders_;
};

}  // namespace

std::optional<IdentityResolver> IdentityResolver::open(const Model& model) {
  auto lists = IdentityLists::open(model);
  if (!lists) return {};
  return IdentityResolver(*lists);
}

void IdentityResolver::run(Article& article) const {
  if (article.syllables.empty()) return;
  Resolver(lists_, article).run();
}

}  // namespace ailamgi
