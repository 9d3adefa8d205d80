#!/bin/sh
# Makes the learned parts of the model again: toolchain/train.sh --data DIR [--build DIR]
#
# DIR holds ud-vtb/{train,dev}.conllu, vietnews-60k.seg.xz, wiktionary-vi-headwords.txt, train.gold.jsonl (this and
# {names-train,dev}.gold.jsonl also in DIR/gold, if there is such a folder) and, if some articles are to be
# kept out of training, leave-out.txt (their ids). Needs a native build with its trainers, and
# Debian's fasttext, python3-sklearn, python3-torch and libopenblas0-pthread.
set -eu
# The libraries named are those of Debian's own python3, which need not be the first.
PATH=/usr/bin:$PATH
top=$(cd "$(dirname "$0")/.." && pwd)
build=$top/build/native
data=
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=$2; shift 2 ;;
    --build) build=$2; shift 2 ;;
    *) echo "usage: toolchain/train.sh --data DIR [--build DIR]" >&2; exit 2 ;;
  esac
done
[ -n "$data" ] || { echo "train.sh: --data DIR is missing" >&2; exit 2; }
work=$build/training
weights=$top/toolchain/weights
mkdir -p "$work"
gold=$data/gold
[ -d "$gold" ] || gold=$data
leave_out=$data/leave-out.txt
[ -f "$leave_out" ] || { leave_out=$work/leave-out.txt; : > "$leave_out"; }

echo "== word classes (about 10 minutes)"
python3 "$top/toolchain/train/clusters.py" --raw "$data/vietnews-60k.seg.xz" --leave-out "$leave_out" \
  --headwords "$data/wiktionary-vi-headwords.txt" --headwords "$top/toolchain/train/compounds.txt" --out "$work"
"$build/ailamgi-pack-clusters" "$work/clusters.txt" "$work/words.txt" "$weights/clusters.bin" "$work/forgetful.bin"

echo "== words (about 2 minutes)"
xz -dc "$data/vietnews-60k.seg.xz" > "$work/raw.seg"
train() {
  "$build/ailamgi-train-words" --bits 20 --clusters "$weights/clusters.bin" --forgetful "$work/forgetful.bin" --passes 25 \
    --margin 8 --prune 3 "$@"
}
train --raw "$work/raw.seg" --articles 20000 --least 8 --leave-out "$leave_out" --countries "$top/toolchain/train/countries.txt" \
  --gold "$data/ud-vtb/train.conllu" --test "$data/ud-vtb/dev.conllu" --save "$work/words.f32"
train --start "$work/words.f32" --gold "$data/ud-vtb/train.conllu" --gold "$data/ud-vtb/dev.conllu" --out "$weights/words.bin"

echo "== parts of speech and dependencies (about 35 minutes: guessing hidden words, teachers side by side, then the student)"
pack() { "$build/ailamgi-pack" --lexicons "$top/toolchain/lexicons" --weights "$weights" --out "$1"; }
pack "$work/words.model"
python3 "$top/toolchain/train/parser/annotations.py" --raw "$work/raw.seg" < "$top/toolchain/annotations/syntax.txt" > "$work/own.conllu"
{
  cat "$work/own.conllu"
  python3 "$top/toolchain/train/other_brackets.py" "$work/own.conllu" "$data/ud-vtb/train.conllu"
} > "$work/more.conllu"
rm -rf "$work/parser"
parser() {
  python3 "$top/toolchain/train/parser/train.py" --tool "$build/ailamgi-token-ids" --model "$work/words.model" \
    --relations "$top/toolchain/lexicons/relations.grammar" --gold "$data/ud-vtb/train.conllu" --more "$work/more.conllu" \
    --vectors "$work/points.vec" --raw "$work/raw.seg" --leave-out "$leave_out" --work "$work/parser" \
    --sentences 42000 --guess 90000 --teachers 2 --teacher-epochs 12 "$@"
}
parser --only-guess
parser --only-teacher 0 &
other=$!
parser --only-teacher 1
wait $other
parser --epochs 6 --test "$data/ud-vtb/dev.conllu" --also "$data/ud-vtb/dev.conllu" --out "$weights/parser.bin"

