#include "identity/roles.h"

#include <algorithm>
#include <string_view>

namespace ailamgi::identity {
namespace {

constexpr Index longest = 5;  // syllables of a title

class Finder {
 public:
  Finder(Article& a, const Lexicon& l, ListId titles) : a_(a), lexicon_(l), titles_(titles) {}

  void run() {
    for (size_t i = 0; i < a_.mentions.size(); ++i) {
      const Mention& m = a_.mentions[i];
      if (m.type == EntityType::person && m.kind == MentionKind::name && m.entity != none) {
        before(i);
        behind(i);
      }
    }
  }

 private:
  bool is_body(const Mention& m) const { return m.type == EntityType::organization || m.type == EntityType::location; }

  // The syllables of the title that ends before `end`, longest first; empty when there is none.
  Range title_ending(Index end, Index floor) const {
    for (Index first = std::max(floor, end - longest); first < end; ++first) {
      if (is_title(first, end)) return {first, end};
    }
    return {};
  }

  Range title_starting(Index first, Index ceiling) const {
    for (Index end = std::min(ceiling, first + longest); end > first; --end) {
      if (is_title(first, end)) return {first, end};
    }
    return {};
  }

  bool is_title(Index first, Index end) const {
    Lexicon::Entry entry = lexicon_.find(a_.phrase({first, end}));
    return Lexicon::in(entry, titles_) && lexicon_.value(entry, titles_).empty();
  }

  bool is_former(Index i) const {
    Lexicon::Entry entry = lexicon_.find(a_.syllables[static_cast<size_t>(i)].folded);
    return lexicon_.value(entry, titles_) == "former";
  }

  void before(size_t i) {
    const Mention& m = a_.mentions[i];
    Range sentence = a_.sentences[static_cast<size_t>(m.sentence)].syllables;
    Index end = a_.first_syllable(m.span.start);
    Index body = none;
    if (i > 0 && is_body(a_.mentions[i - 1]) && a_.mentions[i - 1].sentence == m.sentence &&
        a_.mentions[i - 1].span.end + 1 >= m.span.start) {
      body = a_.mentions[i - 1].entity;
      end = a_.first_syllable(a_.mentions[i - 1].span.start);
    }
    add(m, title_ending(end, sentence.begin), body, sentence);
  }

  void behind(size_t i) {
    const Mention& m = a_.mentions[i];
    Range sentence = a_.sentences[static_cast<size_t>(m.sentence)].syllables;
    Index at = a_.first_syllable(m.span.end);
    if (at >= sentence.end) return;
    std::u16string_view mark = a_.view(a_.syllables[static_cast<size_t>(at)].span);
    if (mark != u"," && mark != u"-" && mark != u"–" && mark != u"(") return;
    Index first = at + 1;
    if (first < sentence.end && is_former(first)) ++first;
    Range title = title_starting(first, sentence.end);
    Index body = none;
    if (i + 1 < a_.mentions.size() && title.size() > 0) {
      const Mention& next = a_.mentions[i + 1];
      Index gap = a_.first_syllable(next.span.start) - title.end;
      bool close = gap == 0 || (gap == 1 && a_.view(a_.syllables[static_cast<size_t>(title.end)].span) == u"của");
      if (is_body(next) && next.sentence == m.sentence && close) body = next.entity;
    }
    add(m, title, body, sentence);
  }

  void add(const Mention& m, Range title, Index body, Range sentence) {
    if (title.size() == 0) return;
    Role role;
    role.former = title.begin > sentence.begin && is_former(title.begin - 1);
    Index first = role.former ? title.begin - 1 : title.begin;
    role.title = {a_.syllables[static_cast<size_t>(first)].span.start,
                  a_.syllables[static_cast<size_t>(title.end) - 1].span.end};
    role.organization = body;
    role.sentence = m.sentence;
    auto& roles = a_.entities[static_cast<size_t>(m.entity)].roles;
    for (Role& other : roles) {
      if (a_.view(other.title) == a_.view(role.title)) {
        if (other.organization == none) other.organization = body;
        return;
      }
    }
    roles.push_back(role);
  }

  Article& a_;
  const Lexicon& lexicon_;
  ListId titles_;
};

}  // namespace

void find_roles(Article& article, const Lexicon& lexicon, ListId titles) {
  Finder(article, lexicon, titles).run();
}

}  // namespace ailamgi::identity
