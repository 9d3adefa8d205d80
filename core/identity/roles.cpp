#include "identity/roles.h"

#include <algorithm>
#include <string_view>

namespace ailamgi::identity {
namespace {

constexpr Index longest = 6;  // syllables of a listed title
constexpr Index field = 5;    // syllables of the field of work behind an open title
constexpr Index longest_kin = 3;
constexpr int most_titles = 3;  // one after the other, before a name
constexpr int most_bodies = 3;  // "UBND huyện X, tỉnh Y"

class Finder {
 public:
  Finder(Article& a, const Lexicon& l, const ReferenceWords& w)
      : a_(a), lexicon_(l), words_(w), titles_(l.list("identity-titles")), posts_(l.list("identity-posts")) {}

  void run() {
    for (size_t i = 0; i < a_.mentions.size(); ++i) {
      const Mention& m = a_.mentions[i];
      if (m.type != EntityType::person || m.entity == none || m.kind == MentionKind::pronoun) continue;
      sentence_ = a_.sentences[static_cast<size_t>(m.sentence)].syllables;
      if (m.kind == MentionKind::name) {
        before(i);
        behind(i);
      } else {
        instead(i);
      }
    }
  }

 private:
  struct Body {
    Index entity = none;
    Index edge = none;  // its first syllable
  };

  const Syllable& at(Index i) const { return a_.syllables[static_cast<size_t>(i)]; }
  std::u16string_view text(Index i) const { return a_.view(at(i).span); }
  bool is_mark(Index i) const { return at(i).shape == Shape::punctuation || at(i).shape == Shape::symbol; }
  bool is_comma(Index i) const { return text(i) == u","; }
  static bool is_body(const Mention& m) {
    return m.kind == MentionKind::name && (m.type == EntityType::organization || m.type == EntityType::location);
  }

  std::string_view title_value(Range r, bool& found) const {
    Lexicon::Entry entry = lexicon_.find(a_.phrase(r));
    found = Lexicon::in(entry, titles_);
    return found ? lexicon_.value(entry, titles_) : std::string_view{};
  }
  bool is_title(Range r, bool& open) const {
    bool found = false;
    std::string_view value = title_value(r, found);
    open = value == "open";
    return found && value != "former";
  }
  bool is_former(Index i) const {
    bool found = false;
    return title_value({i, i + 1}, found) == "former" && begins_word(i);
  }
  // "quyền Tổng thống" is nothing in "chính quyền Tổng thống X", nor "nguyên Bộ trưởng" in "tài nguyên Bộ trưởng".
  bool begins_word(Index i) const {
    const Token* t = token_of(i);
    return t == nullptr || t->syllables.begin == i;
  }
  bool is_post(Range r, std::string_view joins) const {
    return lexicon_.value(lexicon_.find(a_.phrase(r)), posts_) == joins;
  }

  // The field of work behind a title is made of nouns and what describes them.
  bool is_field(Range r) const {
    for (Index i = r.begin; i < r.end; ++i) {
      if (is_mark(i) || begins_person(i)) return false;
      const Token* t = token_of(i);
      if (t == nullptr) return false;
      bool fits = t->upos == Upos::NOUN || t->upos == Upos::PROPN || t->upos == Upos::ADJ || t->upos == Upos::CCONJ ||
                  t->upos == Upos::X || t->upos == Upos::ADP;
      if (!fits && !(t->upos == Upos::VERB && t->syllables.size() > 1)) return false;
    }
    return true;
  }
  bool begins_person(Index syllable) const {
    const auto m = static_cast<size_t>(a_.first_mention(at(syllable).span.start));
    return m < a_.mentions.size() && a_.mentions[m].type == EntityType::person &&
           a_.mentions[m].kind == MentionKind::name && a_.mentions[m].span.start == at(syllable).span.start;
  }
  const Token* token_of(Index syllable) const {
    auto it = std::partition_point(a_.tokens.begin(), a_.tokens.end(),
                                   [&](const Token& t) { return t.syllables.end <= syllable; });
    return it == a_.tokens.end() || it->syllables.begin > syllable ? nullptr : &*it;
  }

