// Writes the model file of core/model/model.h.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ailamgi {

// Appends a little-endian number or an array to a section being made.
template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class T>
void put_array(std::string& out, const std::vector<T>& values) {
  out.resize((out.size() + alignof(T) - 1) / alignof(T) * alignof(T));
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

class ModelWriter {
 public:
  // Adds a section; names have at most 16 bytes.
  void add(const std::string& name, std::string section) { sections_.emplace_back(name, std::move(section)); }
  std::string file() const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

}  // namespace ailamgi
