#include "cli/files.h"

#include <unicode/unistr.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace ailamgi::cli {

std::optional<std::string> read_file(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::error_code unreadable;
  if (std::filesystem::is_directory(path, unreadable)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes;
  for (char block[65536]; in.read(block, sizeof block), in.gcount() > 0;)
    bytes.append(block, static_cast<size_t>(in.gcount()));
  if (in.bad()) return std::nullopt;
  return bytes;
}

AlignedBytes::AlignedBytes(std::string_view bytes) : blocks_((bytes.size() + 15) / 16), size_(bytes.size()) {
  if (size_ > 0) std::memcpy(blocks_.data(), bytes.data(), size_);
}

Bytes AlignedBytes::bytes() const {
  return {reinterpret_cast<const std::byte*>(blocks_.data()), size_};
}

std::string model_path(const std::string& named) {
  if (!named.empty()) return named;
  if (const char* path = std::getenv("AILAMGI_MODEL")) return path;
  std::error_code unknown;
  auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return (unknown ? std::filesystem::path() : self.parent_path()) / "ailamgi.model";
}

std::u16string to_utf16(std::string_view utf8) {
  auto s = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  return {s.getBuffer(), static_cast<size_t>(s.length())};
}

}  // namespace ailamgi::cli
