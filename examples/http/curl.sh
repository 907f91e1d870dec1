#!/bin/sh
# The endpoint with nothing but curl. Start it first: picket serve --port 8080
set -eu
endpoint=${ENDPOINT:-http://127.0.0.1:8080}

curl -sS -X POST "$endpoint/things/pump-17" -d '{"attributePayload": {"attributes": {"site": "north"}}}'
echo
# Names in a path are percent-encoded; "pump:18" is pump%3A18.
curl -sS -X POST "$endpoint/things/pump%3A18" -d '{}'
echo
curl -sS "$endpoint/things?maxResults=1"
echo
# Picket's own verbs live below /_picket/: run the virtual clock for a day, then ask what time it is.
curl -sS -X POST "$endpoint/_picket/AdvanceClock" -d '{"seconds": 86400}'
echo
# An error has a name in its header and a message in its body.
curl -sS -i "$endpoint/things/nobody" | grep -iE '^(HTTP|x-amzn-errortype|\{)'
