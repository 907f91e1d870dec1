// An energy supplier: gateways that report by themselves, a simulated fleet of meters, profiles
// that watch both, and the quarantine group that the documented samples name. Half a minute after
// the clock starts a third gateway comes, and gateway-south opens a port that it should not.
#include "demo.h"

#include "picket/world.h"

namespace picket::ui {
namespace {

constexpr std::int64_t kSampled = 240;  // values, five minutes apart
constexpr std::int64_t kEvery = 5 * kMinute;

// Scatters a number over 0 to 999.
std::int64_t scatter(std::int64_t number) {
    auto bits = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15u;
    bits ^= bits >> 29;
    bits *= 0xBF58476D1CE4E5B9u;
    return static_cast<std::int64_t>((bits >> 33) % 1000);
}

// Messages of a gateway in five minutes: a quiet night, a busy day, a burst, and an hour without
// the device.
std::int64_t messages_at(Timestamp time, std::int64_t back) {
    const std::int64_t hour = time.ms / kHour % 24;
    const std::int64_t usual = hour >= 7 && hour < 19 ? 96 : 52;
    const bool burst = back >= 24 && back < 32;
    return usual + scatter(time.ms / kEvery) * usual / 4000 + (burst ? 180 : 0);
}

std::string arn_free_behavior() {
    return R"({"name":"messages-sent","metric":"aws:num-messages-sent","criteria":)"
           R"({"comparisonOperator":"less-than-equals","value":{"count":150},)"
           R"("durationSeconds":300,"consecutiveDatapointsToAlarm":1,)"
           R"("consecutiveDatapointsToClear":1},"suppressAlerts":false})";
}

std::string seconds(Timestamp time) { return std::to_string(time.ms / kSecond); }

// What the gateways should be like, and the meters.
std::string gateways_profile(const World& world) {
    return R"({"securityProfileName":"gateways-stay-closed","securityProfileDescription":)"
           R"("What a gateway does when all is well","behaviors":[{"name":"known-ports","metric":)"
           R"("aws:listening-tcp-ports","criteria":{"comparisonOperator":"in-port-set","value":)"
           R"({"ports":[443,8883]},"consecutiveDatapointsToAlarm":1,)"
           R"("consecutiveDatapointsToClear":1}},{"name":"few-connections","metric":)"
           R"("aws:num-established-tcp-connections","criteria":{"comparisonOperator":)"
           R"("less-than-equals","value":{"count":3},"consecutiveDatapointsToAlarm":3}}],)"
           R"("alertTargets":{"SNS":{"alertTargetArn":"arn:aws:sns:)" +
           world.region + ':' + world.account + R"(:device-alarms","roleArn":"arn:aws:iam::)" +
           world.account +
           R"(:role/DeviceAlarms"}},"additionalMetricsToRetainV2":[{"metric":)"
           R"("aws:listening-tcp-ports"},{"metric":"aws:num-established-tcp-connections"}]})";
}
std::string meters_profile() {
    return R"({"securityProfileName":"meters-behave","securityProfileDescription":)"
           R"("Against a limit, and against each other","behaviors":[{"name":"messages-sent",)"
           R"("metric":"aws:num-messages-sent","criteria":{"comparisonOperator":)"
           R"("less-than-equals","value":{"count":40},"durationSeconds":300,)"
           R"("consecutiveDatapointsToAlarm":2,"consecutiveDatapointsToClear":2}},)"
           R"({"name":"bytes-out-like-the-others","metric":"aws:all-bytes-out","criteria":)"
           R"({"comparisonOperator":"less-than-equals","statisticalThreshold":)"
           R"({"statistic":"p90"},"durationSeconds":900,"consecutiveDatapointsToAlarm":3,)"
           R"("consecutiveDatapointsToClear":1}},{"name":"few-wrong-passwords","metric":)"
           R"("aws:num-authorization-failures","criteria":{"comparisonOperator":)"
           R"("less-than-equals","value":{"count":5},"durationSeconds":300}}]})";
}
Call attach(const World& world, const char* profile, const char* group) {
    return {"AttachSecurityProfile", std::string(R"({"securityProfileName":")") + profile +
                                         R"(","securityProfileTargetArn":"arn:aws:iot:)" +
                                         world.region + ':' + world.account + ":thinggroup/" +
                                         group + "\"}"};
}

// A gateway says what it does every five minutes.
Call report(const char* thing, std::int64_t number, std::int64_t first, bool telnet) {
    const std::string ports = telnet ? R"({"port":23},{"port":443},{"port":8883})"
                                     : R"({"port":443},{"port":8883})";
    const std::string connections = std::to_string(1 + scatter(first + number) % 3);
    return {"ScheduleCall", R"({"operation":"Publish","inSeconds":)" +
                                std::to_string(first + number * 300) +
                                R"(,"body":{"topic":"$aws/things/)" + thing +
                                R"(/defender/metrics/json","payload":{"header":{"report_id":)" +
                                std::to_string(number + 1) +
                                R"(,"version":"1.0"},"metrics":{"listening_tcp_ports":{"ports":[)" +
                                ports + R"(],"total":)" + (telnet ? "3" : "2") +
                                R"(},"tcp_connections":{"established_connections":{"total":)" +
                                connections + "}}}}}}"};
}

