#!/usr/bin/env bash
# A morning with things: everything here is right.
set -euo pipefail
export AWS_PAGER=''
for name in pump-1 pump-2; do
    aws iot create-thing --thing-name "$name" --attribute-payload '{"attributes": {"site": "north"}}'
done
aws iot create-thing-group \
    --thing-group-name quarantine \
    --thing-group-properties 'thingGroupDescription="cut off"' \
    --tags Key=team,Value=field Key=stage,Value=test
aws iot create-mitigation-action --action-name isolate \
    --role-arn arn:aws:iam::123456789012:role/mitigation \
    --action-params 'addThingsToThingGroupParams={thingGroupNames=[quarantine],overrideDynamicGroups=true}' \
    --region eu-west-1 --output json > /tmp/action.json
aws iot list-things --query 'things[].thingName' --output text | sort
aws s3 cp /tmp/action.json "s3://bucket/it's" || echo 'it failed' >&2
aws iot create-dimension --name topics --type TOPIC_FILTER --string-values 'plant/+/temperature' "plant/#"
aws iot list-thing-groups --no-recursive --max-results 5 2>/dev/null
