#!/usr/bin/env bash
# The workbench in Chromium, on what the wasm build left in build/site: behaviour, then every screen.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -f build/site/app.wasm ]; then
    say "  skipped: build/site has no workbench"
    exit 0
fi
CHROMIUM=$(find_chromium)
export CHROMIUM
for file in tests/web/*.test.mjs; do
    # The ones that need no workbench are those of the phase before; the pictures come last.
    case $(basename "$file" .test.mjs) in engine | lists | module | scenario | screens | types) continue ;; esac
    counted "$(basename "$file" .test.mjs)-browser" node --test --test-reporter=tap "$file"
done
counted screens-browser node --test --test-reporter=tap tests/web/screens.test.mjs
