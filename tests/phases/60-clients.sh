#!/usr/bin/env bash
# The command line and the endpoint, built with sanitizers: unchanged AWS clients, hostile callers, and the examples.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -x "${PICKET_CLI:-build/asan/picket}" ]; then
    build asan picket
fi
if [ ! -f build/web/web/engine.wasm ]; then
    build web
fi
export PICKET_CLI=${PICKET_CLI:-$PICKET_ROOT/build/asan/picket} PICKET_WEB=$PICKET_ROOT/build/web/web
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=0:strict_string_checks=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}
# The longest first: most of each test's time is spent waiting for the other side.
for test in sdk_operations conformance pasted examples aws_cli serve hostile wire_bugs botocore sdk cli check certificates; do
    alongside counted "clients-$test" node --test-reporter=tap "tests/clients/$test.test.mjs"
done
wait
