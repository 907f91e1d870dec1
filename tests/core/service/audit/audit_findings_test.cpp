// Lists of findings. Goal: whatever the filters, the pages of a list together are what a look at
// every finding gives, newest first. Method: random findings, random filters, three page sizes.
#include <algorithm>

#include "base/random.h"
#include "core/service/audit/audit_support.h"

namespace picket {
namespace {

constexpr std::int64_t kNow = 1767225600;
const std::vector<std::string> kFindingChecks = {"DEVICE_CERTIFICATE_SHARED_CHECK",
                                                 "DEVICE_CERTIFICATE_EXPIRING_CHECK",
                                                 "REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK"};

struct Finding {
    std::string id;
    std::string task;
    std::string check;
    std::string resource;
    std::int64_t time = 0;
    int suppressed = 0;  // 0 absent, 1 false, 2 true
};

std::string finding_json(const Finding& finding) {
    std::string json = "{\"findingId\":" + json_string(finding.id) +
                       ",\"taskId\":" + json_string(finding.task) +
                       ",\"checkName\":" + json_string(finding.check) +
                       ",\"findingTime\":" + seconds_text(finding.time) +
                       ",\"nonCompliantResource\":{\"resourceIdentifier\":" + finding.resource +
                       "}";
    if (finding.suppressed != 0)
        json += std::string(",\"isSuppressed\":") + (finding.suppressed == 2 ? "true" : "false");
    return json + "}";
}

std::vector<Finding> random_findings(Random& random) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < 40; ++i) {
        Finding finding;
        finding.id = "finding-" + std::to_string(random.below(1000)) + "-" + std::to_string(i);
        finding.task = "audit-" + std::to_string(random.below(3));
        finding.check = kFindingChecks[random.pick(kFindingChecks.size())];
        finding.resource = "{\"deviceCertificateId\":\"" + certificate(random.below(4)) + "\"}";
        finding.time = kNow - 20 + random.between(0, 19);  // so that many share a moment
        finding.suppressed = static_cast<int>(random.below(3));
        findings.push_back(std::move(finding));
    }
    return findings;
}

struct FindingFilter {
    std::string task, check, resource;
    std::int64_t from = 0, to = 0;
    int suppressed = 0;  // 0 absent, 1 false, 2 true

    std::string json() const {
        std::string text = task.empty() ? "\"startTime\":" + seconds_text(from) +
                                              ",\"endTime\":" + seconds_text(to)
                                        : "\"taskId\":" + json_string(task);
        if (!check.empty()) text += ",\"checkName\":" + json_string(check);
        if (!resource.empty()) text += ",\"resourceIdentifier\":" + resource;
        if (suppressed != 0)
            text += std::string(",\"listSuppressedFindings\":") +
                    (suppressed == 2 ? "true" : "false");
        return text;
    }
    bool matches(const Finding& finding) const {
        if (task.empty() ? finding.time < from || finding.time > to : finding.task != task)
            return false;
        if (!check.empty() && finding.check != check) return false;
        if (!resource.empty() && finding.resource != resource) return false;
        return suppressed == 0 || (suppressed == 2) == (finding.suppressed == 2);
    }
};

FindingFilter random_filter(Random& random) {
    FindingFilter filter;
    if (random.below(2) == 0) {
        filter.task = "audit-" + std::to_string(random.below(4));  // the last one has no findings
    } else {
        filter.from = kNow - 20 + random.between(0, 15);
        filter.to = filter.from + random.between(0, 10);
    }
    if (random.below(3) == 0) filter.check = kFindingChecks[random.pick(kFindingChecks.size())];
    if (random.below(3) == 0)
        filter.resource = "{\"deviceCertificateId\":\"" + certificate(random.below(5)) + "\"}";
    filter.suppressed = static_cast<int>(random.below(3));
    return filter;
}

std::vector<std::string> expected(const std::vector<Finding>& findings,
                                  const FindingFilter& filter) {
    std::vector<Finding> kept;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(kept),
                 [&](const Finding& finding) { return filter.matches(finding); });
    std::sort(kept.begin(), kept.end(), [](const Finding& a, const Finding& b) {
        return a.time != b.time ? a.time > b.time : a.id < b.id;
    });
    std::vector<std::string> ids;
    for (const Finding& finding : kept) ids.push_back(finding.id);
    return ids;
}

}  // namespace

TEST_CASE("audit findings: filtered pages are what a look at every finding gives") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        Random random(seed, "findings");
        Engine engine;
        const auto findings = random_findings(random);
        for (const Finding& finding : findings) {
            must(engine, "LoadDocumentedResponse",
                 load_json("DescribeAuditFinding",
                           "{\"findingId\":" + json_string(finding.id) + "}",
                           "{\"finding\":" + finding_json(finding) + "}"));
        }
        for (int i = 0; i < 30; ++i) {
            const FindingFilter filter = random_filter(random);
            CAPTURE(filter.json());
            const auto ids = expected(findings, filter);
            for (const int size : {1, 3, 250}) {
                CHECK(list_all(engine, "ListAuditFindings", "findings", "findingId", filter.json(),
                               size) == ids);
            }
        }
    }
}

TEST_CASE("audit findings: pages of related resources are the whole list in its order") {
    Engine engine;
    Finding finding{"f", "audit-1", kFindingChecks[0],
                    "{\"deviceCertificateId\":\"" + certificate(1) + "\"}", kNow - 5};
    must(engine, "LoadDocumentedResponse",
         load_json("DescribeAuditFinding", R"({"findingId":"f"})",
                   "{\"finding\":" + finding_json(finding) + "}"));
    std::string related;
    std::vector<std::string> kinds;
    for (int i = 0; i < 120; ++i) {
        const std::string kind = i % 3 == 0 ? "CLIENT_ID" : i % 3 == 1 ? "IAM_ROLE" : "IOT_POLICY";
        kinds.push_back(kind);
        related += std::string(related.empty() ? "" : ",") + "{\"resourceType\":\"" + kind + "\"}";
    }
    must(engine, "LoadDocumentedResponse",
         load_json("ListRelatedResourcesForAuditFinding", R"({"findingId":"f","maxResults":250})",
                   "{\"relatedResources\":[" + related + "]}"));
    for (const int size : {1, 7, 250}) {
        CHECK(list_all(engine, "ListRelatedResourcesForAuditFinding", "relatedResources",
                       "resourceType", R"("findingId":"f")", size) == kinds);
    }
}

TEST_CASE("audit findings: what is older than the retention is neither listed nor described") {
    Engine engine;
    const Finding finding{"f", "audit-1", kFindingChecks[0],
                          "{\"deviceCertificateId\":\"" + certificate(1) + "\"}", kNow};
    must(engine, "LoadDocumentedResponse",
         load_json("DescribeAuditFinding", R"({"findingId":"f"})",
                   "{\"finding\":" + finding_json(finding) + "}"));
    must(engine, "AdvanceClock", R"({"seconds":7776000})");  // 90 days: the last moment
    CHECK(engine.call("DescribeAuditFinding", R"({"findingId":"f"})").ok());
    CHECK(list_page(engine, "ListAuditFindings", "findings", "findingId", R"("taskId":"audit-1")",
                    10, {})
              .items.size() == 1);
    must(engine, "AdvanceClock", R"({"seconds":1})");
    CHECK_FALSE(engine.call("DescribeAuditFinding", R"({"findingId":"f"})").ok());
    CHECK(list_page(engine, "ListAuditFindings", "findings", "findingId", R"("taskId":"audit-1")",
                    10, {})
              .items.empty());
}

}  // namespace picket
