#!/usr/bin/env bash
# One engine everywhere: `picket play` as its users run it, and every example scenario with three builds - g++ with
# sanitizers, clang optimised, WebAssembly - whose outcomes must have the same SHA-256.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
[ -x build/asan/picket ] || build asan picket
build clang picket  # waits where the phase that builds it goes on behind
[ -f build/web/web/engine.wasm ] || build web
export PICKET_CLI=$PICKET_ROOT/build/asan/picket PICKET_WEB=$PICKET_ROOT/build/web/web
counted play node --test-reporter=tap tests/clients/play.test.mjs

sum() { sha256sum | cut -d ' ' -f 1; }

same=0
different=0
for file in examples/scenarios/*.json; do
    [ "$(basename "$file")" != scenario.schema.json ] || continue
    asan=$(build/asan/picket play --chronicle "$file" 2>/dev/null | sum || echo "asan failed")
    clang=$(build/clang/picket play --chronicle "$file" 2>/dev/null | sum || echo "clang failed")
    wasm=$(node tests/web/outcome.mjs "$file" | sum || echo "wasm failed")
    if [ "$asan" = "$clang" ] && [ "$asan" = "$wasm" ]; then
        same=$((same + 1))
    else
        different=$((different + 1))
        say "  $file: asan $asan, clang $clang, wasm $wasm"
    fi
done
[ $((same + different)) -gt 0 ] || different=1
result scenario-hashes "$same" "$different"
