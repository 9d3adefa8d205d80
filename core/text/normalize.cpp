#include "text/normalize.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

namespace ailamgi {
namespace {

constexpr int32_t longest_run = 32;

UChar32 code_point_at(std::u16string_view s, int32_t at) {
  auto i = static_cast<size_t>(at);
  uint32_t c = s[i];
  if ((c & 0xFC00U) != 0xD800U || i + 1 == s.size() || (s[i + 1] & 0xFC00U) != 0xDC00U) return static_cast<UChar32>(c);
  return static_cast<UChar32>(0x10000U + ((c & 0x3FFU) << 10) + (s[i + 1] & 0x3FFU));
}

}  // namespace

void normalize(std::u16string_view given, Article& article) {
  article.origin.clear();
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  const char16_t* s = given.data();
  auto n = static_cast<int32_t>(given.size());
  int32_t done = U_SUCCESS(status) ? unorm2_spanQuickCheckYes(nfc, s, n, &status) : n;
  if (U_FAILURE(status) || done >= n) {
    article.text.assign(given);
    return;
  }
  article.text.assign(given.substr(0, static_cast<size_t>(done)));
  article.text.reserve(given.size());
  article.origin.reserve(given.size() + 1);
  for (int32_t i = 0; i < done; ++i) article.origin.push_back(static_cast<uint32_t>(i));
  while (done < n) {
    int32_t end = done;
    U16_FWD_1(s, end, n);
    while (end < n && end - done < longest_run) {
      if (unorm2_hasBoundaryBefore(nfc, code_point_at(given, end))) break;
      U16_FWD_1(s, end, n);
    }
    // U+1D160 and its like give four units for one; none gives more than that for one in NFC.
    char16_t composed[longest_run * 4];
    status = U_ZERO_ERROR;
    int32_t size = unorm2_normalize(nfc, s + done, end - done, composed, longest_run * 4, &status);
    bool same =
        U_FAILURE(status) || (size == end - done && std::u16string_view(s + done, static_cast<size_t>(size)) ==
                                                        std::u16string_view(composed, static_cast<size_t>(size)));
    if (same) {
      for (int32_t i = done; i < end; ++i) article.origin.push_back(static_cast<uint32_t>(i));
      article.text.append(s + done, static_cast<size_t>(end - done));
    } else {
      article.origin.insert(article.origin.end(), static_cast<size_t>(size), static_cast<uint32_t>(done));
      article.text.append(composed, static_cast<size_t>(size));
    }
    done = end;
    status = U_ZERO_ERROR;
    int32_t plain = unorm2_spanQuickCheckYes(nfc, s + done, n - done, &status);
    if (U_FAILURE(status)) plain = 0;
    for (int32_t i = done; i < done + plain; ++i) article.origin.push_back(static_cast<uint32_t>(i));
    article.text.append(s + done, static_cast<size_t>(plain));
    done += plain;
  }
  article.origin.push_back(static_cast<uint32_t>(n));
}

}  // namespace ailamgi
