// The documented calls, one row each: the commands of the developer guide (examples/payloads), with
// what keeps them from running mended, as calls; tests/ui/payload_test.cpp compares them. And calls
// of Picket's own that are worth a try.
#include "samples.h"

#include <algorithm>
#include <iterator>

namespace picket::ui {
namespace {

struct Sample {
    std::string_view operation;
    std::string_view payload;
};
constexpr Sample kSamples[] = {
    {"CreateMitigationAction", R"({
"actionName":"detect_mitigation_action",
"roleArn":"arn:aws:iam::123456789012:role/MitigationActionValidRole",
"actionParams":{"addThingsToThingGroupParams":{
    "thingGroupNames":["ThingGroupForDetectMitigationAction"],
    "overrideDynamicGroups":false}}})"},
    {"CreateSecurityProfile", R"({
"securityProfileName":"security-profile-for-smart-lights",
"behaviors":[
    {"name":"num-messages-sent-ml-behavior",
     "metric":"aws:num-messages-sent",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"MEDIUM"}},
     "suppressAlerts":true},
    {"name":"num-authorization-failures-ml-behavior",
     "metric":"aws:num-authorization-failures",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"MEDIUM"}},
     "suppressAlerts":true},
    {"name":"num-connection-attempts-ml-behavior",
     "metric":"aws:num-connection-attempts",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"MEDIUM"}},
     "suppressAlerts":true},
    {"name":"num-disconnects-ml-behavior",
     "metric":"aws:num-disconnects",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"MEDIUM"}},
     "suppressAlerts":true}]})"},
    {"CreateThingGroup", R"({"thingGroupName":"ThingGroupForDetectMitigationAction"})"},
    {"PopulateFleet", R"({"namePrefix":"meter-","count":1000})"},
    {"StartDetectMitigationActionsTask", R"({
"taskId":"taskIdForMitigationAction",
"target":{"violationIds":["violationId-1","violationId-2"]},
"actions":["detect_mitigation_action"],
"includeOnlyActiveViolations":true,
"includeSuppressedAlerts":true})"},
    {"UpdateSecurityProfile", R"({
"securityProfileName":"security-profile-for-smart-lights",
"behaviors":[
    {"name":"num-messages-sent-ml-behavior",
     "metric":"aws:num-messages-sent",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"HIGH"}}},
    {"name":"num-authorization-failures-ml-behavior",
     "metric":"aws:num-authorization-failures",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"HIGH"}}},
    {"name":"num-connection-attempts-ml-behavior",
     "metric":"aws:num-connection-attempts",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"HIGH"}},
     "suppressAlerts":false},
    {"name":"num-disconnects-ml-behavior",
     "metric":"aws:num-disconnects",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"LOW"}},
     "suppressAlerts":true}]})"},
    {"ValidateSecurityProfileBehaviors", R"({
"behaviors":[
    {"name":"num-messages-sent-ml-behavior",
     "metric":"aws:num-messages-sent",
     "criteria":{"mlDetectionConfig":{"confidenceLevel":"MEDIUM"}},
     "suppressAlerts":true}]})"},
};

}  // namespace

std::string_view documented_payload(std::string_view operation) {
    const auto at = std::find_if(std::begin(kSamples), std::end(kSamples),
                                 [&](const Sample& row) { return row.operation == operation; });
    return at == std::end(kSamples) ? std::string_view() : at->payload;
}

}  // namespace picket::ui
