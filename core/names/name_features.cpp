#include "names/name_features.h"

#include <algorithm>
#include <array>

#include "model/hash.h"
#include "text/fold.h"

namespace ailamgi {
namespace {

// Stands for the syllables before the first and after the last of a sentence.
constexpr uint64_t no_syllable = 0x5eed;

constexpr uint32_t head_lists = ((1U << phrase_lists) - 1) & ~((1U << proper_lists) - 1);

// Bits of name_lists.
constexpr uint32_t family_name = 1U << 5, given_name = 1U << 6, person_title = 1U << 19, place_head = 1U << 20;

bool may_join(Casing c) {
  return is_name_like(c) || c == Casing::alnum;
}

uint64_t pack(int a, int b = 0, int c = 0, int d = 0) {
  return static_cast<uint64_t>(a & 0xFF) | static_cast<uint64_t>(b & 0xFF) << 8 |
         static_cast<uint64_t>(c & 0xFF) << 16 | static_cast<uint64_t>(d & 0xFF) << 24;
}

// The label seen most and how clearly: 0 for none, else 1 + label * 3 + confidence.
template <size_t N>
int majority(const std::array<uint16_t, N>& counts, size_t first, size_t last, size_t own) {
  int best = -1, total = 0, top = 0;
  for (size_t k = first; k < last; ++k) {
    int n = counts[k] - (k == own ? 1 : 0);
    if (n <= 0) continue;
    total += n;
    if (n > top) {
      top = n;
      best = static_cast<int>(k - first);
    }
  }
  if (best < 0) return 0;
  int confidence = top * 4 < total * 3 ? 0 : total == 1 ? 1 : 2;
  return 1 + best * 3 + confidence;
}

// Syllables of a run of capitals that may tell which one it is; a headline in capitals is no name that was seen before.
constexpr int longest_known_run = 16;

// A sentence and its context, by position.
struct View {
  const Article& article;
  const NameContext& context;
  Range range;
  int n;

