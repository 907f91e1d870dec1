#!/usr/bin/env bash
# clang, optimised: a second compiler must build everything without a warning, the benchmarks included, and give the
# same results. The full native suite runs too: without sanitizers it is quick. The house rules need no second compiler.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
start=$SECONDS
build clang
say "  built in $(minutes "$start")"
counted_ctest clang clang -E "^tidy$"
