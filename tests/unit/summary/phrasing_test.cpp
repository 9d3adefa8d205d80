#include "summary/phrasing.h"

#include "json/writer.h"
#include "made_article.h"

using namespace ailamgi;
using support::MadeArticle;

namespace {

std::string written(const MadeArticle& made, const Event& event) {
  auto book = Phrasebook::open(support::model());
  REQUIRE(book);
  std::string out;
  append_utf8(Phrasing(made.article, *book).write(event), out);
  return out;
}

}  // namespace

TEST_CASE("a statement keeps how an act is meant") {
  MadeArticle made(u"Hôm qua, ông Tám được cho là đã bán con thuyền. Ông Tám không trả tiền.");
  Event sold = made.deed(u"ông Tám", u"bán", u"con thuyền");
  sold.when = made.argument(u"Hôm qua");
  sold.mode = Mode::maybe;
  CHECK(written(made, sold) == "Hôm qua, ông Tám được cho là đã bán con thuyền.");

  Event paid = made.deed(u"ông Tám", u"trả", u"tiền");
  paid.who.implicit = true;
  paid.negated = true;
  CHECK(written(made, paid) == "Ông Tám không trả tiền.");
}

TEST_CASE("what stands elsewhere is said in other words, not dropped") {
  MadeArticle made(u"Toà yêu cầu ông Tám trả tiền. Làm gì có chuyện bà Năm đốt nhà. Nghe đồn cô Ba bỏ làng.");
  Event planned = made.deed(u"ông Tám", u"trả", u"tiền");
  planned.mode = Mode::plan;
  CHECK(written(made, planned) == "Ông Tám sẽ trả tiền.");
  Event denied = made.deed(u"bà Năm", u"đốt", u"nhà");
  denied.negated = true;
  CHECK(written(made, denied) == "Bà Năm không đốt nhà.");
  Event supposed = made.deed(u"cô Ba", u"bỏ", u"làng");
  supposed.mode = Mode::maybe;
  CHECK(written(made, supposed) == "Cô Ba được cho là bỏ làng.");

  MadeArticle done(u"Ông Tám đã bán con thuyền.");
  Event sold = done.deed(u"Ông Tám", u"bán", u"con thuyền");
  sold.mode = Mode::maybe;
  CHECK(written(done, sold) == "Ông Tám được cho là đã bán con thuyền.");
}

TEST_CASE("pronouns stand by their names, brackets are left out, sources stay") {
  MadeArticle made(u"Lê Thị Sáu ở lại. Theo báo Làng, bà mở quán (bán nước) ở chợ.");
  Index six = made.entity(EntityType::person, u"Lê Thị Sáu");
  made.mention(made.span(u"bà"), MentionKind::pronoun, six);
  Event opened = made.event(u"mở");
  opened.who = made.argument(u"bà", six);
  opened.what = made.argument(u"quán (bán nước)");
  opened.where = made.argument(u"ở chợ");
  opened.source = made.argument(u"báo Làng");
  CHECK(written(made, opened) == "Theo báo Làng, Lê Thị Sáu mở quán ở chợ.");
}

TEST_CASE("a time is told once, where the text has it, and without a capital inside the sentence") {
  MadeArticle made(u"Ông Tám hôm 3/4 mua trâu. Ông Tám bán lúa hôm 5/6.");
  Event bought = made.deed(u"Ông Tám", u"mua", u"trâu");
  bought.when = made.argument(u"hôm 3/4");
  CHECK(written(made, bought) == "Ông Tám hôm 3/4 mua trâu.");
  Event sold = made.deed(u"Ông Tám", u"bán", u"lúa");
  sold.when = made.argument(u"hôm 5/6");
  sold.who.implicit = true;
  CHECK(written(made, sold) == "Ông Tám bán lúa hôm 5/6.");
}

TEST_CASE("words said stand in quotation marks") {
  MadeArticle made(u"\"Tôi không bán nhà\", bà Năm nói.");
  Quote quote;
  quote.span = made.span(u"Tôi không bán nhà");
  quote.sentence = 0;
  made.article.quotes.push_back(quote);
  Event said = made.deed(u"bà Năm", u"nói", u"Tôi không bán nhà");
  CHECK(written(made, said) == "Bà Năm nói: “Tôi không bán nhà”.");
}

TEST_CASE("a passive keeps its own words, and what finishes it") {
  MadeArticle made(u"Con thuyền vẫn chưa được dân làng kéo lên bờ. Ai bán con thuyền?");
  Event pulled = made.event(u"kéo");
  pulled.passive = pulled.negated = true;
  pulled.who = made.argument(u"dân làng");
  pulled.what = made.argument(u"Con thuyền");
  CHECK(written(made, pulled) == "Con thuyền vẫn chưa được dân làng kéo lên bờ.");
  SUBCASE("a question tells nothing") {
    Event asked = made.event(u"bán");
    asked.who = made.argument(u"Ai");
    CHECK(written(made, asked).empty());
  }
  SUBCASE("nor does an event without anybody") {
    CHECK(written(made, made.event(u"kéo")).empty());
  }
}

TEST_CASE("who is ready has not done it") {
  MadeArticle made(u"Ông Tám “vẫn sẵn sàng bán con thuyền” nếu được giá.");
  Event ready = made.deed(u"Ông Tám", u"bán", u"con thuyền");
  ready.mode = Mode::plan;
  CHECK(written(made, ready) == "Ông Tám vẫn sẵn sàng bán con thuyền.");
}

TEST_CASE("what only says which ones they are is no statement") {
  MadeArticle made(u"Đây là những con thuyền được ông Tám mua lại.");
  for (Token& token : made.article.tokens) {
    if (made.article.view(token.span) == u"là") token.upos = Upos::AUX;
  }
  Event bought = made.event(u"mua lại");
  bought.passive = true;
  bought.who = made.argument(u"ông Tám");
  bought.what = made.argument(u"những con thuyền");
  CHECK(written(made, bought).empty());
}
