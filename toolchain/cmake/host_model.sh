#!/bin/sh
# Packs the model in a native build folder: toolchain/cmake/host_model.sh BUILD
# Locked, since two cross builds may share the folder.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$1"
exec 9> "$1/.host-lock"
flock 9
[ -f "$1/build.ninja" ] || cmake --preset native -S "$root" -B "$1"
exec cmake --build "$1" --target model