echo "== names (about 4 minutes)"
pack "$work/names.model"
own_names=$work/own-names.jsonl
python3 "$top/toolchain/annotations/join_names.py" --raw "$data/vietnews-60k.seg.xz" < "$top/toolchain/annotations/names.tsv" > "$own_names"
named=$work/named
mkdir -p "$named"
cp "$gold/train.gold.jsonl" "$gold/dev.gold.jsonl" "$named"
cat "$gold/names-train.gold.jsonl" "$own_names" > "$named/names-train.gold.jsonl"
python3 "$top/toolchain/train/name_patterns.py" "$top/toolchain/lexicons" > "$work/name-patterns.jsonl"
"$build/ailamgi-names" --model "$work/names.model" --data "$named" --silver "$work/name-patterns.jsonl" \
  --out "$weights/names.bin"

echo "== references (seconds)"
"$build/ailamgi-train-references" --model "$work/names.model" --data "$gold/train.gold.jsonl" \
  --data "$named/names-train.gold.jsonl" --out "$weights/references.bin"

if [ -f "$gold/train.gold.jsonl" ]; then
  echo "== quotations and events (about 2 minutes; after every other part, since they learn from what those say)"
  # Names as they will be found: by weights that have not seen the articles learned from here.
  unseen=$work/names-unseen
  mkdir -p "$unseen/weights"
  cp "$named/names-train.gold.jsonl" "$unseen/train.gold.jsonl"
  : > "$unseen/names-train.gold.jsonl"
  head -n 2 "$gold/dev.gold.jsonl" > "$unseen/dev.gold.jsonl"  # only measured on
  cp "$weights"/*.bin "$unseen/weights/"
  pack "$work/before-events.model"
  "$build/ailamgi-names" --model "$work/before-events.model" --data "$unseen" \
    --silver "$work/name-patterns.jsonl" --out "$unseen/weights/names.bin"
  "$build/ailamgi-pack" --lexicons "$top/toolchain/lexicons" --weights "$unseen/weights" --out "$work/before-events.model"
  "$build/ailamgi-train-references" --model "$work/before-events.model" --data "$unseen/train.gold.jsonl" \
    --out "$unseen/weights/references.bin"
  "$build/ailamgi-pack" --lexicons "$top/toolchain/lexicons" --weights "$unseen/weights" --out "$work/before-events.model"
  python3 "$top/toolchain/annotations/join_quotes.py" --raw "$data/vietnews-60k.seg.xz" \
    < "$top/toolchain/annotations/quotes.tsv" > "$work/quotes.jsonl"
  "$build/ailamgi-train-events" --model "$work/before-events.model" --data "$gold/train.gold.jsonl" --names predicted \
    --quotes "$work/quotes.jsonl" --out "$weights"
fi

if [ -f "$gold/train.gold.jsonl" ]; then
  echo "== what tells most (about 2 minutes; learns from the events found, so after them)"
  sed 's/^{"id": *"\([^"]*\)".*/\1/' "$gold"/*.gold.jsonl > "$work/gold-ids.txt"
  python3 "$top/toolchain/train/plain_text.py" --raw "$data/vietnews-60k.seg.xz" --leave-out "$leave_out" "$work/gold-ids.txt" \
    --articles 6000 --also "$top/toolchain/annotations/tops.tsv" > "$work/raw.jsonl"
  # Events as wrong as those of a new article: of every fifth annotated article, by weights from the others.
  for fold in 0 1 2 3 4; do
    mkdir -p "$work/folds/$fold"
    awk -v fold=$fold '(NR - 1) % 5 != fold' "$gold/train.gold.jsonl" > "$work/folds/$fold/gold.jsonl"
    "$build/ailamgi-train-events" --model "$work/before-events.model" --data "$work/folds/$fold/gold.jsonl" --names predicted \
      --quotes "$work/quotes.jsonl" --out "$work/folds/$fold"
  done
  cp "$weights/events.bin" "$weights/quotes.bin" "$unseen/weights/"
  "$build/ailamgi-pack" --lexicons "$top/toolchain/lexicons" --weights "$unseen/weights" --out "$work/before-summary.model"
  "$build/ailamgi-train-summary" --model "$work/before-summary.model" --raw "$work/raw.jsonl" --articles 6000 \
    --tops "$top/toolchain/annotations/tops.tsv" --gold "$gold/train.gold.jsonl" --folds "$work/folds" --out "$weights"
fi
