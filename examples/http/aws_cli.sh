#!/bin/sh
# The AWS CLI against Picket: only --endpoint-url differs from the real service. Start it first: picket serve --port
# 8080 Credentials are not checked, but the CLI wants some.
set -eu
endpoint=${ENDPOINT:-http://127.0.0.1:8080}
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=

aws iot create-thing-group --thing-group-name quarantine --endpoint-url "$endpoint"
aws iot create-mitigation-action --action-name isolate \
    --role-arn arn:aws:iam::123456789012:role/mitigation \
    --action-params 'addThingsToThingGroupParams={thingGroupNames=[quarantine]}' --endpoint-url "$endpoint"
aws iot describe-mitigation-action --action-name isolate --endpoint-url "$endpoint"
aws iot list-mitigation-actions --endpoint-url "$endpoint"
