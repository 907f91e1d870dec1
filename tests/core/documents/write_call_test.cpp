// Calls as text for each tool, letter by letter: people read and paste these.
#include <doctest/doctest.h>

#include "documents_support.h"

using namespace picket;

namespace {

std::string text_of(std::string_view operation, std::string_view json, CallFormat format,
                    std::string_view endpoint = {}) {
    const auto text = write_call(*find_operation(operation), json, format, endpoint);
    return text ? *text : "refused: " + text.error().message;
}

constexpr std::string_view kGroup =
    R"({"thingGroupName": "plant 1", "tags": [{"Key": "it's", "Value": "x"}]})";

}  // namespace

TEST_CASE("write: the AWS CLI") {
    CHECK(text_of("ListThings", "", CallFormat::Aws) == "aws iot list-things\n");
    CHECK(text_of("DescribeThing", R"({"thingName": "pump:1"})", CallFormat::Aws) ==
          "aws iot describe-thing --thing-name pump:1\n");
    CHECK(text_of("CreateThingGroup", kGroup, CallFormat::Aws, "http://127.0.0.1:8080") ==
          "aws iot create-thing-group \\\n    --thing-group-name 'plant 1' \\\n    --tags "
          "'[{\"Key\":\"it'\\''s\",\"Value\":\"x\"}]' \\\n    --endpoint-url "
          "http://127.0.0.1:8080\n");
    CHECK(text_of("ListThingGroups", R"({"recursive": false, "namePrefixFilter": "-a"})",
                  CallFormat::Aws) ==
          "aws iot list-thing-groups --no-recursive --name-prefix-filter=-a\n");
    // The tool would fetch this address.
    CHECK(text_of("DescribeThing", R"({"thingName": "https://a"})", CallFormat::Aws) ==
          "aws iot describe-thing --cli-input-json '{\"thingName\":\"https://a\"}'\n");
}

TEST_CASE("write: boto3 and the JavaScript SDK") {
    CHECK(text_of("ListThings", "{}", CallFormat::Boto3) ==
          "import boto3\n\niot = boto3.client(\"iot\")\nresponse = iot.list_things()\n"
          "print(response)\n");
    CHECK(
        text_of(
            "CreateThing",
            R"({"thingName": "a", "attributePayload": {"attributes": {"k": "v"}, "merge": true}})",
            CallFormat::Boto3) ==
        "import boto3\n\niot = boto3.client(\"iot\")\nresponse = iot.create_thing(\n"
        "    thingName=\"a\",\n    attributePayload={\n        \"attributes\": {\n"
        "            \"k\": \"v\",\n        },\n        \"merge\": True,\n    },\n)\n"
        "print(response)\n");
    CHECK(text_of("DescribeThing", R"({"thingName": "a"})", CallFormat::JavaScript,
                  "http://127.0.0.1:8080") ==
          "import { IoTClient, DescribeThingCommand } from \"@aws-sdk/client-iot\";\n\n"
          "const client = new IoTClient({ endpoint: \"http://127.0.0.1:8080\" });\n"
          "const response = await client.send(\n    new DescribeThingCommand({\n"
          "        thingName: \"a\",\n    }),\n);\nconsole.log(response);\n");
}

TEST_CASE("write: curl and picket") {
    CHECK(text_of("DescribeThing", R"({"thingName": "a/b"})", CallFormat::Curl,
                  "http://127.0.0.1:8080") == "curl http://127.0.0.1:8080/things/a%2Fb\n");
    CHECK(text_of("ListThings", R"({"maxResults": 5, "attributeName": "a b"})", CallFormat::Curl,
                  "http://h") == "curl 'http://h/things?maxResults=5&attributeName=a%20b'\n");
    const std::string aws = text_of("CreateThing", R"({"thingName": "a"})", CallFormat::Curl);
    CHECK(aws.find("https://iot.us-east-1.amazonaws.com/things/a") != std::string::npos);
    CHECK(aws.find("--aws-sigv4") != std::string::npos);
    CHECK(text_of("AdvanceClock", R"({"seconds": 60})", CallFormat::Picket) ==
          "picket call AdvanceClock '{\"seconds\":60}'\n");
    CHECK(text_of("AdvanceClock", R"({"seconds": 60})", CallFormat::Curl) ==
          "curl -X POST http://127.0.0.1:8080/_picket/AdvanceClock \\\n    -H 'content-type: "
          "application/json' \\\n    -d '{\"seconds\":60}'\n");
}

TEST_CASE("write: what no tool has a word for is refused") {
    CHECK(text_of("CreateThing", R"({"thingNam": "a"})", CallFormat::Aws)
              .starts_with("refused: 'thingNam' is not a member"));
    CHECK(text_of("CreateThing", "[]", CallFormat::Aws).starts_with("refused: The input"));
    CHECK(text_of("CreateThing", "{", CallFormat::Aws).starts_with("refused: "));
    CHECK(text_of("AdvanceClock", "{}", CallFormat::Boto3)
              .starts_with("refused: AdvanceClock is a verb of Picket's own"));
}
