// Bounds-checked reading of a section's header fields and arrays, in place.
#pragma once

#include <cstring>
#include <span>
#include <type_traits>

#include "model/model.h"

namespace ailamgi {

// Takes values and arrays off the front of a section. After any take that does not fit, ok() is false and every later
// take gives zero or an empty span; so a section can be read straight through and asked once at the end.
class SectionReader {
 public:
  explicit SectionReader(Bytes bytes) : rest_(bytes), start_(bytes.data()) {}

  template <class T>
  T value() {
    static_assert(std::is_trivially_copyable_v<T>);
    T v{};
    if (rest_.size() < sizeof(T)) {
      fail();
    } else {
      std::memcpy(&v, rest_.data(), sizeof(T));
      rest_ = rest_.subspan(sizeof(T));
    }
    return v;
  }

  // An array of `count` values, beginning at the next multiple of its alignment.
  template <class T>
  std::span<const T> array(size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    size_t used = static_cast<size_t>(rest_.data() - start_);
    size_t pad = ok_ ? (alignof(T) - used % alignof(T)) % alignof(T) : 0;
    if (!ok_ || rest_.size() < pad || (rest_.size() - pad) / sizeof(T) < count) {
      fail();
      return {};
    }
    const std::byte* at = rest_.data() + pad;
    rest_ = rest_.subspan(pad + count * sizeof(T));
    return {reinterpret_cast<const T*>(at), count};
  }

  bool ok() const { return ok_; }
  size_t left() const { return rest_.size(); }

 private:
  void fail() {
    ok_ = false;
    rest_ = {};
  }
  Bytes rest_;
  const std::byte* start_;
  bool ok_ = true;
};

}  // namespace ailamgi
