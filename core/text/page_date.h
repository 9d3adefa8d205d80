// The day in a page's date line ("Thứ hai, 20/11/2023, 10:45 (GMT+7)").
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "article.h"

namespace ailamgi {

// The first full date among these syllables, as YYYY-MM-DD: "20/11/2023", "20-11-2023", "20.11.2023", "2023-11-20",
// "ngày 20 tháng 11 năm 2023". Empty when there is none or it is no day of the calendar. O(syllables).
std::string page_date(std::u16string_view text, std::span<const Syllable> syllables);

}  // namespace ailamgi
