// Files for the command: reading them whole, and turning UTF-8 into the core's UTF-16.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace ailamgi::cli {

// A file's bytes, or standard input's for "-". Nothing when it can't be read.
std::optional<std::string> read_file(const std::string& path);

// Bytes at an address that is a multiple of 16, as a model must be.
class AlignedBytes {
 public:
  explicit AlignedBytes(std::string_view bytes);
  Bytes bytes() const;

 private:
  struct alignas(16) Block {
    std::byte bytes[16];
  };
  std::vector<Block> blocks_;
  size_t size_;
};

// Where the model is: the one named, AILAMGI_MODEL, or ailamgi.model beside the running program.
std::string model_path(const std::string& named);

// Each byte sequence that is no UTF-8 becomes U+FFFD, as the WHATWG decoder does.
std::u16string to_utf16(std::string_view utf8);

}  // namespace ailamgi::cli
