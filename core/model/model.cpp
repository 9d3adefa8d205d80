#include "model/model.h"

#include <cstring>

#include "model/checksum.h"
#include "model/reader.h"

namespace ailamgi {
namespace {

constexpr char magic[8] = {'A', 'I', 'L', 'A', 'M', 'G', 'I', '\0'};
constexpr size_t header_size = 32;
constexpr size_t entry_size = 32;

struct Entry {
  char name[16];
  uint64_t offset, size;
};
static_assert(sizeof(Entry) == entry_size);

Entry entry_at(Bytes bytes, size_t i) {
  Entry e{};
  std::memcpy(&e, bytes.data() + header_size + i * entry_size, entry_size);
  return e;
}

uint32_t count_of(Bytes bytes) {
  uint32_t n = 0;
  std::memcpy(&n, bytes.data() + 12, 4);
  return n;
}

}  // namespace

std::optional<Model> Model::open(Bytes bytes, ModelError& error) {
  auto refuse = [&](ModelError e) {
    error = e;
    return std::optional<Model>();
  };
  if (bytes.size() < header_size) return refuse(ModelError::too_short);
  if (std::memcmp(bytes.data(), magic, sizeof magic) != 0) return refuse(ModelError::not_a_model);
  SectionReader header(bytes.subspan(8));
  auto version = header.value<uint32_t>();
  auto count = header.value<uint32_t>();
  auto size = header.value<uint64_t>();
  auto sum = header.value<uint64_t>();
  if (version != model_version) return refuse(ModelError::other_version);
  if (size != bytes.size() || (bytes.size() - header_size) / entry_size < count) return refuse(ModelError::truncated);
  if (checksum(bytes.subspan(header_size)) != sum) return refuse(ModelError::damaged);
  for (uint32_t i = 0; i < count; ++i) {
    Entry e = entry_at(bytes, i);
    if (e.offset % 16 != 0 || e.offset > size || e.size > size - e.offset) return refuse(ModelError::damaged);
  }
  error = ModelError::ok;
  return Model(bytes);
}

Bytes Model::section(std::string_view name) const {
  uint32_t count = count_of(bytes_);
  for (uint32_t i = 0; i < count; ++i) {
    Entry e = entry_at(bytes_, i);
    std::string_view entry_name(e.name, strnlen(e.name, sizeof e.name));
    if (entry_name == name) return bytes_.subspan(static_cast<size_t>(e.offset), static_cast<size_t>(e.size));
  }
  return {};
}

Message describe(ModelError error) {
  switch (error) {
    case ModelError::ok:
      return {"Mô hình đọc được.", "The model is readable."};
    case ModelError::too_short:
    case ModelError::truncated:
      return {"Tệp mô hình bị cụt; hãy tải lại.", "The model file is cut short; load it again."};
    case ModelError::not_a_model:
      return {"Đây không phải tệp mô hình của ailamgi.", "This is not an ailamgi model file."};
    case ModelError::other_version:
      return {"Tệp mô hình thuộc phiên bản khác.", "The model file is of another version."};
    case ModelError::damaged:
      return {"Tệp mô hình bị hỏng; hãy tải lại.", "The model file is damaged; load it again."};
    case ModelError::incomplete:
      return {"Tệp mô hình thiếu một phần cần thiết.", "The model file lacks a part that is needed."};
  }
  return {"", ""};
}

}  // namespace ailamgi