  View(const Article& a, Index sentence, const NameContext& c)
      : article(a), context(c), range(a.sentences[static_cast<size_t>(sentence)].syllables), n(range.size()) {}
  const Syllable& syllable(int i) const { return article.syllables[static_cast<size_t>(range.begin + i)]; }
  uint64_t word(int i) const {
    return i < 0 || i >= n ? no_syllable + static_cast<uint64_t>(i < 0) : syllable(i).folded;
  }
  int casing(int i) const {
    if (i < 0) return 30;
    if (i >= n) return 31;
    return static_cast<int>(context.casing.casing[static_cast<size_t>(range.begin + i)]);
  }
  bool is(int i, Casing c) const { return casing(i) == static_cast<int>(c); }
  ListMatch lists(int i) const { return i < 0 || i >= n ? ListMatch{} : context.lists[static_cast<size_t>(i)]; }
  int run_begin(int i) const { return i < 0 || i >= n ? -1 : context.run_begin[static_cast<size_t>(i)]; }
  int run_end(int i) const { return context.run_end[static_cast<size_t>(i)]; }
  int spelling(int i) const { return i < 0 || i >= n ? 0 : context.spelling[static_cast<size_t>(i)]; }
  int cluster(int i) const { return i < 0 || i >= n ? 0 : context.cluster[static_cast<size_t>(i)]; }
  uint64_t phrase(int from, int to) const {
    uint64_t h = word(from);
    for (int i = from + 1; i < to; ++i) h = extend_phrase(h, word(i));
    return h;
  }
};

}  // namespace

std::optional<NameFeatures> NameFeatures::open(const Model& model) {
  auto lists = NameLists::open(model);
  if (!lists) return std::nullopt;
  return NameFeatures(*lists, Clusters::open(model));
}

void NameFeatures::begin_article(const Article& article, NameContext& context) const {
  read_casing(article, context.casing);
  context.first_labels.assign(article.syllables.size(), label_outside);
}

void NameFeatures::begin_sentence(const Article& article, Index sentence, NameContext& c) const {
  const Sentence& s = article.sentences[static_cast<size_t>(sentence)];
  auto n = static_cast<size_t>(s.syllables.size());
  auto first = static_cast<size_t>(s.syllables.begin);
  std::span<const Syllable> syllables(article.syllables.data() + first, n);
  std::span<const Casing> casing(c.casing.casing.data() + first, n);

  c.capital.assign(n, 0);
  c.spelling.assign(n, 0);
  c.run_begin.assign(n, -1);
  c.run_end.assign(n, -1);
  c.enclosed.assign(n, 0);
  c.cluster.assign(n, 0);
  c.word_part.assign(n, 0);
  std::u16string plain;
  for (size_t i = 0; i < n; ++i) {
    c.capital[i] = may_join(casing[i]) || casing[i] == Casing::number;
    if (casing[i] == Casing::capital && syllables[i].span.size() <= 8) {
      plain.clear();
      for (char16_t u : article.view(syllables[i].span)) plain.push_back(bare(lower(u)));
      c.spelling[i] = lists_.is_vietnamese(plain) ? 1 : 2;
    } else if (casing[i] == Casing::capital) {
      c.spelling[i] = 2;
    }
  }
  lists_.match(syllables, c.capital, c.lists);
  // After a title a name may be written small: "ca sĩ đàm vĩnh hưng".
  for (size_t i = 1; i < n; ++i) {
    if (casing[i] != Casing::lower || (c.lists[i - 1].end & person_title) == 0) continue;
    uint32_t wanted = family_name;
    for (size_t k = i; k < std::min(n, i + 4) && casing[k] == Casing::lower; ++k) {
      uint32_t bits = lists_.lists_of(syllables[k].folded) & wanted;
      if (bits == 0) break;
      c.lists[k].begin |= bits;
      wanted = family_name | given_name;
    }
  }

  for (size_t i = 0; i < n;) {
    if (!may_join(casing[i])) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    while (end < n) {
      if (may_join(casing[end]) || (casing[end] == Casing::number && syllables[end].span.size() <= 4)) {
        ++end;
      } else if (end + 1 < n && may_join(casing[end + 1]) && !syllables[end + 1].space_before &&
                 (casing[end] == Casing::hyphen || casing[end] == Casing::stop || casing[end] == Casing::quote) &&
                 !syllables[end].space_before) {
        end += 2;
      } else if (casing[end] == Casing::stop && end + 1 < n && may_join(casing[end + 1]) &&
                 (casing[end - 1] == Casing::initial || casing[end - 1] == Casing::upper)) {
        end += 2;
      } else {
        break;
      }
    }
    for (size_t k = i; k < end; ++k) {
      c.run_begin[k] = static_cast<int16_t>(i);
      c.run_end[k] = static_cast<int16_t>(end);
    }
    i = end;
  }

  size_t quote = n, bracket = n;
  for (size_t i = 0; i < n; ++i) {
    if (casing[i] == Casing::open) bracket = i;
    if (casing[i] == Casing::close && bracket < i) {
      if (i - bracket <= 12) {
        for (size_t k = bracket + 1; k < i; ++k) c.enclosed[k] |= 1;
      }
      bracket = n;
    }
    if (casing[i] == Casing::quote) {
      if (quote < i && syllables[quote].span.size() == 1) {
        size_t length = i - quote - 1;
        auto kind = static_cast<uint8_t>(length <= 2 ? 2 : length <= 6 ? 4 : length <= 12 ? 6 : 8);
        for (size_t k = quote + 1; k < i; ++k) c.enclosed[k] |= kind;
        quote = n;
      } else {
        quote = i;
      }
    }
  }

  // Words by longest match, so that the weights do not hang on how words are segmented.
  for (size_t i = 0; clusters_ && i < n;) {
    size_t length = 1;
    if (casing[i] != Casing::number && casing[i] < Casing::comma) {
      uint64_t h = syllables[i].folded;
      c.cluster[i] = clusters_->find(h);
      for (size_t l = 2; l <= 4 && i + l <= n && casing[i + l - 1] < Casing::comma; ++l) {
        h = extend_phrase(h, syllables[i + l - 1].folded);
        if (uint16_t found = clusters_->find(h)) {
          length = l;
          c.cluster[i] = found;
        }
      }
    } else if (casing[i] == Casing::number) {
      c.cluster[i] = clusters_->number();
    }
    for (size_t k = i; k < i + length; ++k) {
      c.cluster[k] = c.cluster[i];
      c.word_part[k] = length == 1 ? uint8_t{0} : k == i ? uint8_t{1} : uint8_t{2};
    }
    i += length;
  }
}

bool NameFeatures::is_near_capital(const NameContext& context, Index i) const {
  auto n = static_cast<Index>(context.run_begin.size());
  Index end = std::min(n, i + 15);
  for (Index k = std::max(0, i - 5); k < end; ++k) {
    if (context.run_begin[static_cast<size_t>(k)] >= 0) return true;
  }
  // Names without a capital: "quận 1", "ca sĩ đàm vĩnh hưng".
  for (Index k = std::max(0, i - 4); k < std::min(n, i + 3); ++k) {
    if ((context.lists[static_cast<size_t>(k)].any() & (family_name | place_head)) != 0) return true;
  }
  return false;
}

void NameFeatures::extract(const Article& article, Index sentence, Index i, const NameContext& context,
                           Features& out) const {
  const View v(article, sentence, context);
  const int c0 = v.casing(i);
  const auto at = static_cast<size_t>(i);
  const uint64_t w0 = v.word(i), wl = v.word(i - 1), wr = v.word(i + 1), wll = v.word(i - 2), wrr = v.word(i + 2);
  const auto k0 = static_cast<uint64_t>(c0);

  out.add(0, 0);
  // Words around.
  out.add(1, w0);
  out.add(2, wl, k0);
  out.add(3, wr, k0);
  out.add(4, wll, k0);
  out.add(5, wrr, k0);
  out.add(6, v.word(i - 3));
  out.add(7, v.word(i + 3));
  out.add(8, w0, k0);
  out.add(9, v.syllable(i).bare, k0);
  out.add(10, wl, w0);
  out.add(11, w0, wr);
  out.add(12, wll, wl, k0);
  out.add(13, wr, wrr, k0);
  out.add(14, wl, wr, k0);
  out.add(15, wl, w0, wr);
  // Casing around.
  out.add(16, pack(v.casing(i - 1), c0, v.casing(i + 1)));
  out.add(17, pack(v.casing(i - 2), v.casing(i - 1), c0, v.casing(i + 1)), static_cast<uint64_t>(v.casing(i + 2)));
  out.add(18, wl, pack(c0, v.casing(i + 1)));
  out.add(19, wr, pack(c0, v.casing(i - 1)));
  out.add(20, pack(std::min(i, 3), c0, v.casing(i + 1), v.casing(i + 2)));
  out.add(21, pack(v.spelling(i - 1), v.spelling(i), v.spelling(i + 1), c0));

  // Lists.
  const ListMatch m0 = v.lists(i), ml = v.lists(i - 1), mr = v.lists(i + 1);
  for (uint32_t b = m0.any(); b != 0; b &= b - 1) {
    int k = __builtin_ctz(b);
    uint32_t bit = 1U << k;
    int part = ((m0.begin & bit) != 0 ? 1 : 0) | ((m0.end & bit) != 0 ? 2 : 0) | ((m0.longer & bit) != 0 ? 4 : 0);
    out.add(22, pack(k, part));
    out.add(23, pack(k, part, c0, v.casing(i - 1)));
    out.add(24, pack(k, part), wl);
  }
  out.add(25, extend_phrase(m0.begin, m0.inside), k0);
  out.add(26, ml.any(), m0.any());
  out.add(27, m0.any(), mr.any());
  out.add(28, ml.end & head_lists, m0.begin, k0);

  // Clusters.
  const int cl0 = v.cluster(i);
  if (clusters_ && cl0 != 0) {
    out.add(29, static_cast<uint64_t>(cl0), context.word_part[at]);
    out.add(30, clusters_->coarse(static_cast<uint16_t>(cl0)), pack(context.word_part[at], c0));
  }
  if (clusters_) {
    auto fine = [&](int k) { return static_cast<uint16_t>(v.cluster(k)); };
    out.add(31, fine(i - 1), k0);
    out.add(32, fine(i + 1), k0);
    out.add(33, pack(clusters_->coarse(fine(i - 1)), clusters_->coarse(fine(i)), clusters_->coarse(fine(i + 1)), c0));
    out.add(34, clusters_->middle(fine(i - 2)), clusters_->middle(fine(i - 1)), k0);
  }

  const int rb = v.run_begin(i);
  if (rb >= 0) {
    const int re = v.run_end(i), position = std::min(i - rb, 5), length = std::min(re - rb, 7),
              left = std::min(re - 1 - i, 5);
    const uint64_t before = v.word(rb - 1), after = v.word(re);
    out.add(40, pack(position, length));
    out.add(41, before, static_cast<uint64_t>(std::min(position, 2)));
    out.add(42, before, v.word(rb - 2), static_cast<uint64_t>(std::min(position, 1)));
    out.add(43, before, pack(position, length));
    out.add(44, after, pack(left > 1 ? 2 : left, position == 0));
    out.add(45, after, v.word(re + 1), static_cast<uint64_t>(position == 0));
    out.add(46, v.phrase(rb, std::min(re, rb + longest_known_run)), static_cast<uint64_t>(position));
    out.add(47, v.word(rb), static_cast<uint64_t>(position));
    out.add(48, v.word(re - 1), static_cast<uint64_t>(left));
    out.add(49, before, after, static_cast<uint64_t>(position == 0));
    out.add(50, pack(v.casing(rb - 1), v.casing(re), std::min(position, 2), length));
    const uint32_t head = v.lists(rb - 1).end & head_lists;
    out.add(51, head, pack(std::min(position, 2), length));
    out.add(52, v.lists(rb).begin, pack(position, length));
    out.add(53, v.lists(rb).begin, head, static_cast<uint64_t>(position));
    out.add(54, pack(v.spelling(rb), v.spelling(i), v.spelling(re - 1), position), static_cast<uint64_t>(length));
    const auto* seen = context.casing.seen.find(w0);
    int lower = 0, capital = 0;
    if (seen != nullptr) {
      lower = std::min<int>((*seen)[ArticleCasing::seen_lower], 2);
      capital = std::min<int>((*seen)[ArticleCasing::seen_capital], 2);
    }
    bool opens = i == 0 || v.is(i - 1, Casing::quote) || v.is(i - 1, Casing::colon) || v.is(i - 1, Casing::hyphen);
    out.add(55, pack(lower, capital, opens, c0));
    out.add(56, pack(lower, capital, opens, length));
    // What joins this run to one shortly before.
    for (int k = rb - 1; k >= std::max(0, rb - 5); --k) {
      int code = v.casing(k);
      if (v.run_begin(k) >= 0) {
        int before_begin = v.run_begin(k);
        out.add(57, v.phrase(k + 1, rb), static_cast<uint64_t>(std::min(position, 1)));
        out.add(58, v.lists(before_begin).begin, pack(std::min(position, 1), rb - 1 - k));
        out.add(59, v.lists(before_begin).begin & head_lists, v.phrase(k + 1, rb),
                static_cast<uint64_t>(position == 0));
        break;
      }
      if (code != static_cast<int>(Casing::lower) && code != static_cast<int>(Casing::comma)) break;
    }
    // The nearest announcing word before.
    for (int k = rb - 1; k >= std::max(0, rb - 7); --k) {
      int code = v.casing(k);
      if (code == static_cast<int>(Casing::stop) || code == static_cast<int>(Casing::colon)) break;
      if ((v.lists(k).end & head_lists) != 0) {
        out.add(60, v.lists(k).end & head_lists, pack(std::min(position, 1), rb - 1 - k));
        out.add(61, v.word(k), pack(std::min(position, 1), rb - 1 - k));
        break;
      }
    }
  } else {
    // Small letters before and after a run: an organisation's kind, its particles.
    for (int k = i + 1; k < std::min(v.n, i + 9); ++k) {
      if (v.run_begin(k) >= 0) {
        int gap = k - i;
        out.add(62, w0, static_cast<uint64_t>(gap));
        if (gap <= 5) out.add(63, v.phrase(i, k));
        if (gap <= 5) out.add(64, v.phrase(i, k), v.lists(k).begin);
        out.add(65, v.lists(k).begin, pack(gap, c0));
        out.add(66, w0, v.lists(k).begin);
        out.add(67, m0.begin & head_lists, pack(gap));
        out.add(68, m0.any() & head_lists, v.lists(k).begin, v.lists(k - 1).end & head_lists);
        out.add(69, w0, v.word(k));
        if (i > 0) out.add(70, wl, v.phrase(i, k));
        break;
      }
      if (!v.is(k, Casing::lower) && !v.is(k, Casing::comma) && !v.is(k, Casing::number)) break;
    }
    for (int k = i - 1; k >= std::max(0, i - 4); --k) {
      if (v.run_begin(k) >= 0) {
        int gap = i - k;
        out.add(71, w0, static_cast<uint64_t>(gap));
        out.add(72, v.phrase(k + 1, i + 1));
        out.add(73, v.lists(v.run_begin(k)).begin, w0);
        break;
      }
      if (!v.is(k, Casing::lower)) break;
    }
  }

  // Letters of foreign words.
  if (rb >= 0) {
    std::u16string_view s = article.view(v.syllable(i).span);
    if (v.spelling(i) == 2) {
      auto cut = [&](size_t from, size_t n) { return fold_hashes(s.substr(from, n)).folded; };
      if (s.size() >= 4) {
        out.add(74, cut(s.size() - 3, 3));
        out.add(75, cut(s.size() - 2, 2));
        out.add(76, cut(0, 3));
      }
    }
    out.add(77, pack(static_cast<int>(std::min<size_t>(s.size(), 9)), c0, v.spelling(i)));
  }

  // Brackets, quotation marks, place in the article.
  const uint8_t enclosed = context.enclosed[at];
  if (enclosed != 0) {
    out.add(78, pack(enclosed, c0, v.casing(i - 1)));
    out.add(79, pack(enclosed & 1, c0), v.word(i - 2), wl);
    for (int k = i - 1; k >= std::max(0, i - 6); --k) {
      if (v.is(k, Casing::quote) || v.is(k, Casing::open)) {
        out.add(80, v.word(k - 1), pack(enclosed, i - k, c0));
        break;
      }
    }
  }
  const Segment& segment =
      article.segments[static_cast<size_t>(std::max(0, article.sentences[static_cast<size_t>(sentence)].segment))];
  out.add(81, pack(static_cast<int>(segment.kind), c0));
  if (segment.kind == SegmentKind::byline || v.n <= 6) {
    out.add(82, pack(static_cast<int>(segment.kind), c0, std::min(v.n, 7), std::min(i, 4)));
    out.add(83, pack(static_cast<int>(segment.kind), v.spelling(i), std::min(v.n, 7)), v.lists(0).begin);
  }
}

void NameFeatures::gather(const Article& article, NameContext& c) const {
  c.syllable_labels.clear();
  c.names.clear();
  std::vector<LabelledName> names;
  std::vector<uint8_t> labels;
  for (const Sentence& s : article.sentences) {
    for (Index i = s.syllables.begin; i < s.syllables.end; ++i) {
      auto at = static_cast<size_t>(i);
      if (!may_join(c.casing.casing[at])) continue;
      uint16_t& n = c.syllable_labels.at(article.syllables[at].folded)[c.first_labels[at]];
      if (n < UINT16_MAX) ++n;
    }
    labels.assign(c.first_labels.begin() + s.syllables.begin, c.first_labels.begin() + s.syllables.end);
    read_names(labels, s.syllables.begin, names);
  }
  for (const LabelledName& name : names) {
    auto type = static_cast<size_t>(name.type);
    Index length = std::min(name.syllables.size(), Index{8});
    for (Index from = 0; from < length; ++from) {
      uint64_t h = 0;
      for (Index to = from; to < length; ++to) {
        uint64_t w = article.syllables[static_cast<size_t>(name.syllables.begin + to)].folded;
        h = to == from ? w : extend_phrase(h, w);
        size_t part = from == 0 && to + 1 == length ? 0 : from == 0 ? 1 : to + 1 == length ? 2 : 3;
        uint16_t& n = c.names.at(h)[part * 4 + type];
        if (n < UINT16_MAX) ++n;
      }
    }
  }
}

void NameFeatures::extract_second(const Article& article, Index sentence, Index i, const NameContext& context,
                                  Features& out) const {
  const View v(article, sentence, context);
  auto label = [&](int k) {
    return k < 0 || k >= v.n ? 9 : static_cast<int>(context.first_labels[static_cast<size_t>(v.range.begin + k)]);
  };
  const int y0 = label(i);
  out.add(199, 0);
  out.add(200, pack(label(i - 1), y0, label(i + 1)));
  out.add(201, pack(label(i - 2), label(i - 1), y0, label(i + 1)), static_cast<uint64_t>(label(i + 2)));
  out.add(202, v.word(i), static_cast<uint64_t>(y0));
  const int c0 = v.casing(i);
  if (v.run_begin(i) >= 0) {
    if (const auto* counts = context.syllable_labels.find(v.word(i))) {
      int m = majority(*counts, 0, name_label_count, static_cast<size_t>(y0));
      out.add(203, pack(m, y0));
      out.add(204, pack(m, c0, v.casing(i - 1)));
      int next = 0, previous = 0;
      if (v.run_begin(i + 1) >= 0) {
        if (const auto* n = context.syllable_labels.find(v.word(i + 1))) {
          next = majority(*n, 0, name_label_count, static_cast<size_t>(label(i + 1)));
        }
      }
      if (v.run_begin(i - 1) >= 0) {
        if (const auto* p = context.syllable_labels.find(v.word(i - 1))) {
          previous = majority(*p, 0, name_label_count, static_cast<size_t>(label(i - 1)));
        }
      }
      out.add(205, pack(previous, m, next));
      out.add(206, pack(m, y0, std::min(i - v.run_begin(i), 3), std::min(v.run_end(i) - i, 3)));
    }
    const int rb = v.run_begin(i), re = v.run_end(i);
    if (re - rb <= 8) {
      if (const auto* counts = context.names.find(v.phrase(rb, re))) {
        // The run as the first pass saw it counts itself once if it made one name of it.
        bool one = label(rb) != 0 && is_begin(static_cast<uint8_t>(label(rb)));
        for (int k = rb + 1; k < re && one; ++k) one = label(k) == label(rb) + 1;
        one = one && !(re < v.n && label(re) == label(rb) + 1);
        size_t own = one ? static_cast<size_t>((label(rb) - 1) / 2) : 99;
        int whole = majority(*counts, 0, 4, own), begins = majority(*counts, 4, 8, 99),
            ends = majority(*counts, 8, 12, 99);
        out.add(207, pack(whole, std::min(i - rb, 2), y0));
        out.add(208, pack(whole, begins, ends, std::min(i - rb, 2)));
      }
    }
  }
  // The name of the first pass that this syllable is in: what the same words are elsewhere.
  if (y0 != 0) {
    int begin = i, end = i + 1;
    while (begin > 0 && is_inside(static_cast<uint8_t>(label(begin))) && i - begin < 8) --begin;
    while (end < v.n && is_inside(static_cast<uint8_t>(label(end))) && end - i < 8) ++end;
    if (end - begin <= 8) {
      if (const auto* counts = context.names.find(v.phrase(begin, end))) {
        auto own = static_cast<size_t>((y0 - 1) / 2);
        int whole = majority(*counts, 0, 4, own), begins = majority(*counts, 4, 8, 99);
        int ends = majority(*counts, 8, 12, 99), middle = majority(*counts, 12, 16, 99);
        out.add(209, pack(whole, y0));
        out.add(210, pack(begins, y0));
        out.add(211, pack(ends, y0));
        out.add(212, pack(middle, y0));
        out.add(213, pack(whole, begins, ends, y0), static_cast<uint64_t>(std::min(end - begin, 3)));
      }
      out.add(214, v.phrase(begin, end), static_cast<uint64_t>(y0));
    }
  }
  // Names known from elsewhere in the article that begin or end here.
  if (v.run_begin(i) >= 0 || (i + 1 < v.n && v.run_begin(i + 1) >= 0) || y0 != 0) {
    uint64_t h = 0;
    int longest = 0, type = 0;
    for (int l = 1; l <= 6 && i + l <= v.n; ++l) {
      h = l == 1 ? v.word(i) : extend_phrase(h, v.word(i + l - 1));
      const auto* counts = context.names.find(h);
      if (counts == nullptr) break;
      size_t own = 99;
      if (is_begin(static_cast<uint8_t>(y0))) {
        bool same = true;
        for (int k = i + 1; k < i + l && same; ++k) same = label(k) == y0 + 1;
        if (same && (i + l == v.n || label(i + l) != y0 + 1)) own = static_cast<size_t>((y0 - 1) / 2);
      }
      int m = majority(*counts, 0, 4, own);
      if (m != 0) {
        longest = l;
        type = m;
      }
    }
    if (longest != 0) {
      out.add(215, pack(longest, type, y0));
      out.add(216, pack(longest, type, c0, v.casing(i - 1)));
      out.add(217, pack(longest, type, label(i - 1), label(i + longest)));
    }
  }
}

}  // namespace ailamgi
