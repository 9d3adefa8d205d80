#!/bin/bash
# Sets up, builds and runs every test: ./ailamgi test. A failing step does not keep the others from running.
# AILAMGI_STEPS="native wasm" runs only those; fuzz and browser run when named there. Logs: build/logs/STEP.log. The last line says "N passed, M failed".
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root" || exit 1
. toolchain/environment.sh
toolchain/setup.sh || exit 1
. toolchain/environment.sh
jobs=${AILAMGI_JOBS:-$(nproc)}
mkdir -p build/logs
passed=0
failed=0

# Adds up what the test runners in a log say they passed and failed (doctest, vitest, Playwright); a step without any
# such line counts as one.
count() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk -v ok="$2" '
    /test cases:/            { for (i = 2; i <= NF; i++) { if ($i == "passed") p += $(i-1); if ($i == "failed") f += $(i-1) } next }
    /^ *Tests +[0-9]+/       { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1) } next }
    /^ +[0-9]+ (passed|failed)( \(.*\))?$/ { if ($2 == "passed") p += $1; else f += $1 }
    END { if (!ok && !f) f = 1; if (ok && !p) p = 1; print p + 0, f + 0 }'
}

step() {
  local name=$1 start=$SECONDS log=build/logs/$1.log ok=1 word=ok p f
  shift
  case " ${AILAMGI_STEPS:-format native asan tidy wasm page properties budgets} " in *" $name "*) ;; *) return 0 ;; esac
  "$@" > "$log" 2>&1 || ok=0
  read -r p f < <(count "$log" $ok)
  passed=$((passed + p))
  failed=$((failed + f))
  [ $ok = 1 ] || word=FAILED
  printf '%-8s %-12s %4d passed %3d failed %5d s\n' "$word" "$name" "$p" "$f" $((SECONDS - start))
  [ $ok = 1 ] || { tail -n 40 "$log" | sed 's/^/    /'; echo "    (whole log: $log)"; }
}

ours() { git ls-files -- 'core/*.cpp' 'core/*.h' 'wasm/*.cpp' 'wasm/*.h' 'tests/*.cpp' 'tests/*.h' 'toolchain/*.cpp' 'toolchain/*.h'; }
format() { ours | xargs clang-format-14 --dry-run -Werror; }
tidy() { git ls-files -- 'core/*.cpp' | xargs -n 2 -P "$jobs" clang-tidy-14 --quiet -p build/asan; }
preset() {
  cmake --preset "$1" && cmake --build --preset "$1" -- -j "$jobs" && ctest --preset "$1" --verbose
}
page() { npm run build && npm run typecheck && npm test; }
browser() { npm run test:browser; }

step format format
step native preset native
step asan preset asan
step tidy tidy
step wasm preset wasm
[ -f package.json ] && step page page
[ -f package.json ] && step browser browser
compgen -G 'tests/fuzz/*.cpp' > /dev/null && step fuzz preset fuzz
step properties toolchain/properties.sh
[ -x toolchain/budgets ] && step budgets toolchain/budgets

echo "$passed passed, $failed failed"
[ $failed = 0 ]
