#!/usr/bin/env bash
# The workbench in Chromium, on what the wasm build left in build/site: behaviour, then every screen.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -f build/site/app.wasm ]; then
    say "  skipped: build/site has no workbench"
    exit 0
fi
CHROMIUM=$(find_chromium)
export CHROMIUM
browser() { counted "$1-browser" node --test --test-reporter=tap "tests/web/$1.test.mjs"; }
# Two tabs wait for each other most of the time: beside the others.
alongside counted visits-browser node --test --test-reporter=tap tests/web/visits.test.mjs
for file in tests/web/*.test.mjs; do
    name=$(basename "$file" .test.mjs)
    # The ones that need no workbench are those of the phase before; the pictures come last.
    case $name in engine | lists | module | scenario | screens | types | visits) continue ;; esac
    browser "$name"
done
browser screens
wait
