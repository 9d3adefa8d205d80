// Writes JSON piece by piece into one string, without building a tree first: an analysis of a megabyte of text has a
// million values, and a tree of them would take several times the memory of everything else.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace ailamgi {

// Calls must nest as JSON does; commas are put in by themselves.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  // The name of the next value. Names need no escaping here: all are ours.
  JsonWriter& key(std::string_view name) {
    separate();
    out_.append(1, '"').append(name).append("\":");
    comma_ = false;
    return *this;
  }

  JsonWriter& value(std::string_view utf8);     // must be valid UTF-8
  JsonWriter& value(std::u16string_view text);  // half a surrogate pair becomes U+FFFD
  JsonWriter& value(bool b) { return raw(b ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  template <std::integral T>
  requires(!std::same_as<T, bool>) JsonWriter& value(T number) {
    char digits[24];
    auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return raw({digits, static_cast<size_t>(end - digits)});
  }

  // A value that is JSON already.
  JsonWriter& verbatim(std::string_view json) { return raw(json); }

  // A number from 0 to 1, given in parts of ten thousand.
  JsonWriter& fraction(unsigned ten_thousandths);

 private:
  JsonWriter& raw(std::string_view s) {
    separate();
    out_ += s;
    return *this;
  }
  JsonWriter& open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
    return *this;
  }
  JsonWriter& close(char bracket) {
    out_ += bracket;
    comma_ = true;
    return *this;
  }
  void separate() {
    if (comma_) out_ += ',';
    comma_ = true;
  }
  void escape(char c);

  std::string& out_;
  bool comma_ = false;
};

// Appends text as UTF-8; half a surrogate pair becomes U+FFFD.
void append_utf8(std::u16string_view text, std::string& out);

}  // namespace ailamgi