  // The title that ends at `end`, its longest form; with a field of work behind it where it is open to one.
  Range title_ending(Index end) const {
    bool open = false;
    for (Index first = std::max(sentence_.begin, end - longest); first < end; ++first) {
      if (is_title({first, end}, open) && begins_word(first)) return {first, end};
    }
    // "cố vấn của ông X" is not X's title.
    const Token* last = end > sentence_.begin ? token_of(end - 1) : nullptr;
    if (last != nullptr && last->upos == Upos::ADP) return {};
    for (Index gap = 1; gap <= field && end - gap > sentence_.begin; ++gap) {
      Index stop = end - gap;
      if (!is_field({stop, end})) break;
      for (Index first = std::max(sentence_.begin, stop - longest); first < stop; ++first) {
        if (is_title({first, stop}, open) && open && begins_word(first)) return {first, end};
      }
    }
    return {};
  }
  // The title that starts at `first`. `limit` is where the next name or the sentence ends it.
  Range title_starting(Index first, Index limit, bool& open) const {
    for (Index end = std::min(limit, first + longest); end > first; --end) {
      if (is_title({first, end}, open)) return {first, end};
    }
    return {};
  }

  // The names of bodies that end right before syllable `end`, with commas or "tại" between: the one that comes first.
  Body body_ending(size_t mention, Index end) const {
    Body body;
    int n = 0;
    for (size_t k = mention; k-- > 0 && n < most_bodies; ++n) {
      const Mention& m = a_.mentions[k];
      if (m.span.start < at(sentence_.begin).span.start || !is_body(m)) break;
      Index behind = a_.first_syllable(m.span.end);
      Index gap = end - behind;
      bool joined = gap == 0 || (n > 0 && gap == 1 && (is_comma(behind) || is_post({behind, end}, "place")));
      if (!joined) break;
      body.entity = m.entity;
      body.edge = a_.first_syllable(m.span.start);
      end = body.edge;
    }
    return body;
  }

  // "ông", "bà" between a title and a name.
  bool is_honorific(Index i) const { return words_.word(at(i).folded).kind == ReferenceKind::he; }

  void before(size_t i) {
    const Mention& m = a_.mentions[i];
    Index end = a_.first_syllable(m.span.start);
    bool honoured = false, apart = false;
    if (end > sentence_.begin && is_honorific(end - 1)) {
      honoured = true;
      --end;
      apart = end > sentence_.begin && is_comma(end - 1);
      if (apart) --end;
    }
    Body body = body_ending(i, end);
    if (body.entity != none) {
      end = body.edge;
      if (end > sentence_.begin && is_post({end - 1, end}, "place")) --end;
    }
    for (int n = 0; n < most_titles && end > sentence_.begin; ++n) {
      Range title = title_ending(end);
      if (title.size() == 0) return;
      if (apart && title.begin > sentence_.begin && is_post({title.begin - 1, title.begin}, "no")) return;
      // "Thủ tướng nói chuyện với ông X": nothing joins them.
      add(m, title, body.entity);
      body = {};
      end = title.begin;
      if (end > sentence_.begin && is_former(end - 1)) --end;
      if (end <= sentence_.begin) return;
      std::u16string_view joint = text(end - 1);
      if (joint == u"," || joint == u"-" || joint == u"–" || joint == u"kiêm" || joint == u"và") {
        --end;
      } else if (honoured) {
        return;
      }
    }
  }

  // "bà nội Hoàng tử | Harry là …": what follows is not about the one named.
  bool is_relatives(const Mention& m) const {
    const Index name = a_.first_syllable(m.span.start);
    Index end = name;
    if (end > sentence_.begin && is_honorific(end - 1)) --end;
    if (const Range title = title_ending(end); title.size() > 0) end = title.begin;
    if (end == name) return false;  // "con trai Nguyễn Văn A" may be A
    for (Index first = end - 1; first >= std::max(sentence_.begin, end - longest_kin); --first) {
      if (words_.is_kin(a_.phrase({first, end}))) return true;
    }
    return false;
  }

