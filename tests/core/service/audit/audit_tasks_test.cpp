// Runs of audits and of mitigation. Goals: the counts of a task add up; lists of mitigation tasks
// are what a look at every task gives; data that a check has collected is gone when it is disabled.
#include <algorithm>

#include "base/random.h"
#include "core/service/audit/audit_support.h"

namespace picket {
namespace {

constexpr std::int64_t kStart = 1767225600;
const std::vector<std::string> kTaskChecks = {"DEVICE_CERTIFICATE_SHARED_CHECK",
                                              "DEVICE_CERTIFICATE_EXPIRING_CHECK",
                                              "LOGGING_DISABLED_CHECK"};

JsonTree parse(const std::string& json) {
    auto tree = read_json_strict(json);
    REQUIRE(static_cast<bool>(tree));
    return std::move(*tree);
}

std::string member(const std::string& json, std::string_view name) {
    const JsonTree tree = parse(json);
    const auto at = tree.find(0, name);
    return at == JsonTree::kNone ? std::string() : std::string(tree.node(at).text);
}

std::int64_t count(const std::string& json, std::string_view list, std::string_view name) {
    const JsonTree tree = parse(json);
    const auto at = tree.find(tree.find(0, list), name);
    REQUIRE(at != JsonTree::kNone);
    return tree.node(at).integer;
}

std::string start_audit(Engine& engine) {
    return member(must(engine, "StartOnDemandAuditTask",
                       R"({"targetCheckNames":["LOGGING_DISABLED_CHECK"]})"),
                  "taskId");
}

std::int64_t waiting(Engine& engine, const std::string& task) {
    return count(must(engine, "DescribeAuditTask", "{\"taskId\":\"" + task + "\"}"),
                 "taskStatistics", "waitingForDataCollectionChecks");
}

}  // namespace

TEST_CASE("audit tasks: a check waits for data until it has collected for as long as it takes") {
    Engine engine;
    enable_checks(engine, {"LOGGING_DISABLED_CHECK"});
    CHECK(waiting(engine, start_audit(engine)) == 1);
    must(engine, "AdvanceClock", R"({"seconds":3599})");
    CHECK(waiting(engine, start_audit(engine)) == 1);
    must(engine, "AdvanceClock", R"({"seconds":1})");
    CHECK(waiting(engine, start_audit(engine)) == 0);
    // Naming an enabled check again forgets nothing; disabling it does.
    enable_checks(engine, {"LOGGING_DISABLED_CHECK"});
    CHECK(waiting(engine, start_audit(engine)) == 0);
    must(engine, "UpdateAccountAuditConfiguration",
         R"({"auditCheckConfigurations":{"LOGGING_DISABLED_CHECK":{"enabled":false}}})");
    enable_checks(engine, {"LOGGING_DISABLED_CHECK"});
    CHECK(waiting(engine, start_audit(engine)) == 1);
}

TEST_CASE("audit tasks: the tenth on-demand audit is the last one at once") {
    Engine engine;
    enable_checks(engine, {"LOGGING_DISABLED_CHECK"});
    std::string task;
    for (int i = 0; i < 10; ++i) task = start_audit(engine);
    const std::string json = R"({"targetCheckNames":["LOGGING_DISABLED_CHECK"]})";
    const CallResult eleventh = engine.call("StartOnDemandAuditTask", json);
    REQUIRE_FALSE(eleventh.ok());
    CHECK(eleventh.error->code == ErrorCode::LimitExceeded);
    must(engine, "CancelAuditTask", "{\"taskId\":\"" + task + "\"}");
    CHECK(engine.call("StartOnDemandAuditTask", json).ok());
}

namespace {

struct Task {
    std::string id;
    std::vector<std::string> findings;  // it applies to
    std::vector<std::string> audits;
    std::int64_t start = 0;
    std::int64_t end = 0;  // 0: in progress
};

// Six findings of two audits, f0 to f5: those of even numbers are of audit-0.
void make_findings(Engine& engine) {
    for (int audit = 0; audit < 2; ++audit) {
        must(engine, "LoadDocumentedResponse",
             load_json("DescribeAuditTask", "{\"taskId\":\"audit-" + std::to_string(audit) + "\"}",
                       R"({"taskStatus":"COMPLETED","taskType":"SCHEDULED_AUDIT_TASK",)"
                       R"("taskStartTime":1767225500})"));
    }
    for (int i = 0; i < 6; ++i) {
        const std::string id = "f" + std::to_string(i);
        must(engine, "LoadDocumentedResponse",
             load_json("DescribeAuditFinding", "{\"findingId\":\"" + id + "\"}",
                       "{\"finding\":{\"findingId\":\"" + id + "\",\"taskId\":\"audit-" +
                           std::to_string(i % 2) + "\",\"checkName\":\"" +
                           kTaskChecks[static_cast<std::size_t>(i) % 3] +
                           "\",\"findingTime\":1767225510}}"));
    }
    must(engine, "CreateMitigationAction",
         R"({"actionName":"Tell","roleArn":"arn:aws:iam::123456789012:role/MitigationActions",)"
         R"("actionParams":{"publishFindingToSnsParams":{"topicArn":"arn:aws:sns:a:1:b"}}})");
}

Task start_task(Engine& engine, Random& random, int number, std::int64_t now) {
    Task task{"task-" + std::to_string(number), {}, {}, now};
    std::string target;
    if (random.below(2) == 0) {
        const auto audit = random.below(2);
        task.audits = {"audit-" + std::to_string(audit)};
        for (auto i = audit; i < 6; i += 2) task.findings.push_back("f" + std::to_string(i));
        target = "{\"auditTaskId\":\"" + task.audits[0] + "\"}";
    } else {
        for (std::uint64_t i = random.below(5), n = 0; n < 2; ++n, ++i) {
            task.findings.push_back("f" + std::to_string(i));
            task.audits.push_back("audit-" + std::to_string(i % 2));
            target += std::string(n == 0 ? "{\"findingIds\":[\"f" : "\",\"f") + std::to_string(i);
        }
        target += "\"]}";
    }
    must(engine, "StartAuditMitigationActionsTask",
         "{\"taskId\":\"" + task.id + "\",\"target\":" + target +
             ",\"auditCheckToActionsMapping\":{\"" + kTaskChecks[0] + "\":[\"Tell\"],\"" +
             kTaskChecks[1] + "\":[\"Tell\"],\"" + kTaskChecks[2] +
             "\":[\"Tell\"]},\"clientRequestToken\":\"" + task.id + "\"}");
    return task;
}

struct TaskFilter {
    std::string audit, finding, status;
    std::int64_t from = 0, to = 0;

