// The "--name value" pairs of a trainer's command line.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ailamgi::train {

class Arguments {
 public:
  Arguments(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; i += 2) pairs_.emplace(argv[i], argv[i + 1]);
  }

  // The first value given under a name, else `otherwise`.
  std::string operator()(const std::string& name, const std::string& otherwise = "") const {
    auto it = pairs_.find(name);
    return it == pairs_.end() ? otherwise : it->second;
  }

  // All values given under a name, in their order.
  std::vector<std::string> all(const std::string& name) const {
    std::vector<std::string> values;
    for (auto [it, end] = pairs_.equal_range(name); it != end; ++it) values.push_back(it->second);
    return values;
  }

 private:
  std::multimap<std::string, std::string> pairs_;
};

}  // namespace ailamgi::train
