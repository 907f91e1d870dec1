#!/usr/bin/env bash
# All native suites, built by g++ with AddressSanitizer and UndefinedBehaviorSanitizer.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=0:strict_string_checks=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}
start=$SECONDS
build asan
say "  built in $(minutes "$start")"
counted_ctest native-asan asan -LE fuzz
