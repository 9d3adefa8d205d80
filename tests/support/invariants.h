// What every stage promises about the article it leaves behind, as one check.
#pragma once

#include <string>

#include "article.h"

namespace ailamgi::support {

// The first promise that is broken, in words; empty when all are kept: offsets lie in the text and on character
// boundaries (also after the way back into the text as it was given, which must then be named), spans are in order and
// nest, tokens cover their sentence's syllables, heads make a tree, indices resolve. Parts that no stage has filled yet
// break nothing. O(article).
std::string broken_promise(const Article& article, std::u16string_view given);

}  // namespace ailamgi::support
