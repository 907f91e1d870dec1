#!/usr/bin/env bash
# The saved fuzz inputs, replayed under the sanitizers: every corpus must have a target and every target a corpus.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=0:strict_string_checks=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}
build asan
shopt -s nullglob
for corpus in tests/fuzz/corpus/*/; do
    name=$(basename "$corpus")
    if [ ! -f "tests/fuzz/${name}_fuzz.cpp" ] || [ ! -x "build/asan/tests/fuzz/picket_replay_$name" ]; then
        say "  tests/fuzz/corpus/$name has no built target"
        result fuzz-replay 0 1
    fi
done
for source in tests/fuzz/*_fuzz.cpp; do
    name=$(basename "$source" _fuzz.cpp)
    if [ ! -d "tests/fuzz/corpus/$name" ]; then
        say "  tests/fuzz/${name}_fuzz.cpp has no corpus"
        result fuzz-replay 0 1
    fi
done
if ctest --test-dir build/asan -L fuzz --show-only | grep -qE 'Total Tests: [1-9]'; then
    counted_ctest fuzz-replay asan -L fuzz
fi
