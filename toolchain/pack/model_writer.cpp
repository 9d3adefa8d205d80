#include "pack/model_writer.h"

#include "model/checksum.h"

namespace ailamgi {

std::string ModelWriter::file() const {
  std::string table, body;
  size_t base = (32 + sections_.size() * 32 + 15) / 16 * 16;
  for (const auto& [name, section] : sections_) {
    std::string padded = name.substr(0, 16);
    padded.resize(16);
    table += padded;
    put(table, uint64_t{base + body.size()});
    put(table, uint64_t{section.size()});
    body += section;
    body.resize((body.size() + 15) / 16 * 16);
  }
  table.resize(base - 32);
  std::string rest = table + body;
  std::string out("AILAMGI", 8);
  put(out, model_version);
  put(out, static_cast<uint32_t>(sections_.size()));
  put(out, uint64_t{32 + rest.size()});
  put(out, checksum(std::as_bytes(std::span(rest.data(), rest.size()))));
  return out + rest;
}

}  // namespace ailamgi
