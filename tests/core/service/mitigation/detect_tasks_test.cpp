// Detect mitigation tasks. Goals: a task is about exactly the violations that a plain look at all
// events finds; lists of executions agree with a look at all rows, whatever the filter.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/random.h"
#include "core/service/service_support.h"

namespace picket {
namespace {

constexpr std::int64_t kNow = 1'767'225'600;

struct Violation {
    std::string behavior;
    bool suppressed = false;
    bool active = false;
    std::vector<std::int64_t> times;  // of its events
};
using Violations = std::map<std::string, Violation>;

void load(Engine& engine, const std::string& operation, const std::string& request,
          const std::string& list, const std::string& items) {
    must(engine, "LoadDocumentedResponse",
         "{\"operation\":\"" + operation + "\",\"request\":" + request + ",\"response\":{\"" +
             list + "\":[" + items + "]}}");
}

std::string violation_json(const std::string& id, const Violation& violation) {
    return "{\"violationId\":\"" + id +
           R"(","thingName":"lamp","securityProfileName":"p","behavior":{"name":")" +
           violation.behavior +
           "\",\"suppressAlerts\":" + (violation.suppressed ? "true" : "false") + "}";
}

Violations random_violations(Random& random, Engine& engine) {
    Violations violations;
    std::map<std::int64_t, std::string, std::greater<>> events;  // the newest first
    std::map<std::int64_t, std::string, std::greater<>> active;
    for (int i = 0; i < 40; ++i) {
        Violation violation;
        violation.behavior = random.pick(2) == 0 ? "b" : "c";
        violation.suppressed = random.pick(2) == 0;
        violation.active = random.pick(2) == 0;
        const std::int64_t raised = kNow - 1000 * (i + 1);
        violation.times = {raised};
        const std::string id = "v" + std::to_string(i);
        const std::string json = violation_json(id, violation);
        const std::string at = std::to_string(raised);
        events[raised] = json + R"(,"violationEventType":"in-alarm","violationEventTime":)" + at +
                         "}";
        if (violation.active) {
            active[raised] = json + ",\"lastViolationTime\":" + at +
                             ",\"violationStartTime\":" + at + "}";
        } else {
            violation.times.push_back(raised + 500);
            events[raised + 500] = json + R"(,"violationEventType":"alarm-cleared",)" +
                                   "\"violationEventTime\":" + std::to_string(raised + 500) + "}";
        }
        violations[id] = violation;
    }
    const auto joined = [](const auto& items) {
        std::string out;
        for (const auto& [time, json] : items) out += (out.empty() ? "" : ",") + json;
        return out;
    };
    load(engine, "ListActiveViolations", R"({"maxResults":250})", "activeViolations",
         joined(active));
    load(engine, "ListViolationEvents",
         R"({"startTime":1767000000,"endTime":1767225600,"maxResults":250})", "violationEvents",
         joined(events));
    return violations;
}

}  // namespace

TEST_CASE("detect tasks: a task is about the violations that its target, range and flags say") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        Random random(seed, "targets");
        Engine engine;
        const Violations violations = random_violations(random, engine);
        must(engine, "CreateMitigationAction",
             R"({"actionName":"move","roleArn":"arn:aws:iam::123456789012:role/SomeRole",)"
             R"("actionParams":{"addThingsToThingGroupParams":{"thingGroupNames":["g"]}}})");
        for (int i = 0; i < 60; ++i) {
            std::set<std::string> named;
            std::string target = R"({"securityProfileName":"p","behaviorName":"b"})";
            if (random.pick(2) == 0) {
                std::string ids;
                for (int j = 0; j < 12; ++j) {
                    const std::string id = "v" + std::to_string(random.pick(50));  // some unknown
                    named.insert(id);
                    ids += (ids.empty() ? "\"" : ",\"") + id + "\"";
                }
                target = "{\"violationIds\":[" + ids + "]}";
            }
            const bool ranged = random.pick(2) == 0;
            const std::int64_t from = ranged
                                          ? kNow - 500 * static_cast<std::int64_t>(random.pick(80))
                                          : 0;
            const std::int64_t to = ranged ? from + 500 * static_cast<std::int64_t>(random.pick(40))
                                           : kNow;
            const bool only_active = random.pick(2) == 0;
            const bool suppressed = random.pick(2) == 0;
            const std::string task = "task-" + std::to_string(i);
            std::string json = "{\"taskId\":\"" + task +
                               "\",\"actions\":[\"move\"],\"target\":" + target;
            if (ranged)
                json += ",\"violationEventOccurrenceRange\":{\"startTime\":" +
                        std::to_string(from) + ",\"endTime\":" + std::to_string(to) + "}";
            if (only_active) json += ",\"includeOnlyActiveViolations\":true";
            if (suppressed) json += ",\"includeSuppressedAlerts\":true";
            CAPTURE(json);
            must(engine, "StartDetectMitigationActionsTask", json + "}");

            std::set<std::string> expected;
            for (const auto& [id, violation] : violations) {
                const bool meant = named.empty() ? violation.behavior == "b" : named.count(id) > 0;
                const bool in_range = std::any_of(
                    violation.times.begin(), violation.times.end(),
                    [&](std::int64_t time) { return from <= time && time <= to; });
                if (meant && in_range && (violation.active || !only_active) &&
                    (!violation.suppressed || suppressed))
                    expected.insert(id);
            }
            const DetectTask* row = engine.world().detect_tasks.find(task);
            REQUIRE(row != nullptr);
            const auto& found = row->violation_ids;
            CHECK(std::set<std::string>(found.begin(), found.end()) == expected);
            CHECK(found.size() == expected.size());
            CHECK((row->summary.task_status == DetectTaskStatus::Successful) == expected.empty());
            must(engine, "CancelDetectMitigationActionsTask", "{\"taskId\":\"" + task + "\"}");
        }
    }
}

