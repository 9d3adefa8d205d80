#!/bin/bash
# Analyses an archive in the three ways of docs/ARCHIVES.md and compares: toolchain/archive_test.sh [ARTICLES]
# One process, its threads, and GNU parallel must give the same bytes in the same order. Prints articles a second.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. toolchain/environment.sh
articles=${1:-10000}
jobs=${AILAMGI_JOBS:-$(nproc)}
cmake --preset native > /dev/null
cmake --build --preset native --target ailamgi ailamgi-bench-texts > /dev/null
work=$(mktemp -d "${TMPDIR:-/tmp}/ailamgi-archive.XXXXXX")
trap 'rm -rf "$work"' EXIT
build/native/ailamgi-bench-texts --articles "$articles" > "$work/archive.jsonl"

timed() {  # NAME COMMAND…
  local name=$1 start now
  shift
  start=$(date +%s%N)
  "$@" < "$work/archive.jsonl" > "$work/out.jsonl"
  now=$(date +%s%N)
  sha256sum < "$work/out.jsonl" > "$work/$name.sum"
  [ "$(grep -c '"segments"' "$work/out.jsonl")" = "$articles" ] || { echo "$name: not every article has an analysis" >&2; exit 1; }
  printf '%-10s %6d articles/s\n' "$name" $((articles * 1000000000 / (now - start)))
}
timed one build/native/ailamgi --jsonl
timed threads build/native/ailamgi --jsonl --threads "$jobs"
timed parallel parallel --will-cite --pipe --keep-order --block 1M -j "$jobs" build/native/ailamgi --jsonl
cmp "$work/one.sum" "$work/threads.sum" && cmp "$work/one.sum" "$work/parallel.sum" && echo "the same from all three"
