#!/usr/bin/env bash
# What a visitor downloads stays within the budgets of web/size_budget.json; the change since the recorded size is printed.
source "$(dirname "${BASH_SOURCE[0]}")/../../.ci/lib.sh"
if [ ! -f web/CMakeLists.txt ]; then
    say "  skipped: web/ has no build yet"
    exit 0
fi
status=0
node .ci/size.mjs build/site build/web/web || status=$?
if [ "$status" -eq 0 ]; then result size 1 0; else result size 0 1; fi