TEST_CASE("detect tasks: executions are listed by task, violation, thing and time in any mixture") {
    Random random(4, "executions");
    Engine engine;
    must(engine, "PutSetting", R"({"name":"executionsTaskAndTimes","value":"accept"})");
    struct Row {
        std::string task, violation, thing, action;
        std::int64_t time;
    };
    std::vector<Row> rows;
    std::string items;
    std::int64_t time = kNow;
    for (int i = 0; i < 100; ++i) {
        time -= static_cast<std::int64_t>(random.pick(3)) * 10;
        const Row row = {"t" + std::to_string(random.pick(3)), "v" + std::to_string(random.pick(9)),
                         "d" + std::to_string(random.pick(4)), "a" + std::to_string(i), time};
        items += (items.empty() ? "" : ",") + std::string("{\"taskId\":\"") + row.task +
                 "\",\"violationId\":\"" + row.violation + "\",\"actionName\":\"" + row.action +
                 "\",\"thingName\":\"" + row.thing +
                 "\",\"executionStartDate\":" + std::to_string(time) + R"(,"status":"SUCCESSFUL"})";
        rows.push_back(row);
    }
    load(engine, "ListDetectMitigationActionsExecutions",
         R"({"startTime":1767000000,"endTime":1767225600,"maxResults":250})", "actionsExecutions",
         items);
    for (unsigned combination = 1; combination < 16; ++combination) {
        const Row wanted = rows[random.pick(rows.size())];
        const std::int64_t from = wanted.time - 200;
        const std::int64_t to = wanted.time + 200;
        std::string filter;
        const auto add = [&](unsigned bit, const std::string& json) {
            if ((combination & bit) != 0) filter += (filter.empty() ? "" : ",") + json;
        };
        add(1, "\"taskId\":\"" + wanted.task + "\"");
        add(2, "\"violationId\":\"" + wanted.violation + "\"");
        add(4, "\"thingName\":\"" + wanted.thing + "\"");
        add(8, "\"startTime\":" + std::to_string(from) + ",\"endTime\":" + std::to_string(to));
        if ((combination & 11) == 0) continue;  // neither task nor violation nor time
        std::vector<std::string> expected;
        for (const Row& row : rows) {
            if (((combination & 1) == 0 || row.task == wanted.task) &&
                ((combination & 2) == 0 || row.violation == wanted.violation) &&
                ((combination & 4) == 0 || row.thing == wanted.thing) &&
                ((combination & 8) == 0 || (from <= row.time && row.time <= to)))
                expected.push_back(row.action);
        }
        CAPTURE(filter);
        for (const int size : {1, 9, 250})
            CHECK(list_all(engine, "ListDetectMitigationActionsExecutions", "actionsExecutions",
                           "actionName", filter, size) == expected);
    }
}

}  // namespace picket
