#!/bin/sh
# Builds the module, the model and the command twice, from two clean copies of the last commit, and compares the bytes.
#   toolchain/reproducible.sh [FOLDER]     the copies stay in FOLDER, to see where bytes differ
# Takes twice a full build; ICU's tarball is taken from build/icu when it is there, its compilation is repeated.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -gt 0 ]; then
  mkdir -p "$1"
  work=$(cd "$1" && pwd)
else
  work=$(mktemp -d "${TMPDIR:-/tmp}/ailamgi-reproducible.XXXXXX")
  trap 'rm -rf "$work"' EXIT
fi
commit=$(git -C "$root" rev-parse HEAD)  # though somebody commits meanwhile
for copy in one the-other; do
  git clone -q "$root" "$work/$copy"
  git -C "$work/$copy" checkout -q "$commit"
  mkdir -p "$work/$copy/build/icu"
  cp "$root"/build/icu/*.tar.gz "$work/$copy/build/icu/" 2> /dev/null || true
  (cd "$work/$copy" && cmake --preset wasm && cmake --build --preset wasm --target ailamgi &&
    cmake --build --preset native --target ailamgi) > "$work/$copy.log" 2>&1 || {
    tail -n 20 "$work/$copy.log"
    exit 1
  }
done
status=0
for file in build/wasm/ailamgi.mjs build/wasm/ailamgi.wasm build/wasm/ailamgi.model build/native/ailamgi; do
  if cmp "$work/one/$file" "$work/the-other/$file"; then
    sha256sum "$work/one/$file" | sed "s|$work/one/||"
  else
    status=1
  fi
done
exit $status
