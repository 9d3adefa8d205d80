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
[ $# -gt 0 ] || set -- $(basename -s .cpp tests/fuzz/*.cpp)
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
    -print_final_stats=1 -verbosity=1 -dict=tests/fuzz/vietnamese.dict -artifact_prefix=$work/finds/"$target"- \
    $work/corpus/"$target" "$seeds" > "$log" 2>&1 ||
    { echo "$target: found something, see $log.found"; cp "$log" "$log.found"; }
  awk -v t="$target" '/stat::number_of_executed_units/ { print t, $2 }' "$log" >> $work/executions
}

before=$(ls $work/finds | wc -l)
slot=$(awk -v h="$hours" -v n=$# 'BEGIN { s = h * 3600 / n; print int(s > 300 ? 300 : s < 10 ? 10 : s) }')
end=$((SECONDS + $(awk -v h="$hours" 'BEGIN { print int(h * 3600) }')))
while [ $SECONDS -lt $end ]; do
  for t in "$@"; do
    [ $SECONDS -lt $end ] || break
    run "$t" $((slot * 9 / 10)) "$(length "$t")"
    [ "$t" = sections ] || run "$t" $((slot / 10)) 20000
  done
done
awk '{ n[$1] += $2; all += $2 } END { for (t in n) print t, n[t]; print "all", all }' $work/executions | sort
[ "$(ls $work/finds | wc -l)" = "$before" ]
