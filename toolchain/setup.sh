#!/bin/sh
# Installs what building and testing need on Debian 12, and nothing that is there already. A second run only looks.
# Pins and minimum versions: toolchain/versions. An emsdk Emscripten is taken where EMSDK is set (untested so far: the
# machines at hand reach only Debian's).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/toolchain/environment.sh"
mkdir -p "$root/build"

say() { echo "setup: $*"; }
fail() {
  echo "setup: $1" >&2
  shift
  for hint; do echo "       $hint" >&2; done
  exit 1
}
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    fail "packages are missing and there is neither root nor sudo" "As root: $*"
  fi
}
installed() { dpkg-query -W -f '${db:Status-Status} ${Version}' "$1" 2> /dev/null | sed -n 's/^installed //p'; }
new_enough() {
  version=$(installed "$1")
  [ -n "$version" ] && dpkg --compare-versions "$version" ge "$2"
}
node_major() { node -p 'process.versions.node.split(".")[0]' 2> /dev/null || echo 0; }

command -v dpkg-query > /dev/null ||
  fail "this is not a Debian system" "Install by hand what toolchain/versions lists, then build with cmake --preset native."

# --- Debian packages ---
missing=
for wanted in $DEBIAN_PACKAGES; do
  name=${wanted%%:*}
  [ "$name" = emscripten ] && [ -n "${EMSDK:-}" ] && continue
  new_enough "$name" "${wanted#*:}" || missing="$missing $name"
done
command -v node > /dev/null && command -v npm > /dev/null || missing="$missing nodejs npm"
if [ -n "$missing" ]; then
  say "installing from Debian:$missing"
  log=$root/build/apt.log
  (as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $missing) > "$log" 2>&1 ||
    fail "apt-get failed (log: $log)" "Check the network and that no other apt runs, then start me again."
  for wanted in $DEBIAN_PACKAGES; do
    name=${wanted%%:*}
    [ "$name" = emscripten ] && [ -n "${EMSDK:-}" ] && continue
    new_enough "$name" "${wanted#*:}" ||
      fail "$name $(installed "$name") is older than ${wanted#*:}" "Debian 12 (bookworm) or newer is needed."
  done
fi
[ -n "${EMSDK:-}" ] && say "taking Emscripten from EMSDK=$EMSDK"

# --- node ---
if [ "$(node_major)" -lt "$NODE_MINIMUM" ]; then
  say "node $(node --version) is too old: taking $NODE_NPM_VERSION from npm, for this checkout only"
  npm install --silent --no-audit --no-fund --prefix "$root/build/node" "node@$NODE_NPM_VERSION" > "$root/build/node.log" 2>&1 ||
    fail "npm install node failed (log: build/node.log)" "Check the network, or install node $NODE_MINIMUM or newer yourself."
  . "$root/toolchain/environment.sh"
  [ "$(node_major)" -ge "$NODE_MINIMUM" ] || fail "node is still too old" "Install node $NODE_MINIMUM or newer yourself."
fi

# --- node packages, by the lock file ---
lock=$root/package-lock.json
stamp=$root/build/npm.stamp
if [ -f "$lock" ] && ! { [ -d "$root/node_modules" ] && sha256sum --check --status "$stamp" 2> /dev/null; }; then
  say "installing the node packages of package-lock.json"
  (cd "$root" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund) > "$root/build/npm.log" 2>&1 ||
    fail "npm ci failed (log: build/npm.log)" "Check the network; npm cache clean --force helps against a torn cache."
  sha256sum "$lock" > "$stamp"
fi

# --- ICU ---
"$root/toolchain/icu/build.sh" native
"$root/toolchain/icu/build.sh" wasm

say "ready: clang $(clang++-14 -dumpversion), gcc $(g++ -dumpfullversion), node $(node --version), ICU $ICU_VERSION"
