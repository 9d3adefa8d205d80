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

step() { echo "== $(date +%T) $*"; }
pack() { "$build/ailamgi-pack" --lexicons "$top/toolchain/lexicons" --weights "$1" --out "$2"; }

step "word classes (about 15 minutes)"
python3 "$top/toolchain/train/clusters.py" --raw "$data/vietnews-60k.seg.xz" --leave-out "$leave_out" \
  --headwords "$data/wiktionary-vi-headwords.txt" --headwords "$top/toolchain/train/compounds.txt" --out "$work"
"$build/ailamgi-pack-clusters" "$work/clusters.txt" "$work/words.txt" "$weights/clusters.bin" "$work/forgetful.bin"
xz -dc "$data/vietnews-60k.seg.xz" > "$work/raw.seg"

step "parts of speech and dependencies begin, beside the next two steps: guessing hidden words (about 10 minutes)"
pack "$weights" "$work/classes.model"
python3 "$top/toolchain/train/parser/annotations.py" --raw "$work/raw.seg" < "$top/toolchain/annotations/syntax.txt" > "$work/own.conllu"
{
  cat "$work/own.conllu"
  python3 "$top/toolchain/train/other_brackets.py" "$work/own.conllu" "$data/ud-vtb/train.conllu"
} > "$work/more.conllu"
rm -rf "$work/parser"
parser() {
  python3 "$top/toolchain/train/parser/train.py" --tool "$build/ailamgi-token-ids" --model "$work/classes.model" \
    --relations "$top/toolchain/lexicons/relations.grammar" --gold "$data/ud-vtb/train.conllu" --more "$work/more.conllu" \
    --vectors "$work/points.vec" --raw "$work/raw.seg" --leave-out "$leave_out" --work "$work/parser" \
    --sentences 42000 --guess 90000 --teachers 2 --teacher-epochs 12 "$@"
}
parser --only-guess > "$work/guess.log" &
guess=$!

step "words (about 3 minutes)"
train() {
  "$build/ailamgi-train-words" --bits 20 --clusters "$weights/clusters.bin" --forgetful "$work/forgetful.bin" --passes 20 \
    --draw-back 0.1 --prune 1.5 "$@"
}
train --raw "$work/raw.seg" --articles 20000 --least 8 --leave-out "$leave_out" --countries "$top/toolchain/train/countries.txt" \
  --gold "$data/ud-vtb/train.conllu" --test "$data/ud-vtb/dev.conllu" --save "$work/words.f32"
train --start "$work/words.f32" --gold "$data/ud-vtb/train.conllu" --gold "$data/ud-vtb/dev.conllu" --out "$weights/words.bin"

step "names (about 4 minutes)"
pack "$weights" "$work/words.model"
own_names=$work/own-names.jsonl
python3 "$top/toolchain/annotations/join_names.py" --raw "$data/vietnews-60k.seg.xz" < "$top/toolchain/annotations/names.tsv" > "$own_names"
named=$work/named
mkdir -p "$named"
cp "$gold/train.gold.jsonl" "$gold/dev.gold.jsonl" "$named"
cat "$gold/names-train.gold.jsonl" "$own_names" > "$named/names-train.gold.jsonl"
python3 "$top/toolchain/train/name_patterns.py" "$top/toolchain/lexicons" > "$work/name-patterns.jsonl"
learn_names() {
  "$build/ailamgi-names" --model "$work/words.model" --data "$1" --silver "$work/name-patterns.jsonl" --out "$2"
}
learn_names "$named" "$weights/names.bin"
# Names as they will be found, for what learns from them: by weights that have not seen the annotated articles.
unseen=$work/names-unseen
mkdir -p "$unseen/weights"
cp "$named/names-train.gold.jsonl" "$unseen/train.gold.jsonl"
: > "$unseen/names-train.gold.jsonl"
head -n 2 "$gold/dev.gold.jsonl" > "$unseen/dev.gold.jsonl"  # only measured on
learn_names "$unseen" "$work/names-unseen.bin" &
other_names=$!

wait $guess
step "two teachers side by side (about 12 minutes)"
parser --only-teacher 0 &
other=$!
parser --only-teacher 1
wait $other
wait $other_names
step "their student (about 15 minutes)"
parser --epochs 6 --test "$data/ud-vtb/dev.conllu" --also "$data/ud-vtb/dev.conllu" --out "$weights/parser.bin"
pack "$weights" "$work/names.model"

step "references (seconds)"
"$build/ailamgi-train-references" --model "$work/names.model" --data "$gold/train.gold.jsonl" \
  --data "$named/names-train.gold.jsonl" --out "$weights/references.bin"

if [ -f "$gold/train.gold.jsonl" ]; then
  step "quotations and events (about 2 minutes; after every other part, since they learn from what those say)"
  cp "$weights"/*.bin "$unseen/weights/"
  cp "$work/names-unseen.bin" "$unseen/weights/names.bin"
  pack "$unseen/weights" "$work/before-events.model"
  "$build/ailamgi-train-references" --model "$work/before-events.model" --data "$unseen/train.gold.jsonl" \
    --out "$unseen/weights/references.bin"
  pack "$unseen/weights" "$work/before-events.model"
  python3 "$top/toolchain/annotations/join_quotes.py" --raw "$data/vietnews-60k.seg.xz" \
    < "$top/toolchain/annotations/quotes.tsv" > "$work/quotes.jsonl"
  "$build/ailamgi-train-events" --model "$work/before-events.model" --data "$gold/train.gold.jsonl" --names predicted \
    --quotes "$work/quotes.jsonl" --out "$weights"
fi

if [ -f "$gold/train.gold.jsonl" ]; then
  step "what tells most (about 5 minutes; learns from the events found, so after them)"
  sed 's/^{"id": *"\([^"]*\)".*/\1/' "$gold"/*.gold.jsonl > "$work/gold-ids.txt"
  python3 "$top/toolchain/train/plain_text.py" --raw "$data/vietnews-60k.seg.xz" --leave-out "$leave_out" "$work/gold-ids.txt" \
    --articles 6000 --also "$top/toolchain/annotations/tops.tsv" > "$work/raw.jsonl"
  # Events as wrong as those of a new article: of every fifth annotated article, by weights from the others.
  learn_fold() {
    mkdir -p "$work/folds/$1"
    awk -v fold="$1" '(NR - 1) % 5 != fold' "$gold/train.gold.jsonl" > "$work/folds/$1/gold.jsonl"
    "$build/ailamgi-train-events" --model "$work/before-events.model" --data "$work/folds/$1/gold.jsonl" --names predicted \
      --quotes "$work/quotes.jsonl" --out "$work/folds/$1"
  }
  { learn_fold 0; learn_fold 2; learn_fold 4; } &
  folds=$!
  learn_fold 1
  learn_fold 3
  wait $folds
  cp "$weights/events.bin" "$weights/quotes.bin" "$unseen/weights/"
  pack "$unseen/weights" "$work/before-summary.model"
  "$build/ailamgi-train-summary" --model "$work/before-summary.model" --raw "$work/raw.jsonl" --articles 6000 \
    --tops "$top/toolchain/annotations/tops.tsv" --gold "$gold/train.gold.jsonl" --folds "$work/folds" --out "$weights"
fi
step "done"