  void behind(size_t i) {
    const Mention& m = a_.mentions[i];
    if (is_relatives(m)) return;
    Index first = a_.first_syllable(m.span.end);
    if (first >= sentence_.end) return;
    std::u16string_view mark = text(first);
    bool joined = mark == u"," || mark == u"-" || mark == u"–" || mark == u"(";
    if (joined) {
      ++first;
      // "(38 tuổi, giám đốc …)", "(38 tuổi), giám đốc …".
      for (Index k = first; k < sentence_.end && k < first + 6; ++k) {
        if (text(k) != u"tuổi") continue;
        first = k + 1;
        while (first < sentence_.end && (text(first) == u")" || is_comma(first) || text(first) == u"-")) ++first;
        break;
      }
      if (first < sentence_.end && is_honorific(first)) return;
    } else {
      Index end = first;
      for (Index k = std::min(sentence_.end, first + 3); k > first; --k) {
        if (!is_post({first, k}, "name")) continue;
        end = k;
        break;
      }
      if (end == first) return;
      first = end;
    }
    for (int n = 0; n < most_titles && first < sentence_.end; ++n) {
      if (is_former(first)) ++first;
      if (first >= sentence_.end) return;
      size_t next = i + 1;
      while (next < a_.mentions.size() && a_.mentions[next].span.start < at(first).span.start) ++next;
      bool has_next = next < a_.mentions.size() && a_.mentions[next].sentence == m.sentence;
      Index limit = has_next ? std::min(sentence_.end, a_.first_syllable(a_.mentions[next].span.start)) : sentence_.end;
      bool open = false;
      Range title = title_starting(first, limit, open);
      if (title.size() == 0) return;
      Index entity = none, end = title.end;
      if (has_next && is_body(a_.mentions[next])) {
        Index stop = limit;
        if (stop > title.end && is_post({stop - 1, stop}, "place")) --stop;
        if (stop == title.end) {
          entity = a_.mentions[next].entity;
        } else if (stop - title.end <= field && is_field({title.end, stop})) {
          entity = a_.mentions[next].entity;
          if (open) title.end = stop;
        }
        if (entity != none) end = a_.first_syllable(a_.mentions[next].span.end);
      } else if (has_next && a_.mentions[next].type == EntityType::person &&
                 a_.first_syllable(a_.mentions[next].span.start) == title.end && joined) {
        return;  // the title of the next in a list: "ông A, giám đốc B"
      }
      add(m, title, entity);
      if (end < sentence_.end && (text(end) == u"kiêm" || text(end) == u"và" || is_comma(end))) {
        first = end + 1;
      } else {
        return;
      }
    }
  }

  // A title that stands for its holder: "Ngoại trưởng Mỹ".
  void instead(size_t i) {
    const Mention& m = a_.mentions[i];
    Range title{a_.first_syllable(m.span.start), a_.first_syllable(m.span.end)};
    if (title.size() == 0) return;
    if (is_former(title.begin)) ++title.begin;
    bool open = false;
    if (title.size() == 0 || !is_title(title, open)) return;
    if (i + 1 >= a_.mentions.size()) return;
    const Mention& next = a_.mentions[i + 1];
    if (is_body(next) && a_.first_syllable(next.span.start) == title.end) add(m, title, next.entity);
  }

  void add(const Mention& m, Range title, Index body) {
    Role role;
    role.former = title.begin > sentence_.begin && is_former(title.begin - 1);
    Index first = role.former ? title.begin - 1 : title.begin;
    role.title = {at(first).span.start, at(title.end - 1).span.end};
    role.organization = body;
    role.sentence = m.sentence;
    auto& roles = a_.entities[static_cast<size_t>(m.entity)].roles;
    for (Role& other : roles) {
      // The same again, or part of it: the fuller title stays.
      Range old{a_.first_syllable(other.title.start), a_.first_syllable(other.title.end)};
      Range now{first, title.end};
      if (other.former != role.former) continue;
      bool within = starts_with(old, now) || starts_with(now, old);
      if (!within || (body != none && other.organization != none && body != other.organization)) continue;
      if (now.size() > old.size()) {
        other.title = role.title;
        other.sentence = role.sentence;
      }
      if (other.organization == none) other.organization = body;
      return;
    }
    roles.push_back(role);
  }
  bool starts_with(Range whole, Range part) const {
    if (part.size() > whole.size()) return false;
    for (Index k = 0; k < part.size(); ++k) {
      if (at(whole.begin + k).folded != at(part.begin + k).folded) return false;
    }
    return true;
  }

  Article& a_;
  const Lexicon& lexicon_;
  const ReferenceWords& words_;
  ListId titles_, posts_;
  Range sentence_;
};

}  // namespace

void find_roles(Article& article, const Lexicon& lexicon, const ReferenceWords& words) {
  Finder(article, lexicon, words).run();
}

}  // namespace ailamgi::identity
