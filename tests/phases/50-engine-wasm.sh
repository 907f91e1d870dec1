#!/usr/bin/env bash
# The shipped engine module in Node, as the page's policy runs it (goldens, scenarios, sessions, types), and in a
# browser. Worlds are compared with those of the command line that the sanitizer build made.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -f build/web/web/engine.wasm ]; then
    build web
fi
export PICKET_WEB=$PICKET_ROOT/build/web/web
export PICKET_CLI=${PICKET_CLI:-$PICKET_ROOT/build/asan/picket}
[ -x "$PICKET_CLI" ] || build asan picket
for test in engine lists scenario types; do
    counted "wasm-$test" node --disallow-code-generation-from-strings --test-reporter=tap "tests/web/$test.test.mjs"
done
counted wasm-module node --test-reporter=tap tests/web/module.test.mjs
