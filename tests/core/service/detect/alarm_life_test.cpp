// The life of an alarm beyond its datapoints: what ends it, what happens to it when a profile is
// edited, what is told to whom, and what is forgotten when.
#include "core/service/detect/detect_support.h"

namespace picket {
namespace {

constexpr std::string_view kAtMost9 =
    R"({"comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300})";

struct Alarmed : Detecting {
    explicit Alarmed(StringMap<std::string> settings = {}, const std::string& more = {})
        : Detecting(std::move(settings)) {
        watch("aws:num-messages-sent", std::string(kAtMost9), more);
        measure(300, "sent=54");
        REQUIRE(in_alarm());
    }
    void update(const std::string& members) {
        must(engine, "UpdateSecurityProfile", "{\"securityProfileName\":\"p\"," + members + "}");
    }
    std::string behavior(const std::string& name, const std::string& criteria) {
        return "\"behaviors\":[{\"name\":\"" + name +
               "\",\"metric\":\"aws:num-messages-sent\",\"criteria\":" + criteria + "}]";
    }
    std::size_t messages(MessageChannel channel) {
        std::size_t count = 0;
        for (const auto entry : engine.world().messages) count += entry.value.channel == channel;
        return count;
    }
};

}  // namespace

TEST_CASE("alarm life: the violation and its events share an id, made of what it is about") {
    Alarmed test;
    const ActiveViolation active = test.engine.world().active_violations.begin()->value;
    CHECK(active.violation_id.size() == 32);
    CHECK(active.violation_start_time == test.at(300));
    CHECK(active.verification_state == VerificationState::Unknown);
    test.measure(600, "sent=1");
    const auto& events = test.engine.world().violation_events;
    REQUIRE(events.size() == 2);
    for (const auto entry : events) CHECK(entry.value.violation_id == active.violation_id);
    CHECK(to_json(*events.begin()->value.metric_value) == R"({"count":1})");
    // Another session of the same seed gives the same id, and another seed another one.
    Alarmed again;
    CHECK(again.engine.world().active_violations.begin()->value.violation_id ==
          active.violation_id);
}

TEST_CASE("alarm life: violating on changes the last value and makes no event") {
    Alarmed test;
    test.measure(600, "sent=60");
    CHECK(test.last_value() == R"({"count":60})");
    CHECK(test.events() == "in-alarm@300");
    const ActiveViolation& active = test.engine.world().active_violations.begin()->value;
    CHECK(active.last_violation_time == test.at(600));
    CHECK(active.violation_start_time == test.at(300));
}

TEST_CASE("alarm life: whether a clearing event tells its value is a setting") {
    Alarmed test;
    test.set("clearedMetricValue", "omit");
    test.measure(600, "sent=1");
    CHECK(test.events() == "in-alarm@300 alarm-cleared@600");
    CHECK_FALSE(test.engine.world().violation_events.begin()->value.metric_value.has_value());
}

TEST_CASE("alarm life: more than two days of silence invalidate it") {
    Alarmed test;
    test.run_to(300 + 48 * 3600);
    CHECK(test.in_alarm());
    test.run_to(300 + 49 * 3600);
    CHECK_FALSE(test.in_alarm());
    CHECK(test.events() == "in-alarm@300 alarm-invalidated@" + std::to_string(49 * 3600));
    CHECK_FALSE(test.engine.world().violation_events.begin()->value.metric_value.has_value());
    // The next violating datapoint is a new violation.
    test.measure(60 * 3600, "sent=54");
    CHECK(test.in_alarm());
    CHECK(test.engine.world().violation_events.size() == 3);
}

TEST_CASE("alarm life: metrics keep it, and how long silence may last is a setting") {
    Alarmed test;
    test.set("silenceHours", "5");
    test.measure(4 * 3600, "sent=54");
    test.run_to(8 * 3600);
    CHECK(test.in_alarm());
    test.run_to(10 * 3600 + 300);
    CHECK_FALSE(test.in_alarm());
}

TEST_CASE(
    "alarm life: it ends at once when the behavior, the profile, the target or the thing goes") {
    Alarmed test;
    test.run_to(500);
    SUBCASE("the behavior is removed") { test.update("\"deleteBehaviors\":true"); }
    SUBCASE("the behavior is renamed") {
        test.update(test.behavior("other", std::string(kAtMost9)));
    }
    SUBCASE("the profile is deleted") {
        must(test.engine, "DeleteSecurityProfile", R"({"securityProfileName":"p"})");
    }
    SUBCASE("the profile is detached") { test.detach("all/things"); }
    SUBCASE("the thing is deleted") { must(test.engine, "DeleteThing", R"({"thingName":"lamp"})"); }
    CHECK_FALSE(test.in_alarm());
    CHECK(test.events() == "in-alarm@300 alarm-invalidated@500");
    CHECK(test.engine.world().open_alarms.empty());
}

