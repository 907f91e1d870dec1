#!/usr/bin/env bash
# clang, optimised: a second compiler must build the engine and the command line without a warning. The last phase
# compares what it computes with the other builds. `make test-more` builds the rest and runs every suite with it.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
start=$SECONDS
build clang picket
say "  clang: built in $(minutes "$start")"
