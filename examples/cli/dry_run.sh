#!/bin/sh
# A dry run answers exactly as the call would, and keeps nothing; a mistake is shown where it is.
set -eu
picket=${PICKET:-picket}
session=$(mktemp -u).json
trap 'rm -f "$session"' EXIT

"$picket" call CreateThingGroup '{"thingGroupName": "plant"}' --session "$session"
"$picket" call DeleteThingGroup '{"thingGroupName": "plant"}' --session "$session" --dry-run
"$picket" call ListThingGroups --session "$session" --pretty

# The role is too short: the answer names the member, the line and the column.
if "$picket" call CreateMitigationAction - --session "$session" <<'JSON'
{
    "actionName": "isolate",
    "roleArn": "too-short",
    "actionParams": {"addThingsToThingGroupParams": {"thingGroupNames": ["plant"]}}
}
JSON
then
    exit 1
fi