TEST_CASE("alarm life: it ends when the thing leaves the group, unless another target holds it") {
    Detecting test;
    must(test.engine, "CreateThingGroup", R"({"thingGroupName":"top"})");
    must(test.engine, "CreateThingGroup", R"({"thingGroupName":"g","parentGroupName":"top"})");
    must(test.engine, "AddThingToThingGroup", member_json("g", "lamp"));
    must(test.engine, "CreateSecurityProfile",
         R"({"securityProfileName":"p","behaviors":[{"name":"b","metric":"aws:num-messages-sent",)"
         R"("criteria":)" +
             std::string(kAtMost9) + "}]}");
    test.attach("thinggroup/top");
    test.measure(300, "sent=54");
    REQUIRE(test.in_alarm());
    SUBCASE("it was the only one") {
        must(test.engine, "RemoveThingFromThingGroup", member_json("g", "lamp"));
        CHECK_FALSE(test.in_alarm());
        test.measure(600, "sent=54");
        CHECK_FALSE(test.in_alarm());
        must(test.engine, "AddThingToThingGroup", member_json("g", "lamp"));
        test.measure(900, "sent=54");
        CHECK(test.in_alarm());
    }
    SUBCASE("all registered things are a target, too") {
        test.attach("all/registered-things");
        must(test.engine, "RemoveThingFromThingGroup", member_json("g", "lamp"));
        CHECK(test.in_alarm());
    }
}

TEST_CASE("alarm life: registering a device makes it another identity") {
    Detecting test;
    test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":1}})");
    test.run_to(300);
    test.number("client", "5");
    must(test.engine, "CreateThing", R"({"thingName":"client"})");
    test.run_to(600);
    test.number("client", "6");
    // Two separate violations of one name; the old one gets no datapoints and ends after two days.
    CHECK(test.engine.world().active_violations.size() == 2);
    test.run_to(900);
    test.number("client", "0");
    CHECK(test.engine.world().active_violations.size() == 1);
    CHECK(test.events() == "in-alarm@300 in-alarm@600 alarm-cleared@900");
    test.run_to(50 * 3600);
    CHECK(test.engine.world().active_violations.empty());
}

TEST_CASE("alarm life: unregistered devices are reached by two of the four targets") {
    for (const auto& [target, reached] : {std::pair{"all/things", true},
                                          {"all/unregistered-things", true},
                                          {"all/registered-things", false}}) {
        CAPTURE(target);
        Detecting test;
        must(test.engine, "CreateSecurityProfile",
             R"({"securityProfileName":"p","behaviors":[{"name":"b","metric":"n","criteria":)"
             R"({"comparisonOperator":"less-than","value":{"number":1}}}]})");
        test.attach(target);
        test.run_to(300);
        test.number("client", "5");
        CHECK(test.in_alarm() == reached);
    }
}

TEST_CASE("alarm life: edited criteria count from the next datapoint, and keep the alarm or not") {
    const std::string milder =
        R"({"comparisonOperator":"less-than","value":{"count":100},"durationSeconds":300,)"
        R"("consecutiveDatapointsToClear":2})";
    Alarmed test;
    SUBCASE("kept") {
        test.update(test.behavior("b", milder));
        CHECK(test.in_alarm());
        test.check_rows(R"(
            t+600 sent=54 -> alarm
            t+900 sent=54 -> normal)");
    }
    SUBCASE("invalidated") {
        test.set("behaviorEdit", "invalidate");
        test.update(test.behavior("b", milder));
        CHECK_FALSE(test.in_alarm());
    }
    SUBCASE("counters start anew") {
        test.update(test.behavior("b", milder));
        test.measure(600, "sent=54");
        test.update(test.behavior("b", std::string(kAtMost9).substr(0, kAtMost9.size() - 1) +
                                           R"(,"consecutiveDatapointsToClear":2})"));
        test.check_rows(R"(
            t+900  sent=1 -> alarm
            t+1200 sent=1 -> normal)");
    }
}

