#!/bin/sh
# A quarantine group and the mitigation action that fills it, from the command line. The account lives in a session
# file. PICKET names the command when it is not on PATH: PICKET=build/dev/picket examples/cli/quarantine.sh
set -eu
picket=${PICKET:-picket}
session=$(mktemp -u).json
trap 'rm -f "$session"' EXIT

"$picket" call CreateThing '{"thingName": "pump-17"}' --session "$session"
"$picket" call CreateThingGroup '{"thingGroupName": "quarantine"}' --session "$session"
"$picket" call CreateMitigationAction - --session "$session" <<'JSON'
{
    "actionName": "isolate",
    "roleArn": "arn:aws:iam::123456789012:role/mitigation",
    "actionParams": {"addThingsToThingGroupParams": {"thingGroupNames": ["quarantine"]}}
}
JSON

# Two hours later the pump misbehaves, and somebody moves it by hand.
"$picket" call AddThingToThingGroup '{"thingName": "pump-17", "thingGroupName": "quarantine"}' \
    --session "$session" --advance 2h
"$picket" call ListThingsInThingGroup '{"thingGroupName": "quarantine"}' --session "$session" --pretty
