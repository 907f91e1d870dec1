#!/usr/bin/env bash
# The native window on an X server without a screen, built with sanitizers.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
for tool in Xvfb xdotool; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        say "  window: skipped, this machine has no $tool"
        exit 0
    fi
done
if ! has_target asan picket_app; then
    say "  window: skipped, there is no GLFW or OpenGL to build it with"
    exit 0
fi
build asan picket_app
counted window node --test --test-reporter=tap tests/window/*.test.mjs
