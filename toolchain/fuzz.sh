#!/bin/bash
# Runs the fuzz targets for long, one at a time: toolchain/fuzz.sh HOURS [TARGET…]
# Each turn goes to the target (all of tests/fuzz/*.cpp unless some are named) with the fewest executions until every one
# has half a million, then to all in turn; a thirtieth of each turn goes to long inputs. New inputs are kept in
# build/fuzz/corpus/TARGET, finds in build/fuzz/finds; build/fuzz/executions has a line for every turn: target, executions
# (without those of the corpus read again), seconds. Says the sums at the end; fails when anything was found.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root" || exit 1
hours=${1:?usage: toolchain/fuzz.sh HOURS [TARGET…]}
shift
. toolchain/environment.sh
# AILAMGI_FUZZ_BUILT=1 takes the programs as they are.
[ -n "${AILAMGI_FUZZ_BUILT:-}" ] || { cmake --preset fuzz > /dev/null && cmake --build --preset fuzz -- -j "${AILAMGI_JOBS:-$(nproc)}" > /dev/null; } || exit 1
work=build/fuzz
mkdir -p $work/finds $work/running
mapfile -t all < <(basename -s .cpp tests/fuzz/*.cpp)
[ $# -gt 0 ] || set -- "${all[@]}"
# Leaks are looked for when CI replays the corpora; watching for them here would cost half of the executions. Who allocated what
# a find touches, the replay tells, too.
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=16:detect_leaks=0
# Copies, so that a build meanwhile disturbs nothing.
for t in "$@"; do cp $work/fuzz-"$t" $work/running/ || exit 1; done
touch $work/executions

# What takes long for each word gets short texts most of the time: more of them find more.
length() {
  case $1 in
    model) echo 600 ;;
    text | questions | words) echo 160 ;;
    sections) echo 64 ;;
    parser | jsonl) echo 48 ;;
    whole | bindings) echo 40 ;;
    *) echo 80 ;;
  esac
}

enough=500000  # executions that each target gets before any gets more

run() {
  local target=$1 seconds=$2 max=$3 seeds=tests/fuzz/corpus/$1 log=$work/running/$1.log had runs=-1
  [ -d "$seeds" ] || seeds=tests/fuzz/corpus/text
  mkdir -p $work/corpus/"$target"
  had=$(awk -v t="$target" '$1 == t { n += $2 } END { print n + 0 }' $work/executions)
  [ "$had" -ge $enough ] || runs=$((enough - had + $(find $work/corpus/"$target" "$seeds" -type f | wc -l)))
  # The clock of -timeout runs on while others have the processor. What an input costs, ailamgi-replay measures. Counting how
  # often an edge is taken makes almost every input look new, which costs more than it finds.
  nice -n 15 $work/running/fuzz-"$target" -max_total_time="$seconds" -runs=$runs -max_len="$max" -timeout=1200 -report_slow_units=1000 -rss_limit_mb=3000 \
    -print_final_stats=1 -entropic=0 -use_counters=0 -reduce_inputs=0 -detect_leaks=0 -dict=tests/fuzz/vietnamese.dict -artifact_prefix=$work/finds/"$target"- \
    $work/corpus/"$target" "$seeds" > "$log" 2>&1 ||
    { echo "$target: found something, see $log.found"; cp "$log" "$log.found"; stopped+=" $target "; }
  awk -v t="$target" -v s="$seconds" '
    /[ \t]INITED / { read_again = substr($1, 2) }
    /^Done / { s = $5 }
    /stat::number_of_executed_units/ { print t, ($2 > read_again ? $2 - read_again : 0), s }' "$log" >> $work/executions
}

# The next turn's target of those named; nothing when all have stopped.
next() {
  printf '%s\n' "$@" | awk -v enough=$enough -v stopped="$stopped" -v turn="$turn" '
    FILENAME != "-" { done[$1] += $2; next }
    index(stopped, " " $1 " ") == 0 { name[n++] = $1; if (best == "" || done[$1] < done[best]) best = $1 }
    END { if (n > 0) print done[best] < enough ? best : name[turn % n] }' $work/executions -
}

before=$(ls $work/finds | wc -l)
slot=$(awk -v h="$hours" -v n=$# 'BEGIN { s = h * 3600 / n; print int(s > 300 ? 300 : s < 60 ? 60 : s) }')
stopped=
end=$((SECONDS + $(awk -v h="$hours" 'BEGIN { print int(h * 3600) }')))
for ((turn = 0; SECONDS < end; turn++)); do
  t=$(next "$@")
  # Whatever stops once stops again at once: a find is mended before the target goes on.
  [ -n "$t" ] || break
  run "$t" $((slot * 29 / 30)) "$(length "$t")"
  [ "$t" = sections ] || run "$t" $((slot / 30)) 20000
done
awk '{ n[$1] += $2; all += $2 } END { for (t in n) print t, n[t]; print "all", all }' $work/executions | sort
[ "$(ls $work/finds | wc -l)" = "$before" ]
