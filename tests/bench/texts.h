// Texts of any length for the benchmarks: paragraphs of the articles in tests/articles in changing order, their figures
// changed, so that no two are quite alike and nothing can be remembered from one to the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ailamgi::bench {

// A text of at least `syllables` words between blanks, UTF-8; the same bytes for the same numbers. O(length).
std::string make_text(size_t syllables, uint32_t seed = 0);

// As UTF-16.
std::u16string make_units(size_t syllables);

// Lengths that are measured, in syllables. Many more than the last do not go into max_text_units (core/analyzer.h).
inline constexpr size_t lengths[] = {100, 1000, 10'000, 100'000, 700'000};

}  // namespace ailamgi::bench
