// How far a long analysis has come, told in per cent to whoever asked, who may stop it. Asking costs a stage one
// comparison a sentence; nothing is allocated.
#pragma once

#include <cstddef>

namespace ailamgi {

class Progress {
 public:
  // Is told each per cent that is reached, rising and none twice (some are skipped in short texts), on the thread that
  // analyzes. False ends the analysis.
  using Tell = bool (*)(void* listener, int percent);

  Progress() = default;  // tells nobody
  Progress(Tell tell, void* listener) : tell_(tell), listener_(listener) {}

  // A stage begins that takes the analysis from one per cent to another. False: stop.
  bool enter(int from, int to) {
    from_ = from;
    to_ = to;
    return told(from);
  }

  // The stage has done so many of its pieces. False: it should leave the rest.
  bool reached(size_t done, size_t pieces) {
    if (tell_ == nullptr || stopped_) return !stopped_;
    return told(from_ + static_cast<int>(static_cast<size_t>(to_ - from_) * done / pieces));
  }

  bool stopped() const { return stopped_; }

 private:
  bool told(int percent) {
    if (tell_ == nullptr || stopped_ || percent <= last_) return !stopped_;
    last_ = percent;
    stopped_ = !tell_(listener_, percent);
    return !stopped_;
  }

  Tell tell_ = nullptr;
  void* listener_ = nullptr;
  int from_ = 0, to_ = 0;
  int last_ = -1;
  bool stopped_ = false;
};

}  // namespace ailamgi
