"""The slice as botocore sees it: run by botocore.test.mjs with the endpoint's address. Fails by exception."""
import datetime
import sys

import botocore
import botocore.session
from botocore.config import Config

ROLE = "arn:aws:iam::123456789012:role/mitigation"


def fails(client, name, status, call, **arguments):
    expected = getattr(client.exceptions, name)
    try:
        call(**arguments)
    except expected as error:
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == status, error.response
        assert error.response["Error"]["Code"] == name, error.response
        assert error.response["Error"]["Message"], error.response
        return error
    raise AssertionError(name + " was expected")


def things_and_groups(iot):
    made = iot.create_thing(thingName="pump:1", attributePayload={"attributes": {"site": "north"}})
    assert made["thingArn"].endswith(":thing/pump:1"), made
    assert len(made["ResponseMetadata"]["RequestId"]) == 36, made
    fails(iot, "ResourceAlreadyExistsException", 409, iot.create_thing, thingName="pump:1")
    assert iot.describe_thing(thingName="pump:1")["attributes"] == {"site": "north"}
    fails(iot, "ResourceNotFoundException", 404, iot.describe_thing, thingName="nobody")
    fails(iot, "InvalidRequestException", 400, iot.describe_thing, thingName="a/b c")
    iot.create_thing_group(thingGroupName="quarantine")
    assert iot.add_thing_to_thing_group(thingName="pump:1", thingGroupName="quarantine")
    group = iot.describe_thing_group(thingGroupName="quarantine")
    created = group["thingGroupMetadata"]["creationDate"]
    assert isinstance(created, datetime.datetime) and created.year == 2026, group
    assert iot.list_things_in_thing_group(thingGroupName="quarantine")["things"] == ["pump:1"]
    iot.remove_thing_from_thing_group(thingName="pump:1", thingGroupName="quarantine")
    assert iot.list_thing_groups_for_thing(thingName="pump:1")["thingGroups"] == []


def mitigation_actions(iot):
    params = {"enableIoTLoggingParams": {"roleArnForLogging": ROLE, "logLevel": "ERROR"}}
    made = iot.create_mitigation_action(actionName="log", roleArn=ROLE, actionParams=params, tags=[{"Key": "k", "Value": "v"}])
    seen = iot.describe_mitigation_action(actionName="log")
    assert seen["actionId"] == made["actionId"] and seen["actionParams"] == params, seen
    assert seen["actionType"] == "ENABLE_IOT_LOGGING", seen
    assert isinstance(seen["creationDate"], datetime.datetime), seen
    fails(iot, "ResourceAlreadyExistsException", 409, iot.create_mitigation_action, actionName="log", roleArn=ROLE,
          actionParams={"updateCACertificateParams": {"action": "DEACTIVATE"}})
    fails(iot, "InvalidRequestException", 400, iot.update_mitigation_action, actionName="log", actionParams={})
    params["enableIoTLoggingParams"]["logLevel"] = "WARN"
    assert iot.update_mitigation_action(actionName="log", actionParams=params)["actionId"] == made["actionId"]
    assert iot.describe_mitigation_action(actionName="log")["actionParams"] == params
    iot.delete_mitigation_action(actionName="log")
    fails(iot, "ResourceNotFoundException", 404, iot.describe_mitigation_action, actionName="log")


def pages(iot):
    for i in range(7):
        iot.create_thing(thingName="meter-%d" % i)
    seen = [page["things"] for page in iot.get_paginator("list_things").paginate(PaginationConfig={"PageSize": 3})]
    names = [thing["thingName"] for page in seen for thing in page]
    assert names == ["meter-%d" % i for i in range(7)] + ["pump:1"], names
    assert [len(page) for page in seen] == [3, 3, 2], seen
    assert iot.list_mitigation_actions(maxResults=5)["actionIdentifiers"] == []


def main():
    session = botocore.session.get_session()
    iot = session.create_client("iot", endpoint_url=sys.argv[1], config=Config(retries={"max_attempts": 0}))
    for story in (things_and_groups, mitigation_actions, pages):
        story(iot)
        print(story.__name__)
    print("botocore", botocore.__version__)


main()
