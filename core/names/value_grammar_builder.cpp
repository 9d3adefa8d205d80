// Reads values.grammar.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "names/value_grammar.h"
#include "text/fold.h"
#include "text/syllables.h"

namespace ailamgi {
namespace {

constexpr std::string_view slot_names[] = {
    "n",    "day", "month", "year",  "hour",   "minute", "weekday", "quarter",  "century", "decade",   "decadeof",
    "can",  "chi", "days",  "weeks", "months", "years",  "part",    "to",       "same",    "sameyear", "last",
    "next", "ago", "ahead", "zone",  "vague",  "amount", "scale",   "currency", "start",   "end"};
constexpr std::string_view part_names[] = {"morning", "noon", "afternoon", "evening", "night"};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}
bool is_special(char c) {
  return std::string_view("()|?[]{}<>~\"").find(c) != std::string_view::npos;
}

// UTF-8 to UTF-16. Text that is no UTF-8 gives some text: the grammar then merely fails to match.
std::u16string widen(std::string_view s) {
  std::u16string out;
  for (size_t i = 0; i < s.size();) {
    auto byte = [&](size_t k) { return k < s.size() ? static_cast<uint32_t>(static_cast<unsigned char>(s[k])) : 0u; };
    uint32_t c = byte(i);
    if (c < 0x80) {
      i += 1;
    } else if (c < 0xE0) {
      c = ((c & 0x1Fu) << 6) | (byte(i + 1) & 0x3Fu);
      i += 2;
    } else {
      c = ((c & 0x0Fu) << 12) | ((byte(i + 1) & 0x3Fu) << 6) | (byte(i + 2) & 0x3Fu);
      i += 3;
    }
    out.push_back(static_cast<char16_t>(c));
  }
  return out;
}

std::optional<int32_t> read_number(std::string_view s) {
  if (s.empty() || s.size() > 6) return {};
  int32_t n = 0;
  for (char c : s) {
    if (c < '0' || c > '9') return {};
    n = n * 10 + (c - '0');
  }
  return n;
}

}  // namespace

class ValueGrammarBuilder {
 public:
  bool build(std::string_view text, ValueGrammar& out) {
    g_ = &out;
    new_knot();
    patterns_.states.push_back(0);
    if (!split_rules(text)) return false;
    for (const auto& [kind, body] : found_) {
      uint32_t end = alternatives(body, 0, 0);
      if (!ok_ || at_ != body.size()) return false;
      patterns_.knots[end].found = kind;
    }
    if (!ok_ || found_.empty()) return false;
    number_words();
    out.states_ = ValueStates(std::move(patterns_));
    return ok_;
  }

 private:
  using Tokens = std::vector<std::string_view>;
  using Patterns = ValueStates::Patterns;
  using Kind = Patterns::Kind;
  static constexpr uint32_t none = Patterns::none;
  static constexpr size_t max_knots = 60000;
  static constexpr int max_depth = 24;

  uint32_t new_knot() {
    if (patterns_.knots.size() >= max_knots) ok_ = false;
    patterns_.knots.emplace_back();
    return static_cast<uint32_t>(patterns_.knots.size() - 1);
  }
  void add(uint32_t from, const Patterns::Move& move) {
    auto at = static_cast<uint32_t>(patterns_.moves.size());
    patterns_.moves.push_back(move);
    Patterns::Knot& knot = patterns_.knots[from];
    (knot.last == none ? knot.first : patterns_.moves[knot.last].next) = at;
    knot.last = at;
  }
  void empty_move(uint32_t from, uint32_t to, uint32_t action = none) {
    add(from, {Kind::empty, false, false, to, action});
  }
  uint32_t act(uint32_t from, ValueAction action) {
    uint32_t to = new_knot();
    empty_move(from, to, static_cast<uint32_t>(patterns_.actions.size()));
    patterns_.actions.push_back(action);
    return to;
  }

