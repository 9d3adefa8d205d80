#include "summary/phrasing.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "text/fold.h"
#include "text/syllables.h"

namespace ailamgi {
namespace {

constexpr uint32_t longest_gap = 40;  // units between an agent and its verb that are taken over as they are

// "bị", "không", "sẽ", "được cho là": what flags are called when the words themselves stand elsewhere.
struct Marks {
  std::u16string_view passive = u"bị", negated = u"không", plan = u"sẽ", maybe = u"được cho là", source = u"Theo";
};

bool opens(char16_t c) {
  return c == u'“' || c == u'«' || c == u'(' || c == u'[';
}
bool closes(char16_t c) {
  return c == u'”' || c == u'»' || c == u')' || c == u']';
}
bool trims(char16_t c) {
  return is_blank(c) || c == u',' || c == u';' || c == u':' || c == u'.' || c == u'-' || c == u'–';
}

class Phrasing {
 public:
  Phrasing(const Article& article, const Event& event) : a_(article), e_(event) {}

  std::u16string write() {
    if (!e_.passive && !e_.who.present()) return {};
    if (e_.passive && !e_.what.present() && !e_.who.present()) return {};
    bool own = e_.source.entity != none && e_.source.entity == e_.who.entity;
    if (e_.source.present() && !own && !inside(e_.source.span, e_.who.span) && !inside(e_.source.span, e_.what.span)) {
      append(marks_.source);
      append(named(e_.source));
      out_ += u',';
    }
    if (apart(e_.when.span)) {
      append(a_.view(e_.when.span));
      out_ += u',';
    }
    if (e_.passive) {
      passive();
    } else {
      active();
    }
    if (apart(e_.where.span)) append(a_.view(e_.where.span));
    return finished();
  }

 private:
  static bool inside(Span part, Span whole) { return !whole.empty() && part.overlaps(whole); }
  bool apart(Span s) const {
    return !s.empty() && !inside(s, e_.who.span) && !inside(s, e_.what.span) && !inside(s, e_.did);
  }

  void active() {
    append(named(e_.who));
    between(e_.who);
    append(a_.view(e_.did));
    if (e_.what.span.start > e_.did.end &&
        a_.view({e_.did.end, e_.what.span.start}).find(u':') != std::u16string_view::npos) {
      out_ += u':';
    }
    if (e_.what.present()) append(e_.what.span.start >= e_.did.end ? a_.view(e_.what.span) : named(e_.what));
  }

  void passive() {
    if (e_.what.present()) append(named(e_.what));
    modality();
    append(passive_word());
    if (e_.who.present() && !e_.who.implicit) append(named(e_.who));
    append(a_.view(e_.did));
  }

  // The words between agent and verb where they stand side by side ("đã", "không", "được cho là đã"), else the flags.
  void between(const Argument& agent) {
    if (!agent.implicit && agent.span.end <= e_.did.start && e_.did.start - agent.span.end <= longest_gap) {
      std::u16string_view gap = a_.view({agent.span.end, e_.did.start});
      if (gap.find_first_of(u",;:()“”\"'") == std::u16string_view::npos) {
        append(gap);
        return;
      }
    }
    modality();
  }

  void modality() {
    if (e_.mode == Mode::maybe) append(marks_.maybe);
    if (e_.negated) append(marks_.negated);
    if (e_.mode == Mode::plan && !e_.negated) append(marks_.plan);
  }

  // "bị" or "được", as the sentence has it before the verb.
  std::u16string_view passive_word() const {
    uint32_t from = e_.did.start > longest_gap ? e_.did.start - longest_gap : 0;
    if (e_.sentence != none) from = std::max(from, a_.sentences[static_cast<size_t>(e_.sentence)].span.start);
    std::u16string_view before = a_.view({from, e_.did.start});
    size_t bi = before.rfind(u"bị"), duoc = before.rfind(u"được");
    if (duoc == std::u16string_view::npos) return marks_.passive;
    return bi != std::u16string_view::npos && bi > duoc ? before.substr(bi, 2) : before.substr(duoc, 4);
  }

  // An argument's words; the name of what it means where they are a pronoun, or elsewhere.
  std::u16string_view named(const Argument& x) const {
    if (x.entity == none || static_cast<size_t>(x.entity) >= a_.entities.size()) return a_.view(x.span);
    const Entity& entity = a_.entities[static_cast<size_t>(x.entity)];
    for (Index m : entity.mentions) {
      const Mention& mention = a_.mentions[static_cast<size_t>(m)];
      if (mention.span == x.span && mention.kind != MentionKind::name) return a_.view(entity.name);
      if (mention.span.start > x.span.start) break;
    }
    return a_.view(x.span);
  }

  void append(std::u16string_view words) {
    while (!words.empty() && trims(words.front())) words.remove_prefix(1);
    while (!words.empty() && trims(words.back())) words.remove_suffix(1);
    if (words.empty()) return;
    if (!out_.empty()) out_ += u' ';
    for (char16_t c : words) {
      if (!is_blank(c)) {
        out_ += c;
      } else if (out_.back() != u' ') {
        out_ += u' ';
      }
    }
  }

  // Marks that have lost their partner go.
  void balance() {
    std::u16string kept;
    int straight = static_cast<int>(std::count(out_.begin(), out_.end(), u'"'));
    size_t open = 0;
    std::vector<size_t> opened;
    for (char16_t c : out_) {
      if (c == u'"' && straight % 2 != 0) continue;
      if (closes(c)) {
        if (open == 0) continue;
        --open;
        opened.pop_back();
      }
      if (opens(c)) {
        ++open;
        opened.push_back(kept.size());
      }
      kept += c;
    }
    for (; !opened.empty(); opened.pop_back()) kept.erase(opened.back(), 1);
    out_ = kept;
  }

  std::u16string finished() {
    balance();
    while (!out_.empty() && trims(out_.back())) out_.pop_back();
    size_t first = 0;
    while (first < out_.size() && !is_letter(out_[first]) && (out_[first] == u'"' || opens(out_[first]))) ++first;
    if (first < out_.size() && is_letter(out_[first])) {
      UChar32 upper = u_toupper(out_[first]);
      if (upper <= 0xFFFF) out_[first] = static_cast<char16_t>(upper);
    }
    if (!out_.empty()) out_ += u'.';
    return out_;
  }

  const Article& a_;
  const Event& e_;
  Marks marks_;
  std::u16string out_;
};

}  // namespace

std::u16string phrase(const Article& article, const Event& event) {
  return Phrasing(article, event).write();
}

}  // namespace ailamgi
