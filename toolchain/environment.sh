# Sourced by the scripts: where what setup.sh put into build/ is found. Expects `root`.
. "$root/toolchain/versions"
[ -x "$root/build/node/node_modules/.bin/node" ] && PATH=$root/build/node/node_modules/.bin:$PATH
PATH=$PATH:/usr/sbin
export PATH
