// Commands of the AWS CLI as calls: names, flags, lists, times, the tool's own options, mistakes.
#include <doctest/doctest.h>

#include "documents/names.h"
#include "documents_support.h"

using namespace picket;

namespace {

std::string input_of(const std::string& command) {
    const auto reading = read_command(command);
    return reading ? reading->operation + " " + reading->input.text
                   : "refused: " + reading.error().message;
}

}  // namespace

TEST_CASE("commands: names as botocore spells them") {
    CHECK(separated_name("securityProfileName", '-') == "security-profile-name");
    CHECK(separated_name("SetV2LoggingOptions", '-') == "set-v2-logging-options");
    CHECK(separated_name("RegisterCACertificate", '-') == "register-ca-certificate");
    CHECK(separated_name("additionalMetricsToRetainV2", '-') == "additional-metrics-to-retain-v2");
    CHECK(separated_name("CreateOTAUpdate", '_') == "create_ota_update");
    CHECK(separated_name("targetARNs", '-') == "target-arns");
    CHECK(separated_name("already-so", '-') == "already-so");
}

TEST_CASE("commands: options are members") {
    CHECK(input_of("aws iot list-things") == "ListThings {}");
    CHECK(input_of("aws --region eu-west-1 iot list-things --max-results 2 --output json") ==
          R"(ListThings {"maxResults":2})");
    CHECK(input_of("AWS_PROFILE=x aws iot describe-thing --thing-name=a=b") ==
          R"(DescribeThing {"thingName":"a=b"})");
    CHECK(input_of("aws iot list-thing-groups --recursive") ==
          R"(ListThingGroups {"recursive":true})");
    CHECK(input_of("aws iot list-thing-groups --no-recursive") ==
          R"(ListThingGroups {"recursive":false})");
    CHECK(input_of("aws iot create-thing-group --thing-group-name g --tags '[{\"Key\":\"k\"}]'") ==
          R"(CreateThingGroup {"thingGroupName":"g","tags":[{"Key":"k"}]})");
    CHECK(input_of(
              "aws iot create-dimension --name d --type TOPIC_FILTER --string-values a/+ 'b c'") ==
          R"(CreateDimension {"name":"d","type":"TOPIC_FILTER","stringValues":["a/+","b c"]})");
    CHECK(input_of("echo hello; aws s3 ls; aws iot list-things") == "ListThings {}");
}

TEST_CASE("commands: an input in JSON, and options that win over it") {
    CHECK(input_of("aws iot create-thing --cli-input-json '{\"thingName\": \"a\"}'") ==
          R"(CreateThing {"thingName":"a"})");
    CHECK(input_of("aws iot create-thing --cli-input-json "
                   "'{\"thingName\": \"a\", \"attributePayload\": {\"merge\": true}}' "
                   "--thing-name b") ==
          R"(CreateThing {"attributePayload":{"merge":true},"thingName":"b"})");
    CHECK(test::command_codes("aws iot create-thing --cli-input-json '{\"thingNam\": \"a\",}'") ==
          "shape-misspelt-member json-trailing-comma");
    const auto skeleton = read_command("aws iot create-thing --generate-cli-skeleton");
    REQUIRE(skeleton);
    CHECK(skeleton->input.text.find("\"thingName\": \"\"") != std::string::npos);
    CHECK(skeleton->ignored.size() == 1);
}

TEST_CASE("commands: what the tool keeps to itself is said, once each") {
    const auto reading = read_command(
        "aws iot list-things --query 'things[].thingName' --output text --profile p "
        "--endpoint-url http://127.0.0.1:8080 --max-items 5 --page-size 4 --no-cli-pager");
    REQUIRE(reading);
    CHECK(reading->input.text == "{}");
    CHECK(reading->ignored.size() == 7);
    CHECK(test::codes(reading->findings) == "cli-client-paging cli-client-paging");
}

TEST_CASE("commands: what only the shell knows is not judged") {
    CHECK(test::command_codes("aws iot create-thing --thing-name \"$NAME\"") == "");
    CHECK(test::command_codes("aws iot list-things --max-results $COUNT") == "");
    CHECK(test::command_codes(
              "aws iot create-thing --thing-name a --attribute-payload \"$(cat payload)\"") == "");
    CHECK(input_of("aws iot create-thing --thing-name ${NAME}-1") ==
          R"(CreateThing {"thingName":"${NAME}-1"})");
}

TEST_CASE("commands: times in every form the tool takes") {
    const Operation* operation = find_operation("ListViolationEvents");
    if (operation == nullptr) return;  // comes with violations
    CHECK(input_of("aws iot list-violation-events --start-time 2020-09-07T17:42:13Z "
                   "--end-time 1600796533.5") ==
          R"(ListViolationEvents {"startTime":1599500533,"endTime":1600796533.5})");
}

TEST_CASE("commands: mistakes") {
    struct Row {
        const char* command;
        const char* codes;
        const char* fixed;
    };
    for (const Row& row : {
             Row{"aws iot list-thing", "cli-unknown-operation", "aws iot list-things"},
             Row{"aws iot no-such-operation-at-all-here", "cli-unknown-operation", nullptr},
             Row{"aws iot describe-thing --thingName t", "cli-option-spelling",
                 "aws iot describe-thing --thing-name t"},
             Row{"aws iot describe-thing --thing-nmae t", "cli-option-spelling",
                 "aws iot describe-thing --thing-name t"},
             Row{"aws iot describe-thing --thing-name t --thing-arn a", "cli-response-member",
                 nullptr},
             Row{"aws iot describe-thing --thing-name t --colour red", "cli-unknown-option",
                 nullptr},
             Row{"aws iot create-thing --thing-name t --attributes a=b", "cli-unknown-option",
                 nullptr},
             Row{"aws iot describe-thing", "cli-missing-option", nullptr},
             Row{"aws iot describe-thing --thing-name", "cli-missing-value", nullptr},
             Row{"aws iot describe-thing --thing-name t u", "cli-stray-argument", nullptr},
             Row{"aws iot list-thing-groups --recursive true", "cli-flag-value",
                 "aws iot list-thing-groups --recursive"},
             Row{"aws iot list-thing-groups --recursive false", "cli-flag-value",
                 "aws iot list-thing-groups --no-recursive"},
             Row{"aws iot describe-thing --thing-name t --thing-name u", "cli-repeated-option",
                 nullptr},
             Row{"aws iot create-thing --cli-input-json file://thing.json", "cli-file", nullptr},
             Row{"aws iot list-things --max-results many", "cli-value", nullptr},
             Row{"aws iot describe-thing --thing-name 'my thing'", "shape-name-blank",
                 "aws iot describe-thing --thing-name 'my_thing'"},
             Row{"aws iot describe-thing --thing-name my\\ thing", "shape-name-blank", nullptr},
         }) {
        const DocumentHints shell = {.kind = DocumentKind::Shell};
        CHECK_MESSAGE(test::command_codes(row.command) == row.codes, row.command);
        if (row.fixed != nullptr) CHECK(fix_document(row.command, shell).text == row.fixed);
        CHECK(test::broken_law(row.command, shell) == "");
    }
}
