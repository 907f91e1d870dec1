// Shorthand against what the AWS CLI itself makes of it; the expectations were printed by the
// tool's own parser.
#include <doctest/doctest.h>

#include "documents_support.h"

using namespace picket;

namespace {

std::string input_alone(const std::string& command) {
    const auto reading = read_command(command);
    return reading ? reading->input.text : "refused: " + reading.error().message;
}

const std::string kAction = "aws iot create-mitigation-action --action-name a --role-arn "
                            "arn:aws:iam::123456789012:role/mitigation --action-params ";

std::string params_of(const std::string& shorthand) {
    const std::string text = input_alone(kAction + shorthand);
    const std::size_t at = text.find("\"actionParams\":");
    return at == std::string::npos ? text : text.substr(at + 15, text.size() - at - 16);
}

}  // namespace

TEST_CASE("shorthand: structures, lists and conversions by the shape") {
    CHECK(params_of("updateDeviceCertificateParams={action=DEACTIVATE}") ==
          R"({"updateDeviceCertificateParams":{"action":"DEACTIVATE"}})");
    CHECK(
        params_of("'addThingsToThingGroupParams={thingGroupNames=[a,b],"
                  "overrideDynamicGroups=true}'") ==
        R"({"addThingsToThingGroupParams":{"thingGroupNames":["a","b"],"overrideDynamicGroups":true}})");
    CHECK(params_of("'addThingsToThingGroupParams={ thingGroupNames = [ \"a b\" , c ] }'") ==
          R"({"addThingsToThingGroupParams":{"thingGroupNames":["a b","c"]}})");
    // A single value where a list belongs.
    CHECK(params_of("'addThingsToThingGroupParams={thingGroupNames=only}'") ==
          R"({"addThingsToThingGroupParams":{"thingGroupNames":["only"]}})");
    CHECK(input_alone("aws iot create-thing --thing-name t --attribute-payload "
                      "attributes={a=b,c=d},merge=false") ==
          R"({"thingName":"t","attributePayload":{"attributes":{"a":"b","c":"d"},"merge":false}})");
    CHECK(input_alone("aws iot create-thing-group --thing-group-name g --tags Key=a,Value=b "
                      "Key=c,Value='d e'") ==
          R"({"thingGroupName":"g","tags":[{"Key":"a","Value":"b"},{"Key":"c","Value":"d e"}]})");
    CHECK(input_alone("aws iot create-thing-group --thing-group-name g --tags "
                      "'Key=a,Value=\"x,y\"' 'Key=b,Value=p\\,q'") ==
          R"({"thingGroupName":"g","tags":[{"Key":"a","Value":"x,y"},{"Key":"b","Value":"p,q"}]})");
}

TEST_CASE("shorthand: mistakes are placed and explained") {
    CHECK(
        test::command_codes("aws iot create-thing-group --thing-group-name g --tags Key=a,Key=b") ==
        "cli-shorthand");
    CHECK(test::command_codes(kAction + "updateDeviceCertificateParams={action=DEACTIVATE") ==
          "cli-shorthand");
    CHECK(test::command_codes(kAction + "updateDeviceCertificateParams=DEACTIVATE") ==
          "cli-shorthand");
    const auto checked = check_document(
        "aws iot create-thing-group --thing-group-name g --tags 'Key=a,Value'",
        {.kind = DocumentKind::Shell});
    REQUIRE(checked.findings.size() == 1);
    CHECK(checked.findings[0].begin == 60);
}
