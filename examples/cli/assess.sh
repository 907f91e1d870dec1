#!/usr/bin/env bash
# A profile that is assessed before it watches: what the metrics that two lamps logged would have set off, what is likely a
# mistake, and what watching costs. Nothing is created.
set -euo pipefail
picket=${PICKET:-picket}
data="$(dirname "${BASH_SOURCE[0]}")/../recordings"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
session="$folder/lamps.json"

"$picket" import "$data/two-lamps.csv" --session "$session" >"$folder/report.txt"
assess() {
    "$picket" call AssessSecurityProfile --session "$session" --pretty "{\"behaviors\": [{
        \"name\": \"messages\", \"metric\": \"aws:num-messages-sent\",
        \"criteria\": {\"comparisonOperator\": \"$1\", \"value\": {\"count\": 50}, \"durationSeconds\": 300}}]}"
}
# The condition of the alarm where the condition of the normal belongs, and then the other way round.
assess greater-than
assess less-than
