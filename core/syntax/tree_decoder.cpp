#include "syntax/tree_decoder.h"

#include <algorithm>

namespace ailamgi::syntax {
namespace {

enum : uint8_t { left_complete, right_complete, left_open, right_open };

}  // namespace

bool TreeDecoder::greedy(std::span<const int32_t> scores, size_t n, int32_t* heads) {
  int roots = 0;
  for (size_t m = 0; m < n; ++m) {
    const int32_t* row = scores.data() + m * (n + 1);
    size_t best = m == 0 ? 1 : 0;
    if (n == 1) best = 0;
    for (size_t h = 0; h <= n; ++h) {
      if (h != m + 1 && row[h] > row[best]) best = h;
    }
    heads[m] = static_cast<int32_t>(best) - 1;
    roots += best == 0;
  }
  if (roots != 1) return false;
  // With one root, no word that an arc passes over may have its head outside the arc's ends (that excludes crossings
  // and arcs over the root); what is left to exclude are cycles.
  for (size_t m = 0; m < n; ++m) {
    if (heads[m] < 0) continue;
    int32_t a = std::min(heads[m], static_cast<int32_t>(m)), b = std::max(heads[m], static_cast<int32_t>(m));
    for (int32_t k = a + 1; k < b; ++k) {
      if (heads[k] < a || heads[k] > b) return false;
    }
  }
  seen_.assign(n, 0);
  for (size_t m = 0; m < n; ++m) {
    auto at = static_cast<int32_t>(m);
    while (at >= 0 && seen_[static_cast<size_t>(at)] == 0) {
      seen_[static_cast<size_t>(at)] = 1;
      at = heads[at];
    }
    if (at >= 0 && seen_[static_cast<size_t>(at)] == 1) return false;
    for (at = static_cast<int32_t>(m); at >= 0 && seen_[static_cast<size_t>(at)] == 1; at = heads[at]) {
      seen_[static_cast<size_t>(at)] = 2;
    }
  }
  return true;
}

void TreeDecoder::eisner(std::span<const int32_t> scores, size_t n, int32_t* heads) {
  size_t cells = n * n;
  for (auto* v : {&complete_left_, &complete_right_, &open_left_, &open_right_}) v->assign(cells, 0);
  for (auto* v : {&split_left_, &split_right_, &split_open_}) v->assign(cells, 0);
  auto arc = [&](size_t head, size_t child) { return scores[child * (n + 1) + head + 1]; };
  int32_t* cl = complete_left_.data();
  int32_t* cr = complete_right_.data();
  int32_t* ol = open_left_.data();
  int32_t* orr = open_right_.data();
  for (size_t length = 1; length < n; ++length) {
    for (size_t i = 0; i + length < n; ++i) {
      size_t j = i + length, split = i;
      int32_t best = INT32_MIN;
      for (size_t k = i; k < j; ++k) {
        int32_t v = cl[i * n + k] + cr[j * n + k + 1];
        if (v > best) best = v, split = k;
      }
      split_open_[i * n + j] = static_cast<uint8_t>(split);
      ol[i * n + j] = best + arc(i, j);
      orr[j * n + i] = best + arc(j, i);
      best = INT32_MIN;
      for (size_t k = i; k < j; ++k) {
        int32_t v = cr[k * n + i] + orr[j * n + k];
        if (v > best) best = v, split = k;
      }
      cr[j * n + i] = best;
      split_right_[i * n + j] = static_cast<uint8_t>(split);
      best = INT32_MIN;
      for (size_t k = i + 1; k <= j; ++k) {
        int32_t v = ol[i * n + k] + cl[k * n + j];
        if (v > best) best = v, split = k;
      }
      cl[i * n + j] = best;
      split_left_[i * n + j] = static_cast<uint8_t>(split);
    }
  }
  size_t root = 0;
  int32_t best = INT32_MIN;
  for (size_t r = 0; r < n; ++r) {
    int32_t v = cr[r * n] + cl[r * n + n - 1] + scores[r * (n + 1)];
    if (v > best) best = v, root = r;
  }
  heads[root] = -1;
  auto last = static_cast<int32_t>(n) - 1, top = static_cast<int32_t>(root);
  stack_.assign({Piece{0, top, right_complete}, Piece{top, last, left_complete}});
  while (!stack_.empty()) {
    Piece p = stack_.back();
    stack_.pop_back();
    if (p.i == p.j) continue;
    size_t cell = static_cast<size_t>(p.i) * n + static_cast<size_t>(p.j);
    int32_t k = 0;
    switch (p.kind) {
      case left_complete:
        k = split_left_[cell];
        stack_.push_back({p.i, k, left_open});
        stack_.push_back({k, p.j, left_complete});
        break;
      case right_complete:
        k = split_right_[cell];
        stack_.push_back({p.i, k, right_complete});
        stack_.push_back({k, p.j, right_open});
        break;
      default:
        if (p.kind == left_open) {
          heads[p.j] = p.i;
        } else {
          heads[p.i] = p.j;
        }
        k = split_open_[cell];
        stack_.push_back({p.i, k, left_complete});
        stack_.push_back({k + 1, p.j, right_complete});
    }
  }
}

void TreeDecoder::decode(std::span<const int32_t> scores, size_t n, int32_t* heads) {
  if (n == 0) return;
  if (!greedy(scores, n, heads)) eisner(scores, n, heads);
}

}  // namespace ailamgi::syntax
