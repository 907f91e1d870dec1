#!/usr/bin/env bash
# The workbench in Chromium, on what the wasm build left in build/site: behaviour, then every screen.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -f build/site/app.wasm ]; then
    say "  skipped: build/site has no workbench"
    exit 0
fi
CHROMIUM=$(find_chromium)
export CHROMIUM
for name in app detect editor import page screens; do
    counted "$name-browser" node --test --test-reporter=tap "tests/web/$name.test.mjs"
done