std::string violation(std::int64_t number, const char* thing) {
    return R"({"violationId":"00000000-0000-4000-8000-00000000000)" + std::to_string(number) +
           R"(","thingName":")" + thing +
           R"(","securityProfileName":"gateways-talk-little","behavior":)" + arn_free_behavior();
}

}  // namespace

std::string sample_metric_values(const World& world) {
    const Timestamp last = {world.now.ms / kEvery * kEvery};
    const Timestamp first = last - kSampled * kEvery;
    std::string data;
    for (std::int64_t back = 0; back < kSampled; ++back) {
        if (back >= 96 && back < 108) continue;  // the hour without it
        const Timestamp time = last - back * kEvery;
        data += (data.empty() ? "" : ",") + std::string("{\"timestamp\":") + seconds(time) +
                ",\"value\":{\"count\":" + std::to_string(messages_at(time, back)) + "}}";
    }
    return R"({"operation":"ListMetricValues","request":{"thingName":"gateway-north",)"
           R"("metricName":"aws:num-messages-sent","maxResults":250,"startTime":)" +
           seconds(first) + ",\"endTime\":" + seconds(last) +
           "},\"response\":{\"metricDatumList\":[" + data + "]}}";
}

std::string sample_alarms(const World& world) {
    std::string list;
    const char* things[] = {"gateway-south", "gateway-north"};
    for (std::int64_t i = 0; i < 2; ++i) {
        const Timestamp since = world.now - (i + 1) * 20 * kMinute;
        list += (i > 0 ? "," : "") + violation(i + 1, things[i]) +
                ",\"lastViolationValue\":{\"count\":" + std::to_string(231 - 12 * i) +
                "},\"lastViolationTime\":" + seconds(since + 10 * kMinute) +
                ",\"violationStartTime\":" + seconds(since) + "}";
    }
    return R"({"operation":"ListActiveViolations","request":{},"response":{"activeViolations":[)" +
           list + "]}}";
}

std::string sample_alarm_events(const World& world) {
    std::string list;
    const char* words[] = {"alarm-cleared", "in-alarm"};
    for (std::int64_t i = 0; i < 2; ++i) {
        list += (i > 0 ? "," : "") + violation(3, "gateway-north") +
                ",\"metricValue\":{\"count\":" + std::to_string(97 + 140 * i) +
                "},\"violationEventType\":\"" + words[i] +
                "\",\"violationEventTime\":" + seconds(world.now - (i + 1) * kHour) + "}";
    }
    return R"({"operation":"ListViolationEvents","request":{"startTime":)" +
           seconds(world.now - kDay) + ",\"endTime\":" + seconds(world.now) +
           "},\"response\":{\"violationEvents\":[" + list + "]}}";
}

std::vector<Call> demo_calls(const World& world) {
    std::vector<Call> calls = {
        {"CreateThingGroup",
         R"({"thingGroupName":"Fleet","thingGroupProperties":{"thingGroupDescription":"Every device in the field"}})"},
        {"CreateThingGroup", R"({"thingGroupName":"Gateways","parentGroupName":"Fleet"})"},
        {"CreateThingGroup", R"({"thingGroupName":"Meters","parentGroupName":"Fleet"})"},
        {"CreateThingGroup",
         R"({"thingGroupName":"ThingGroupForDetectMitigationAction","thingGroupProperties":{"thingGroupDescription":"Quarantine: devices that violate a profile are moved here"}})"},
        {"CreateThing",
         R"({"thingName":"gateway-north","attributePayload":{"attributes":{"site":"north","firmware":"2.4.1"}}})"},
        {"CreateThing",
         R"({"thingName":"gateway-south","attributePayload":{"attributes":{"site":"south","firmware":"2.3.9"}}})"},
        {"AddThingToThingGroup", R"({"thingGroupName":"Gateways","thingName":"gateway-north"})"},
        {"AddThingToThingGroup", R"({"thingGroupName":"Gateways","thingName":"gateway-south"})"},
        {"ScheduleCall",
         R"({"operation":"CreateThing","inSeconds":30,"body":{"thingName":"gateway-west","attributePayload":{"attributes":{"site":"west","firmware":"2.4.1"}}}})"},
        {"ScheduleCall",
         R"({"operation":"AddThingToThingGroup","inSeconds":90,"body":{"thingGroupName":"Gateways","thingName":"gateway-west"}})"},
        {"CreateFleet",
         R"({"fleetName":"meters","archetype":"SMART_METER","count":48,"namePrefix":"meter-","groupName":"Meters"})"},
        {"LoadDocumentedResponse", sample_metric_values(world)},
        {"CreateSecurityProfile", gateways_profile(world)},
        {"CreateSecurityProfile", meters_profile()},
        attach(world, "gateways-stay-closed", "Gateways"),
        attach(world, "meters-behave", "Meters"),
    };
    constexpr std::int64_t kReports = 6, kTelnetReports = 4;
    for (std::int64_t i = 0; i < kReports; ++i) {
        calls.push_back(report("gateway-south", i, 30, i < kTelnetReports));
        calls.push_back(report("gateway-north", i, 45, false));
    }
    return calls;
}

}  // namespace picket::ui
