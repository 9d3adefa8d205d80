#include "text/fold.h"

#include <doctest/doctest.h>

using namespace ailamgi;

TEST_CASE("folding ignores case") {
  CHECK(fold(u"ĐÀM") == u"đàm");
  CHECK(fold(u"ƯỚC") == u"ước");
  CHECK(fold(u"Ĩ") == u"ĩ");
  CHECK(fold(u"\u00D7") == u"\u00D7");
}

TEST_CASE("letters that look like Đ are taken for it") {
  CHECK(fold(u"\u00D0ÀM") == u"đàm");
  CHECK(fold(u"\u00F0àm") == u"đàm");
  CHECK(fold(u"\u0189\u0256") == u"đđ");
  CHECK(fold_hashes(u"\u00D0àm").bare == fold_hashes(u"dam").folded);
}

TEST_CASE("folding puts the tone mark in the modern place") {
  CHECK(fold(u"Hòa") == u"hoà");
  CHECK(fold(u"khỏe") == u"khoẻ");
  CHECK(fold(u"THỦY") == u"thuỷ");
  CHECK(fold(u"quý") == u"quý");
  CHECK(fold(u"hoàn") == u"hoàn");
  CHECK(fold(u"của") == u"của");
  CHECK(fold_hashes(u"tòa").folded == fold_hashes(u"Toà").folded);
}

TEST_CASE("bare letters have no diacritic") {
  CHECK(fold_hashes(u"Đàm").bare == fold_hashes(u"dam").folded);
  CHECK(fold_hashes(u"NGUYỄN").bare == fold_hashes(u"nguyen").folded);
  CHECK(fold_hashes(u"hòa").bare == fold_hashes(u"hoa").folded);
  CHECK(bare(u'ữ') == u'u');
  CHECK(bare(u'?') == u'?');
}

TEST_CASE("folding leaves half a surrogate pair alone") {
  CHECK(fold(u"\xD800") == u"\xD800");
}