TEST_CASE("alarm life: a gap between datapoints is none to the counters, unless it is set so") {
    const auto run = [](const char* effect) {
        Detecting test;
        test.set("gapEffect", effect);
        test.watch(
            "aws:num-messages-sent",
            R"({"comparisonOperator":"less-than","value":{"count":10},"durationSeconds":300,)"
            R"("consecutiveDatapointsToAlarm":2})");
        test.measure(300, "sent=54");
        test.measure(1500, "sent=54");
        return test.in_alarm();
    };
    CHECK(run("none"));
    CHECK_FALSE(run("reset"));
}

TEST_CASE("alarm life: suppressed alerts keep SNS alone from hearing of it") {
    const std::string targets =
        R"("alertTargets":{"SNS":{"alertTargetArn":"arn:aws:sns:us-east-1:123456789012:t",)"
        R"("roleArn":"arn:aws:iam::123456789012:role/sns"}})";
    for (const bool suppressed : {false, true}) {
        CAPTURE(suppressed);
        Detecting test;
        test.watch("aws:num-messages-sent", std::string(kAtMost9),
                   suppressed ? ",\"suppressAlerts\":true" : "");
        must(test.engine, "UpdateSecurityProfile",
             "{\"securityProfileName\":\"p\"," + targets + "}");
        test.measure(300, "sent=54");
        test.measure(600, "sent=1");
        std::size_t sns = 0;
        std::size_t findings = 0;
        for (const auto entry : test.engine.world().messages) {
            sns += entry.value.channel == MessageChannel::Sns;
            findings += entry.value.channel == MessageChannel::SecurityHub;
        }
        CHECK(sns == (suppressed ? 0 : 2));
        CHECK(findings == 2);
        CHECK(test.events() == "in-alarm@300 alarm-cleared@600");
    }
}

TEST_CASE("alarm life: SNS hears of all three events, in milliseconds") {
    Detecting test;
    test.watch("aws:num-messages-sent", std::string(kAtMost9));
    must(test.engine, "UpdateSecurityProfile",
         R"({"securityProfileName":"p","alertTargets":{"SNS":{"alertTargetArn":)"
         R"("arn:aws:sns:us-east-1:123456789012:t","roleArn":)"
         R"("arn:aws:iam::123456789012:role/sns"}}})");
    test.measure(300, "sent=54");
    test.measure(600, "sent=1");
    test.measure(900, "sent=54");
    test.run_to(901);
    test.detach("all/things");
    const std::string body = must(test.engine, "ListMessages", R"({"channel":"SNS"})");
    const auto tree = read_json_strict(body);
    std::string types;
    const auto list = tree->find(0, "messages");
    for (auto i = tree->first(list); i != tree->end(list); i = tree->node(i).next) {
        const auto message = tree->find(i, "body");
        types += std::string(tree->node(tree->find(message, "violationEventType")).text) + " ";
        CHECK(tree->node(tree->find(message, "thingName")).text == "lamp");
        CHECK(tree->node(tree->find(message, "violationEventTime")).integer % 1000 == 0);
        CHECK(tree->node(tree->find(message, "violationEventTime")).integer > test.at(0).ms);
    }
    CHECK(types == "alarm-invalidated in-alarm alarm-cleared in-alarm ");
}

TEST_CASE("alarm life: CloudWatch counts every evaluation, zeros too") {
    Alarmed test;
    test.measure(600, "sent=54");
    test.measure(900, "sent=1");
    const std::string body = must(test.engine, "ListAlarmCounts", "{}");
    const auto tree = read_json_strict(body);
    std::string counts;
    const auto list = tree->find(0, "counts");
    for (auto i = tree->first(list); i != tree->end(list); i = tree->node(i).next) {
        for (const auto name : {"violations", "violationsCleared", "violationsInvalidated"})
            counts += std::to_string(tree->node(tree->find(i, name)).integer);
        counts += " ";
    }
    CHECK(counts == "010 000 100 ");
}

TEST_CASE("alarm life: a finding of Security Hub is archived when its alarm ends") {
    Alarmed test;
    test.measure(600, "sent=1");
    const std::string body = must(test.engine, "ListMessages", R"({"channel":"SECURITY_HUB"})");
    CHECK(body.find(R"("RecordState":"ARCHIVED")") < body.find(R"("RecordState":"ACTIVE")"));
    CHECK(body.find("Registered thing lamp is in alarm for STATIC behavior b.") !=
          std::string::npos);
    CHECK(body.find(R"("Label":"MEDIUM")") != std::string::npos);
}

