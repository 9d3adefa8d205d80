// The model file: named sections of numbers and word lists, read in place.
//
// Layout, little-endian: 8 bytes "AILAMGI\0"; u32 format version; u32 number of sections; u64 size of the whole file;
// u64 checksum of all bytes after the header (model/checksum.h); then for each section a 16-byte name padded with NUL,
// u64 offset from the start of the file (a multiple of 16) and u64 size; then the sections. A section's own layout is
// its stage's business, and the stage checks it when it opens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ailamgi {

using Bytes = std::span<const std::byte>;

inline constexpr uint32_t model_version = 1;

enum class ModelError : uint8_t { ok, too_short, not_a_model, other_version, truncated, damaged, incomplete };

// A checked model. Holds no memory of its own: the bytes given to open() must outlive it and everything opened from it,
// and begin at an address that is a multiple of 16.
class Model {
 public:
  // Checks magic, version, sizes and checksum: O(size of the file), about 0.2 ms a megabyte. On failure returns nothing
  // and says why in `error`. Never reads outside `bytes`, whatever they hold.
  static std::optional<Model> open(Bytes bytes, ModelError& error);

  // The bytes of a section; empty when the model has none of that name. O(number of sections).
  Bytes section(std::string_view name) const;

 private:
  explicit Model(Bytes bytes) : bytes_(bytes) {}
  Bytes bytes_;
};

// What went wrong, for a person.
struct Message {
  std::string_view vi, en;
};
Message describe(ModelError error);

}  // namespace ailamgi
