#!/usr/bin/env bash
# clang, optimised: a second compiler must build the engine, the command line and the benchmarks without a warning. The
# last phase compares what it computes with the other builds. `make test-more` runs every suite with it.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
start=$SECONDS
build clang picket picket_benches
say "  clang: built in $(minutes "$start")"