TEST_CASE("alarm life: events are removed after 30 days, and an alarm that is on may stay") {
    const auto run = [](const char* ends) {
        Detecting test;
        test.set("retentionEndsAlarms", ends);
        test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":10}})");
        for (int day = 0; day <= 32; ++day) {
            test.run_to(day * 86'400 + 300);
            test.number("lamp", "54");
        }
        return test.engine.world().active_violations.size() * 10 +
               test.engine.world().violation_events.size();
    };
    CHECK(run("no") == 10);   // the alarm, and no event
    CHECK(run("yes") == 12);  // the alarm of a new violation, the end of the old one
}

TEST_CASE("alarm life: metric values are removed after 14 days") {
    Detecting test;
    test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":10}})");
    for (int day = 0; day < 20; ++day) {
        test.run_to(day * 86'400 + 300);
        test.number(day % 2 == 0 ? "lamp" : "plug", "1");
    }
    test.run_to(20 * 86'400);
    CHECK(test.engine.world().metric_values.size() == 14);
    for (const auto entry : test.engine.world().metric_values)
        CHECK(entry.key.time >= test.at(6 * 86'400));
    test.run_to(40 * 86'400);
    CHECK(test.engine.world().metric_values.empty());
}

TEST_CASE("alarm life: messages and counts are removed, too") {
    Alarmed test;
    test.set("messageRetentionDays", "2");
    test.run_to(86'400);
    CHECK(test.messages(MessageChannel::SecurityHub) == 1);
    test.run_to(20 * 86'400);
    CHECK(test.engine.world().messages.empty());
    CHECK(test.engine.world().messages_by.empty());
    CHECK(test.engine.world().alarm_counts.empty());
}

TEST_CASE("alarm life: metrics are exported to the topic of the profile, if they are to be") {
    Detecting test;
    test.profile(R"([{"name":"b","metric":"n","exportMetric":true,"criteria":)"
                 R"({"comparisonOperator":"less-than","value":{"number":10}}},)"
                 R"({"name":"c","metric":"aws:all-bytes-in","criteria":{"comparisonOperator":)"
                 R"("less-than","value":{"count":10},"durationSeconds":300}}])");
    must(test.engine, "UpdateSecurityProfile",
         R"({"securityProfileName":"p","metricsExportConfig":{"mqttTopic":"export/all",)"
         R"("roleArn":"arn:aws:iam::123456789012:role/export"}})");
    test.run_to(300);
    test.report("lamp", R"("metrics":{"network_stats":{"bytes_in":5}},)"
                        R"("custom_metrics":{"n":[{"number":2.5}]})");
    std::string exported;
    for (const auto entry : test.engine.world().messages) {
        if (entry.value.destination == "export/all") exported += entry.value.body.text;
    }
    CHECK(exported == R"({"version":"1.0","metrics":[{"name":"n","thing":"lamp",)"
                      R"("value":{"number":2.5},"version":1,"timestamp":)" +
                          std::to_string(test.at(300).ms) + "}]}");
}

TEST_CASE("alarm life: a message that the role may not publish says so") {
    Detecting test;
    test.set("undefinedRoles", "deny");
    test.watch("aws:num-messages-sent", std::string(kAtMost9));
    must(test.engine, "UpdateSecurityProfile",
         R"({"securityProfileName":"p","alertTargets":{"SNS":{"alertTargetArn":)"
         R"("arn:aws:sns:us-east-1:123456789012:t","roleArn":)"
         R"("arn:aws:iam::123456789012:role/none"}}})");
    test.measure(300, "sent=54");
    const std::string body = must(test.engine, "ListMessages", R"({"channel":"SNS"})");
    CHECK(body.find("\"remark\":") != std::string::npos);
}

TEST_CASE("alarm life: retained metrics are stored, and others are not") {
    Detecting test;
    must(test.engine, "CreateSecurityProfile",
         R"({"securityProfileName":"p","additionalMetricsToRetainV2":[{"metric":"n"}]})");
    test.attach("all/things");
    test.run_to(300);
    test.report("lamp", R"("metrics":{"network_stats":{"bytes_in":5}},)"
                        R"("custom_metrics":{"n":[{"number":2.5}]})");
    REQUIRE(test.engine.world().metric_values.size() == 1);
    CHECK(test.engine.world().metric_values.begin()->key.series == "n");
}

TEST_CASE("alarm life: without metrics Detect keeps nothing") {
    Detecting test;
    test.watch("n", R"({"comparisonOperator":"less-than","value":{"number":10}})");
    test.run_to(86'400);
    CHECK(test.engine.world().detect_rules.empty());
    CHECK(test.engine.world().detect_counters.empty());
    CHECK(test.engine.world().due.empty());
}

}  // namespace picket
