#!/bin/bash
# Measures everything and prints one table: toolchain/bench.sh [native node chromium peers]
# Needs ./ailamgi build. Results, one file a runner: build/bench/. Figures of a busy machine say little; the table names
# the load and the time of a fixed loop, so that others can be set beside it.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. toolchain/environment.sh
wanted=${*:-native node chromium peers}
out=build/bench
mkdir -p $out
cmake --preset native > $out/build.log
cmake --build --preset native --target ailamgi-bench ailamgi-bench-texts >> $out/build.log
build/native/ailamgi-bench-texts $out/texts

for runner in $wanted; do
  echo "bench: $runner" >&2
  case $runner in
    native)
      build/native/ailamgi-bench --benchmark_repetitions=5 --benchmark_min_time=0.1 \
        --benchmark_out=$out/native.json --benchmark_out_format=json > $out/native.log 2>&1
      ;;
    node) node tests/bench/run_node.mjs > $out/node.jsonl ;;
    chromium) node tests/bench/run_chromium.mjs > $out/chromium.jsonl ;;
    peers)
      # Not in the project's lock file: nothing of ours needs them. The last two build native addons.
      if [ ! -d $out/peers/node_modules/compromise ]; then
        mkdir -p $out/peers
        echo '{"private": true}' > $out/peers/package.json
        (cd $out/peers && npm install --no-audit --no-fund $BENCH_PEERS && npm rebuild crfsuite fasttext) > $out/peers.log 2>&1 ||
          echo "bench: not all peers install (log: $out/peers.log)" >&2
      fi
      node tests/bench/run_peers.mjs > $out/peers.jsonl
      ;;
    *) echo "bench: no runner $runner" >&2; exit 2 ;;
  esac
done
node tests/bench/table.mjs $out
