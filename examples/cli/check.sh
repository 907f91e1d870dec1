#!/usr/bin/env bash
# A command as the guide prints it: what is wrong, the command mended, and the same call in Python.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../payloads"
picket=${PICKET:-picket}

"$picket" check ml-detect-08-CreateThingGroup-cli.sh || echo "picket check ended with $?"

mended=$("$picket" check --fix --kind shell - <ml-detect-08-CreateThingGroup-cli.sh 2>/dev/null)
echo "$mended"

"$picket" call WriteCall --pretty \
    '{"operation": "CreateThingGroup", "format": "boto3", "input": {"thingGroupName": "quarantine"}}'