    std::string json() const {
        std::string text = "\"startTime\":" + seconds_text(from) +
                           ",\"endTime\":" + seconds_text(to);
        if (!audit.empty()) text += ",\"auditTaskId\":\"" + audit + "\"";
        if (!finding.empty()) text += ",\"findingId\":\"" + finding + "\"";
        if (!status.empty()) text += ",\"taskStatus\":\"" + status + "\"";
        return text;
    }
    bool matches(const Task& task) const {
        const auto has = [](const auto& texts, const std::string& text) {
            return text.empty() || std::find(texts.begin(), texts.end(), text) != texts.end();
        };
        if (task.start < from || task.start > to || task.end > to) return false;
        if (!has(task.audits, audit) || !has(task.findings, finding)) return false;
        return status.empty() || (status == "CANCELED") == (task.end != 0);
    }
};

TaskFilter random_filter(Random& random, std::int64_t now) {
    TaskFilter filter;
    filter.from = kStart + random.between(0, 10);
    filter.to = std::max(filter.from, now - random.between(0, 20));
    if (random.below(3) == 0) filter.audit = "audit-" + std::to_string(random.below(3));
    if (random.below(3) == 0) filter.finding = "f" + std::to_string(random.below(7));
    if (random.below(3) == 0) filter.status = random.below(2) == 0 ? "CANCELED" : "IN_PROGRESS";
    return filter;
}

}  // namespace

TEST_CASE("audit mitigation tasks: filtered pages are what a look at every task gives") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Random random(seed, "mitigation tasks");
        Engine engine;
        must(engine, "PutSetting", R"({"name":"auditMitigationTasksInProgressMax","value":"100"})");
        make_findings(engine);
        std::vector<Task> tasks;
        std::int64_t now = kStart;
        for (int i = 0; i < 20; ++i) {
            tasks.insert(tasks.begin(), start_task(engine, random, i, now));
            const std::int64_t seconds = random.between(1, 3);
            must(engine, "AdvanceClock", "{\"seconds\":" + seconds_text(seconds) + "}");
            now += seconds;
            Task& canceled = tasks[random.pick(tasks.size())];
            if (random.below(2) == 0 || canceled.end != 0) continue;
            must(engine, "CancelAuditMitigationActionsTask",
                 "{\"taskId\":\"" + canceled.id + "\"}");
            canceled.end = now;
        }
        for (int i = 0; i < 40; ++i) {
            const TaskFilter filter = random_filter(random, now);
            CAPTURE(filter.json());
            std::vector<std::string> ids;
            for (const Task& task : tasks) {
                if (filter.matches(task)) ids.push_back(task.id);
            }
            for (const int size : {1, 3, 250}) {
                CHECK(list_all(engine, "ListAuditMitigationActionsTasks", "tasks", "taskId",
                               filter.json(), size) == ids);
            }
        }
    }
}

TEST_CASE("audit mitigation tasks: the counts of a canceled task add up") {
    Engine engine;
    make_findings(engine);
    must(engine, "StartAuditMitigationActionsTask",
         R"({"taskId":"t","target":{"auditTaskId":"audit-0"},"clientRequestToken":"t",)"
         R"("auditCheckToActionsMapping":{"DEVICE_CERTIFICATE_SHARED_CHECK":["Tell"]}})");
    must(engine, "CancelAuditMitigationActionsTask", R"({"taskId":"t"})");
    const std::string body = must(engine, "DescribeAuditMitigationActionsTask",
                                  R"({"taskId":"t"})");
    const JsonTree tree = parse(body);
    const auto statistics = tree.find(0, "taskStatistics");
    std::int64_t checks = 0;
    for (auto at = tree.first(statistics); at != tree.end(statistics); at = tree.node(at).next) {
        const auto number = [&](std::string_view name) {
            return tree.node(tree.find(at, name)).integer;
        };
        CHECK(number("totalFindingsCount") ==
              number("succeededFindingsCount") + number("failedFindingsCount") +
                  number("skippedFindingsCount") + number("canceledFindingsCount"));
        CHECK(number("totalFindingsCount") == 1);
        ++checks;
    }
    CHECK(checks == 3);
}

}  // namespace picket
