#!/bin/bash
# Runs the fuzz targets for long, one at a time: toolchain/fuzz.sh HOURS [TARGET…]
# The time is shared among the targets (all of tests/fuzz/*.cpp unless some are named), in rounds of a few minutes; a tenth
# of it goes to long inputs. New inputs are kept in build/fuzz/corpus/TARGET, finds in build/fuzz/finds, executions are
# added up in build/fuzz/executions. Says the sums at the end; fails when anything was found.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root" || exit 1
hours=${1:?usage: toolchain/fuzz.sh HOURS [TARGET…]}
shift
. toolchain/environment.sh
cmake --preset fuzz > /dev/null && cmake --build --preset fuzz -- -j "${AILAMGI_JOBS:-$(nproc)}" > /dev/null || exit 1
work=build/fuzz
mkdir -p $work/finds $work/running
mapfile -t all < <(basename -s .cpp tests/fuzz/*.cpp)
[ $# -gt 0 ] || set -- "${all[@]}"
# Leaks are looked for when CI replays the corpora; watching for them here would cost half of the executions.
export ASAN_OPTIONS=malloc_context_size=3:quarantine_size_mb=32:detect_leaks=0
# Copies, so that a build meanwhile disturbs nothing.
for t in "$@"; do cp $work/fuzz-"$t" $work/running/ || exit 1; done

length() {
  case $1 in
    questions) echo 160 ;;
    model) echo 600 ;;
    sections) echo 64 ;;
    parser | whole | jsonl | bindings) echo 300 ;;
    *) echo 400 ;;
  esac
}

run() {
  local target=$1 seconds=$2 max=$3 seeds=tests/fuzz/corpus/$1 log=$work/running/$1.log
  [ -d "$seeds" ] || seeds=tests/fuzz/corpus/text
  mkdir -p $work/corpus/"$target"
  nice -n 15 $work/running/fuzz-"$target" -max_total_time="$seconds" -max_len="$max" -timeout=20 -rss_limit_mb=3000 \
    -print_final_stats=1 -entropic=0 -detect_leaks=0 -dict=tests/fuzz/vietnamese.dict -artifact_prefix=$work/finds/"$target"- \
    $work/corpus/"$target" "$seeds" > "$log" 2>&1 ||
    { echo "$target: found something, see $log.found"; cp "$log" "$log.found"; stopped+=" $target "; }
  awk -v t="$target" '/stat::number_of_executed_units/ { print t, $2 }' "$log" >> $work/executions
}

before=$(ls $work/finds | wc -l)
slot=$(awk -v h="$hours" -v n=$# 'BEGIN { s = h * 3600 / n; print int(s > 300 ? 300 : s < 10 ? 10 : s) }')
stopped=
end=$((SECONDS + $(awk -v h="$hours" 'BEGIN { print int(h * 3600) }')))
while [ $SECONDS -lt $end ]; do
  ran=0
  for t in "$@"; do
    # Whatever stops once stops again at once: a find is mended before the target goes on.
    [ $SECONDS -lt $end ] && [[ $stopped != *" $t "* ]] || continue
    ran=1
    run "$t" $((slot * 9 / 10)) "$(length "$t")"
    [ "$t" = sections ] || run "$t" $((slot / 10)) 20000
  done
  [ $ran = 1 ] || break
done
awk '{ n[$1] += $2; all += $2 } END { for (t in n) print t, n[t]; print "all", all }' $work/executions | sort
[ "$(ls $work/finds | wc -l)" = "$before" ]
