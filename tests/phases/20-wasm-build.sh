#!/usr/bin/env bash
# The WebAssembly build as shipped: the engine module, the playground, and the folder for static hosts.
# Later phases run the goldens, the scenarios and the browser tests on what this one leaves in build/web and build/site.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -f web/CMakeLists.txt ]; then
    say "  skipped: web/ has no build yet"
    exit 0
fi
start=$SECONDS
build web
say "  built in $(minutes "$start")"
if has_target web site; then
    build web site
fi
# Tests that the web build registers itself (for example the size check).
if ctest --test-dir build/web --show-only 2>/dev/null | grep -qE 'Total Tests: [1-9]'; then
    counted_ctest wasm-build web
fi
