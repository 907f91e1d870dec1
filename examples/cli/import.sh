#!/usr/bin/env bash
# The metrics of two lamps, as somebody logged them: what of the file cannot be kept and why, and the alarm that they raise.
set -euo pipefail
picket=${PICKET:-picket}
data="$(dirname "${BASH_SOURCE[0]}")/../recordings"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
session="$folder/lamps.json"

"$picket" import "$data/two-lamps.csv" --check || echo "picket import ended with $?"

"$picket" call CreateSecurityProfile --session "$session" '{"securityProfileName": "lamps", "behaviors": [{
    "name": "messages", "metric": "aws:num-messages-sent", "criteria": {"comparisonOperator": "less-than",
    "value": {"count": 50}, "durationSeconds": 300, "consecutiveDatapointsToAlarm": 1,
    "consecutiveDatapointsToClear": 1}}]}'
"$picket" call AttachSecurityProfile --session "$session" '{"securityProfileName": "lamps",
    "securityProfileTargetArn": "arn:aws:iot:us-east-1:123456789012:all/unregistered-things"}'
"$picket" import "$data/two-lamps.csv" --session "$session" >"$folder/report.txt"
"$picket" call ListViolationEvents --session "$session" --advance 1h --pretty \
    '{"startTime": 1767225600, "endTime": 1767232800}'
