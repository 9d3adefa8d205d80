#!/bin/bash
# Checks what every analysis promises over articles made at random: toolchain/properties.sh [COUNT] [SEED]
# Natively: offsets, spans, ids, composed and decomposed text, cuts, blank lines. Then the JSON by its schema; where
# build/wasm is there, the same bytes from WebAssembly, no leak over a thousand analyses, and memory enough for the text that
# needs most; where the package is built, fifty analyzers at once. Not run here, since they take long:
#   build/native/ailamgi-properties --cost BYTES   time for each hostile shape
#   node tests/properties/limit.mjs build/wasm     memory for each shape at the greatest length
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root" || exit 1
count=${1:-2000} seed=${2:-1}
. toolchain/environment.sh
cmake --preset native > /dev/null && cmake --build --preset native --target ailamgi ailamgi-properties > /dev/null || exit 1
work=$(mktemp -d "${TMPDIR:-/tmp}/ailamgi-properties.XXXXXX")
trap 'rm -rf "$work"' EXIT
status=0
build/native/ailamgi-properties --count "$count" --seed "$seed" || status=1
build/native/ailamgi-properties --texts "$count" --seed "$seed" > "$work/texts.jsonl"
build/native/ailamgi --jsonl < "$work/texts.jsonl" > "$work/analyses.jsonl" || status=1
python3 tests/properties/schema.py docs/analysis.schema.json < "$work/analyses.jsonl" || status=1
if [ -f build/wasm/ailamgi.wasm ]; then
  cmp build/wasm/ailamgi.model build/native/ailamgi.model || status=1
  node tests/properties/same_bytes.mjs build/wasm "$work/texts.jsonl" "$work/analyses.jsonl" || status=1
  node tests/properties/leaks.mjs build/wasm "$work/texts.jsonl" || status=1
  node tests/properties/limit.mjs build/wasm sentences || status=1
else
  echo "WebAssembly is not checked: build/wasm has no module"
fi
[ ! -f wasm/dist/node.js ] || node tests/properties/parallel.mjs wasm/dist "$work/texts.jsonl" || status=1
exit $status
