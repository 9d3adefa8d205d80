#include "json/writer.h"

namespace ailamgi {
namespace {

constexpr char32_t replacement = 0xFFFD;

// The code point at text[i], moving i past it.
char32_t next_code_point(std::u16string_view text, size_t& i) {
  char16_t c = text[i++];
  if ((c & 0xF800) != 0xD800) return c;
  bool pair = (c & 0xFC00) == 0xD800 && i < text.size() && (text[i] & 0xFC00) == 0xDC00;
  if (!pair) return replacement;
  return 0x10000 + ((static_cast<char32_t>(c) & 0x3FF) << 10) + (text[i++] & 0x3FFU);
}

void append_code_point(char32_t c, std::string& out) {
  auto byte = [&](char32_t b) { out += static_cast<char>(b); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

bool needs_escape(char32_t c) {
  return c < 0x20 || c == '"' || c == '\\';
}

}  // namespace

void append_utf8(std::u16string_view text, std::string& out) {
  for (size_t i = 0; i < text.size();) append_code_point(next_code_point(text, i), out);
}

void JsonWriter::escape(char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  if (c == '"' || c == '\\') {
    out_.append(1, '\\').append(1, c);
  } else if (c == '\n') {
    out_ += "\\n";
  } else {
    auto u = static_cast<unsigned char>(c);
    out_.append("\\u00").append(1, hex[u >> 4]).append(1, hex[u & 15]);
  }
}

JsonWriter& JsonWriter::value(std::string_view utf8) {
  raw("\"");
  for (char c : utf8) {
    if (needs_escape(static_cast<unsigned char>(c))) {
      escape(c);
    } else {
      out_ += c;
    }
  }
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(std::u16string_view text) {
  raw("\"");
  for (size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (needs_escape(c)) {
      escape(static_cast<char>(c));
    } else {
      append_code_point(c, out_);
    }
  }
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::fraction(unsigned n) {
  if (n >= 10000) return raw("1");
  std::string digits = std::to_string(10000 + n).substr(1);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return raw("0." + digits);
}

}  // namespace ailamgi
