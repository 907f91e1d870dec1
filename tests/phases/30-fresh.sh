#!/usr/bin/env bash
# Committed generated files are what the sources generate now.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -f core/cli/CMakeLists.txt ]; then
    say "  skipped: there is no command line yet"
    exit 0
fi
# Exit code 3 means stale files, which are counted already.
PICKET_PRESET=asan .ci/fresh --check || [ $? -eq 3 ]
