#include "words/word_tags.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "pack/phrase_hash.h"
#include "pack/word_tags_writer.h"
#include "support/analysis.h"

using namespace ailamgi;

TEST_CASE("letters become two numbers, the most usual part of speech first") {
  CHECK(word_tags_of("N") == 0x01);
  CHECK(word_tags_of("VN") == 0x12);
  CHECK(word_tags_of("VNJ") == 0x12);
  CHECK_FALSE(word_tags_of(""));
  CHECK_FALSE(word_tags_of("n"));
  CHECK_FALSE(word_tags_of("N V"));
}

TEST_CASE("a list of words is laid out by the dictionary") {
  auto dictionary = Clusters::open(support::model());
  REQUIRE(dictionary);
  std::string section;
  std::istringstream lines("# a comment\n\nhuyện\tN\ntừ_này_không_có_đâu\tX\nchạy\tVN\n");
  CHECK(write_word_tags(lines, *dictionary, section).empty());
  REQUIRE(section.size() == dictionary->entries());
  auto place = dictionary->place(phrase_hash("Huyện", 8));
  REQUIRE(place);
  CHECK(section[*place] == 0x01);
  place = dictionary->place(phrase_hash("chạy", 8));
  REQUIRE(place);
  CHECK(section[*place] == 0x12);
  std::istringstream wrong("huyện\tN\nchạy\t?\n");
  CHECK(write_word_tags(wrong, *dictionary, section) == "line 2: not a word, a tab and letters");
}

TEST_CASE("the model lists what words can be") {
  auto dictionary = Clusters::open(support::model());
  REQUIRE(dictionary);
  CHECK((dictionary->entry(phrase_hash("huyện", 8)).tags & 15) == *word_tags_of("N"));
  CHECK((dictionary->entry(phrase_hash("tuyên bố", 8)).tags & 15) == *word_tags_of("V"));
  CHECK(dictionary->entry(phrase_hash("xyzzy", 8)).tags == 0);
}

TEST_CASE("tags that do not fit the dictionary are refused") {
  Bytes clusters = support::model().section("clusters");
  std::string tags(7, '\0');
  CHECK_FALSE(Clusters::open(clusters, std::as_bytes(std::span(tags))));
}
