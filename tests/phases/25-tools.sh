#!/usr/bin/env bash
# The project's own tools: the static server of `make play`, and the counting of test results.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
counted tools node --test --test-reporter=tap tests/tools/*.test.mjs
