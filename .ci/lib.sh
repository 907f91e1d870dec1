# shellcheck shell=bash
# Helpers shared by the scripts of .ci/ and the test phases: messages, builds, and honest counting.
# A script sources this file first; it changes to the project's root and sets the shell's safety options.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PICKET_ROOT=$PWD
PICKET_RESULTS=${PICKET_RESULTS:-$PICKET_ROOT/build/results}
PICKET_JOBS=${PICKET_JOBS:-$(nproc 2>/dev/null || echo 2)}
export PICKET_ROOT PICKET_RESULTS PICKET_JOBS

say() { printf '%s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# The browser for the tests: CHROMIUM, or the first of the usual names on PATH; nothing when there is none.
find_chromium() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -z "$name" ] || ! command -v "$name" 2>/dev/null || return 0
    done
}

# minutes START: the time since START (a value of $SECONDS) as minutes with one decimal.
minutes() {
    local tenths=$(((SECONDS - $1 + 3) / 6))
    printf '%d.%d min' $((tenths / 10)) $((tenths % 10))
}

# quietly LOG COMMAND...: the command's output goes to LOG; what it says of errors is shown only when it fails.
quietly() {
    local log=$1 telling
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1; then
        say "failed: $*"
        telling=$(grep -nE -A 3 'error:|Error:|Error at|^E: |undefined reference|npm ERR|multiple definition' "$log" |
            cut -c 1-240 | head -n 60 || true)
        if [ -n "$telling" ]; then say "$telling"; else tail -n 40 "$log"; fi
        say "the whole log: $log"
        return 1
    fi
}

# configure PRESET: runs CMake only when there is no usable build folder; ninja reruns it when a CMake file changes.
configure() {
    local stamp=build/$1/.configured
    local wish
    wish=$(cksum CMakePresets.json .ci/cmake/emscripten_toolchain.cmake 2>/dev/null; printf '%s %s %s' "${EMSDK:-}" \
        "${FETCHCONTENT_SOURCE_DIR_IMGUI:-}" "$PICKET_ROOT")
    if [ -f "build/$1/build.ninja" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wish" ]; then
        return 0
    fi
    quietly "build/logs/$1-configure.log" cmake --preset "$1"
    printf '%s' "$wish" >"$stamp"
}

# build PRESET [TARGET...]: configures when needed, then builds the targets (default: all). Who asks for a preset that is
# being built waits for it.
build() {
    local preset=$1 targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    mkdir -p build/logs
    (
        ! command -v flock >/dev/null || flock 9
        configure "$preset" &&
            quietly "build/logs/$preset-build.log" cmake --build "build/$preset" -j "$PICKET_JOBS" "${targets[@]}"
    ) 9>"build/logs/$preset.lock"
}

# has_target PRESET TARGET: whether the configured build folder knows the target.
has_target() { cmake --build "build/$1" --target help | grep -qE "^$2: "; }

# result NAME PASSED FAILED: adds one line of counts, which .ci/test sums.
result() {
    mkdir -p "$PICKET_RESULTS"
    printf '%d %d\n' "$2" "$3" >>"$PICKET_RESULTS/$1.txt"
    say "  $1: $2 passed, $3 failed"
}

# print_sum BROKEN: adds up everything recorded, prints the one last line, and says by its status whether all passed.
# BROKEN phases did not finish, which is a failure each; no test at all is one too.
print_sum() {
    local passed=0 failed=$1 file ok bad
    for file in "$PICKET_RESULTS"/*.txt; do
        [ -f "$file" ] || continue
        while read -r ok bad; do
            passed=$((passed + ok))
            failed=$((failed + bad))
        done <"$file"
    done
    if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then
        failed=1
        say "no test ran"
    fi
    say "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}

# counted NAME COMMAND...: runs a test program (doctest, node --test with the tap reporter, or anything with an exit
# code) and records its counts. A crash counts as failed. Always succeeds: the counts carry the verdict.
counted() {
    local name=$1 status=0 counts
    shift
    local log=build/logs/$name.log
    mkdir -p build/logs
    "$@" >"$log" 2>&1 || status=$?
    counts=$(node .ci/count.mjs output "$status" "$log")
    # shellcheck disable=SC2086
    result "$name" $counts
    if [ "${counts##* }" != 0 ]; then
        node .ci/count.mjs failures "$log"
        say "  log: $log"
    fi
}

# alongside counted NAME COMMAND...: the same in the background, as many at a time as there are jobs; then `wait`.
# What does not even count is a failure of that name.
alongside() {
    while [ "$(jobs -rp | wc -l)" -ge "$PICKET_JOBS" ]; do wait -n || true; done
    { "$@" || result "$2" 0 1; } &
}

# counted_ctest NAME PRESET [CTEST OPTION...]: every test registered in the build folder, counted case by case.
counted_ctest() {
    local name=$1 preset=$2 status=0 counts
    shift 2
    local xml=$PICKET_ROOT/build/logs/$name.xml log=build/logs/$name.log
    mkdir -p build/logs
    rm -f "$xml"
    ctest --test-dir "build/$preset" -j "$PICKET_JOBS" --no-tests=error --output-on-failure --output-junit "$xml" \
        --test-output-size-passed 4000000 --test-output-size-failed 4000000 "$@" >"$log" 2>&1 || status=$?
    counts=$(node .ci/count.mjs junit "$status" "$xml")
    # shellcheck disable=SC2086
    result "$name" $counts
    if [ "${counts##* }" != 0 ]; then
        node .ci/count.mjs failures "$log"
        say "  log: $log"
    fi
}

# Our JavaScript, one path per line.
js_sources() {
    find .ci core imgui_app web tests examples -name node_modules -prune -o \
        -type f \( -name '*.js' -o -name '*.mjs' -o -name '*.cjs' \) -print 2>/dev/null | sort
}

# Our C++ sources, one path per line.
cpp_sources() {
    find core imgui_app web tests -name node_modules -prune -o \
        -type f \( -name '*.cpp' -o -name '*.h' \) -print | sort
}
