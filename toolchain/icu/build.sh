#!/bin/sh
# Builds the cut-down static ICU once for a target: toolchain/icu/build.sh native|wasm
# Result: build/icu/TARGET/{lib/libicu.a,include,LICENSE}. Every build folder of the checkout links that one.
# The recipe's checksum is kept beside the result, so that a changed pin or item list builds anew and nothing else does.
set -eu
target=${1:?usage: toolchain/icu/build.sh native|wasm}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/toolchain/versions"
store=$root/build/icu
out=$store/$target
mkdir -p "$store"

fail() {
  echo "icu: $1" >&2
  exit 1
}

# Configuring two build folders at once must not build ICU twice.
exec 9> "$store/lock"
flock 9

# Raise the number when this script comes to make something else of the same inputs.
recipe=$( (echo 1 "$ICU_SHA256" && cat "$here/CMakeLists.txt" "$here/items.txt") | sha256sum | cut -d' ' -f1)
if [ -f "$out/lib/libicu.a" ] && [ "$(cat "$out/recipe" 2> /dev/null)" = "$recipe" ]; then
  exit 0
fi

tarball=$store/$ICU_TARBALL
check() { echo "$ICU_SHA256  $tarball" | sha256sum --check --status 2> /dev/null; }

fetch() {
  echo "icu: fetching $ICU_TARBALL from Debian's source archive"
  # Private apt state: the system's own configuration, which usually has no deb-src line, is left alone.
  apt=$store/apt
  rm -rf "$apt"
  mkdir -p "$apt/lists/partial" "$apt/archives/partial"
  echo "deb-src http://deb.debian.org/debian $ICU_SUITE main" > "$apt/sources.list"
  set -- -q -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt" -o APT::Sandbox::User=root
  (cd "$store" && apt-get "$@" update && apt-get "$@" source --download-only --tar-only icu) > "$store/fetch.log" 2>&1 ||
    fail "the download failed (log: $store/fetch.log). Check the network, or put $ICU_TARBALL into $store yourself."
  rm -rf "$apt"
}

check || fetch
check || fail "$tarball has not the checksum pinned in toolchain/versions. Delete it and try again; if it stays, do not use it."

if [ "$(cat "$store/source/recipe" 2> /dev/null)" != "$recipe" ]; then
  command -v icupkg > /dev/null || PATH=$PATH:/usr/sbin
  command -v icupkg > /dev/null || fail "icupkg is missing: apt-get install icu-devtools (toolchain/setup.sh does)."
  rm -rf "$store/source"
  mkdir -p "$store/source/items"
  tar -xzf "$tarball" -C "$store/source" --strip-components=1 --no-same-owner \
    icu/LICENSE icu/source/common icu/source/data/in/icudt72l.dat
  full=$store/source/source/data/in/icudt72l.dat
  icupkg -d "$store/source/items" -x "$here/items.txt" "$full"
  icupkg --ignore-deps -tl -s "$store/source/items" -a "$here/items.txt" new "$store/source/icudt72l.dat"
  rm "$full"
  # od pads the last word with zeros, which the data's own table of contents never reaches.
  {
    echo '#include <cstdint>'
    echo 'extern "C" alignas(16) const std::uint64_t icudt72_dat[] = {'
    od -An -v -tx8 "$store/source/icudt72l.dat" | sed 's/ \([0-9a-f]\{16\}\)/0x\1,/g'
    echo '};'
  } > "$store/source/data.cpp"
  echo "$recipe" > "$store/source/recipe"
fi

echo "icu: compiling for $target (about two minutes, once)"
work=$store/$target-work
rm -rf "$work" "$out"
set -- -S "$here" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$out" \
  -DICU_SOURCE="$store/source/source" -DICU_DATA="$store/source/data.cpp"
[ "$target" = wasm ] && set -- "$@" -DCMAKE_TOOLCHAIN_FILE="$root/toolchain/emscripten.cmake"
(unset CC CXX CFLAGS CXXFLAGS LDFLAGS
  cmake "$@" && cmake --build "$work" && cmake --install "$work") > "$store/$target.log" 2>&1 ||
  fail "the build failed (log: $store/$target.log)."
rm -rf "$work"
echo "$recipe" > "$out/recipe"
echo "icu: $(du -sh "$out/lib/libicu.a" | cut -f1) in $out"
