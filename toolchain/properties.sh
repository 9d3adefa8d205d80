#!/bin/bash
# Checks what every analysis promises over articles made at random: toolchain/properties.sh [COUNT] [SEED]
# Natively: offsets, spans, ids, composed and decomposed text, cuts, blank lines. Then the JSON by its schema (where
# python3-jsonschema is installed); where build/wasm is there, the same bytes from WebAssembly and no leak over a thousand
# analyses; where the package is built, fifty analyzers at once. `build/native/ailamgi-properties --cost BYTES` measures time.
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
if python3 -c 'import jsonschema' 2> /dev/null; then
  python3 tests/properties/schema.py docs/analysis.schema.json < "$work/analyses.jsonl" || status=1
else
  echo "the schema is not checked: python3-jsonschema is not installed"
fi
if [ -f build/wasm/ailamgi.wasm ]; then
  cmp build/wasm/ailamgi.model build/native/ailamgi.model || status=1
  node tests/properties/same_bytes.mjs build/wasm "$work/texts.jsonl" "$work/analyses.jsonl" || status=1
  node tests/properties/leaks.mjs build/wasm "$work/texts.jsonl" || status=1
else
  echo "WebAssembly is not checked: build/wasm has no module"
fi
[ ! -f wasm/dist/node.js ] || node tests/properties/parallel.mjs wasm/dist "$work/texts.jsonl" || status=1
exit $status