  bool split_rules(std::string_view text) {
    Tokens* body = nullptr;
    while (!text.empty()) {
      size_t line_end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, line_end);
      text.remove_prefix(std::min(line_end + 1, text.size()));
      if (line.empty()) continue;
      if (!is_space(line[0])) {
        size_t equals = line.find('=');
        if (equals == std::string_view::npos) return false;
        std::string_view name = line.substr(0, equals);
        while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
        line.remove_prefix(equals + 1);
        if (!name.empty() && name[0] == '@') {
          ValueKind kind = name == "@TIME"      ? ValueKind::time
                           : name == "@MONEY"   ? ValueKind::money
                           : name == "@PERCENT" ? ValueKind::percent
                                                : ValueKind::nothing;
          found_.emplace_back(kind, Tokens{});
          body = &found_.back().second;
        } else {
          body = &rules_[std::string(name)];
        }
      }
      if (body == nullptr) return false;
      split_tokens(line, *body);
    }
    return true;
  }

  static void split_tokens(std::string_view line, Tokens& out) {
    for (size_t i = 0; i < line.size();) {
      if (is_space(line[i])) {
        ++i;
        continue;
      }
      size_t start = i;
      char closing = line[i] == '{' ? '}' : line[i] == '<' ? '>' : line[i] == '"' ? '"' : '\0';
      if (closing != '\0') {
        i = std::min(line.find(closing, i + 1), line.size() - 1) + 1;
      } else if (is_special(line[i])) {
        ++i;
      } else {
        while (i < line.size() && !is_space(line[i]) && !is_special(line[i])) ++i;
      }
      out.push_back(line.substr(start, i - start));
    }
  }

  // Each of these reads from at_ on, adds what it reads after the state `from`, and gives the state where it ends.
  uint32_t alternatives(const Tokens& body, uint32_t from, int depth) {
    if (depth == 0) at_ = 0;
    bool glue = glue_;
    uint32_t to = new_knot();
    for (;;) {
      glue_ = glue;
      empty_move(sequence(body, from, depth), to);
      if (!ok_ || at_ >= body.size() || body[at_] != "|") return to;
      ++at_;
    }
  }

  uint32_t sequence(const Tokens& body, uint32_t from, int depth) {
    // An alternative begins in a state of its own, so that an optional first item skips only within it.
    uint32_t state = new_knot();
    empty_move(from, state);
    bool first = true;
    for (; ok_ && at_ < body.size() && body[at_] != "|" && body[at_] != ")" && body[at_] != "]"; first = false) {
      state = item(body, state, first, depth);
    }
    return state;
  }

  uint32_t item(const Tokens& body, uint32_t from, bool first, int depth) {
    std::string_view t = body[at_++];
    if (t == "~") {
      glue_ = true;
      return from;
    }
    uint32_t to = from;
    if (t == "(" || t == "[") {
      if (depth >= max_depth) ok_ = false;
      bool around = t == "[";
      if (around && !first) from = act(from, {Slot::end, ValueAction::Source::mark, 0});
      if (ok_) to = alternatives(body, from, depth + 1);
      if (at_ >= body.size() || body[at_] != (around ? "]" : ")")) ok_ = false;
      ++at_;
      if (around && first) to = act(to, {Slot::start, ValueAction::Source::mark, 0});
    } else if (t[0] == '{') {
      return action(t, from);
    } else if (t[0] == '<') {
      to = reference(t, from, depth);
    } else {
      to = literal(t[0] == '"' && t.size() >= 2 ? t.substr(1, t.size() - 2) : t, from);
    }
    if (ok_ && at_ < body.size() && body[at_] == "?") {
      ++at_;
      empty_move(from, to);
    }
    glue_ = false;
    return to;
  }

  uint32_t action(std::string_view t, uint32_t from) {
    t = t.substr(1, t.size() - 2);
    size_t equals = std::min(t.find('='), t.size());
    std::string_view name = t.substr(0, equals), value = t.substr(std::min(equals + 1, t.size()));
    auto slot = std::find(std::begin(slot_names), std::end(slot_names), name);
    if (slot == std::end(slot_names)) {
      ok_ = false;
      return from;
    }
    ValueAction a{static_cast<Slot>(slot - std::begin(slot_names)), ValueAction::Source::constant, 0};
    bool minus = !value.empty() && value[0] == '-';
    if (!value.empty() && (minus || value[0] == '+')) value.remove_prefix(1);
    if (value.empty()) {
      a.source = ValueAction::Source::mark;
    } else if (value == "n") {
      a.source = ValueAction::Source::number;
    } else if (auto number = read_number(value)) {
      a.value = minus ? -*number : *number;
    } else if (auto part = std::find(std::begin(part_names), std::end(part_names), value);
               part != std::end(part_names)) {
      a.value = static_cast<int32_t>(part - std::begin(part_names)) + 1;
    } else if (value.size() == 3) {
      for (char c : value) a.value = a.value * 256 + static_cast<unsigned char>(c);
    } else {
      ok_ = false;
    }
    return act(from, a);
  }

  uint32_t reference(std::string_view t, uint32_t from, int depth) {
    t = t.substr(1, t.size() - 2);
    if (t == "number" || (!t.empty() && t[0] == '#')) return number(t, from);
    auto rule = rules_.find(std::string(t));
    if (rule == rules_.end() || depth >= max_depth) {
      ok_ = false;
      return from;
    }
    size_t back = at_;
    at_ = 0;
    uint32_t to = alternatives(rule->second, from, depth + 1);
    if (at_ != rule->second.size()) ok_ = false;
    at_ = back;
    return to;
  }

  uint32_t number(std::string_view t, uint32_t from) {
    ValueGrammar::NumberClass c{0, 0, 0, t == "number"};
    if (!c.any) {
      t.remove_prefix(1);
      if (size_t colon = t.find(':'); colon != std::string_view::npos) {
        c.digits = static_cast<uint8_t>(read_number(t.substr(0, colon)).value_or(0));
        t.remove_prefix(colon + 1);
      }
      size_t dash = std::min(t.find('-'), t.size());
      auto low = read_number(t.substr(0, dash)), high = read_number(t.substr(std::min(dash + 1, t.size())));
      if (!low || !high) ok_ = false;
      c.low = low.value_or(0);
      c.high = high.value_or(0);
    }
    auto same = [&](const ValueGrammar::NumberClass& x) {
      return x.low == c.low && x.high == c.high && x.digits == c.digits && x.any == c.any;
    };
    auto at = std::find_if(g_->classes_.begin(), g_->classes_.end(), same);
    auto number = static_cast<uint32_t>(at - g_->classes_.begin());
    if (at == g_->classes_.end()) g_->classes_.push_back(c);
    return take({Kind::number, glue_, false, 0, number}, from);
  }

  uint32_t literal(std::string_view word, uint32_t from) {
    bool capital = word.size() > 1 && word[0] == '^';
    if (capital) word.remove_prefix(1);
    const std::vector<uint32_t>& atoms = atoms_of(word);
    if (atoms.empty()) ok_ = false;
    for (size_t i = 0; i < atoms.size(); ++i) {
      from = take({Kind::word, i > 0 || glue_, capital && i == 0, 0, atoms[i]}, from);
    }
    return from;
  }

  // A word's atoms, by their places in words_. Most words are met many times: a rule is read anew wherever another uses
  // it.
  const std::vector<uint32_t>& atoms_of(std::string_view word) {
    auto [it, fresh] = literals_.try_emplace(word);
    if (!fresh) return it->second;
    std::u16string text = widen(word);
    std::vector<Syllable> syllables;
    std::vector<ValueAtom> atoms;
    split_syllables(text, {0, static_cast<uint32_t>(text.size())}, syllables);
    cut_atoms(text, syllables.data(), syllables.data() + syllables.size(), atoms);
    for (const ValueAtom& atom : atoms) {
      auto next = static_cast<uint32_t>(words_.size());
      auto place = places_.try_emplace(atom.folded, next).first->second;
      if (place == next) words_.push_back(atom.folded);
      it->second.push_back(place);
    }
    return it->second;
  }

  uint32_t take(Patterns::Move move, uint32_t from) {
    uint32_t to = new_knot();
    move.target = static_cast<uint32_t>(patterns_.states.size());
    patterns_.states.push_back(to);
    add(from, move);
    return to;
  }

  // A word's number is its place; those of number classes follow.
  void number_words() {
    size_t size = 16;
    while (size < words_.size() * 3) size *= 2;
    g_->word_hash_.assign(size, 0);
    g_->word_number_.assign(size, 0);
    for (uint32_t number = 0; number < words_.size(); ++number) {
      size_t i = words_[number] & (size - 1);
      while (g_->word_hash_[i] != 0) i = (i + 1) & (size - 1);
      g_->word_hash_[i] = words_[number];
      g_->word_number_[i] = number;
    }
    g_->words_ = static_cast<uint32_t>(words_.size());
    for (Patterns::Move& m : patterns_.moves) {
      if (m.kind == Kind::number) m.symbol += g_->words_;
    }
  }

  ValueGrammar* g_ = nullptr;
  bool ok_ = true;
  bool glue_ = false;
  size_t at_ = 0;
  std::map<std::string, Tokens> rules_;
  std::vector<std::pair<ValueKind, Tokens>> found_;
  Patterns patterns_;
  std::unordered_map<std::string_view, std::vector<uint32_t>> literals_;
  std::vector<uint64_t> words_;  // folded
  std::unordered_map<uint64_t, uint32_t> places_;
};

std::optional<ValueGrammar> ValueGrammar::open(const Model& model) {
  Bytes section = model.section("values");
  ValueGrammar grammar;
  ValueGrammarBuilder builder;
  if (!builder.build({reinterpret_cast<const char*>(section.data()), section.size()}, grammar)) return {};
  return grammar;
}

}  // namespace ailamgi
