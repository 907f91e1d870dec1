// Suppressions on the clock. Goal: at every moment the list holds exactly those whose end has not
// come, in the order of their ends, both ways round. Method: random creations, updates and
// deletions between steps of time, against a plain vector.
#include <algorithm>

#include "base/random.h"
#include "core/service/audit/audit_support.h"

namespace picket {
namespace {

constexpr std::int64_t kSuppressionStart = 1767225600;
const std::vector<std::string> kSuppressedChecks = {"DEVICE_CERTIFICATE_SHARED_CHECK",
                                                    "DEVICE_CERTIFICATE_EXPIRING_CHECK"};

struct Suppression {
    std::string check;
    std::string resource;
    std::int64_t end = 0;  // 0: none
    std::string name;      // the description, which tells it in lists
};

std::string place_json(const Suppression& row) {
    return "\"checkName\":\"" + row.check + "\",\"resourceIdentifier\":" + row.resource;
}
std::string end_json(const Suppression& row) {
    return row.end == 0 ? "\"suppressIndefinitely\":true"
                        : "\"expirationDate\":" + seconds_text(row.end);
}

class Model {
public:
    Suppression* find(const Suppression& row) {
        for (Suppression& each : rows_) {
            if (each.check == row.check && each.resource == row.resource) return &each;
        }
        return nullptr;
    }
    void add(const Suppression& row) { rows_.push_back(row); }
    void remove(const Suppression& row) { rows_.erase(rows_.begin() + (find(row) - &rows_[0])); }
    void expire(std::int64_t now) {
        rows_.erase(std::remove_if(rows_.begin(), rows_.end(),
                                   [&](const auto& row) { return row.end != 0 && row.end <= now; }),
                    rows_.end());
    }
    std::vector<std::string> names(bool ascending, const std::string& check) const {
        std::vector<Suppression> kept = rows_;
        const auto end = [](const auto& row) { return row.end == 0 ? INT64_MAX : row.end; };
        std::sort(kept.begin(), kept.end(), [&](const auto& a, const auto& b) {
            if (end(a) != end(b)) return ascending ? end(a) < end(b) : end(a) > end(b);
            return a.check != b.check ? a.check < b.check : a.resource < b.resource;
        });
        std::vector<std::string> out;
        for (const auto& row : kept) {
            if (check.empty() || row.check == check) out.push_back(row.name);
        }
        return out;
    }

private:
    std::vector<Suppression> rows_;
};

void change(Engine& engine, Model& model, Suppression row, Random& random, int step) {
    row.name = "s" + std::to_string(step);
    Suppression* known = model.find(row);
    if (known == nullptr) {
        must(engine, "CreateAuditSuppression",
             "{" + place_json(row) + "," + end_json(row) + ",\"description\":\"" + row.name +
                 "\",\"clientRequestToken\":\"token-" + std::to_string(step) + "\"}");
        model.add(row);
    } else if (random.below(2) == 0) {
        must(engine, "UpdateAuditSuppression",
             "{" + place_json(row) + "," + end_json(row) + ",\"description\":\"" + row.name +
                 "\"}");
        *known = row;
    } else {
        must(engine, "DeleteAuditSuppression", "{" + place_json(row) + "}");
        model.remove(row);
    }
}

}  // namespace

TEST_CASE("audit suppressions: lists hold those whose end has not come, in the order of ends") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Random random(seed, "suppressions");
        Engine engine;
        enable_checks(engine, kSuppressedChecks);
        Model model;
        std::int64_t now = kSuppressionStart;
        for (int step = 0; step < 60; ++step) {
            CAPTURE(step);
            Suppression row;
            row.check = kSuppressedChecks[random.pick(kSuppressedChecks.size())];
            row.resource = "{\"deviceCertificateId\":\"" + certificate(random.below(6)) + "\"}";
            row.end = random.below(4) == 0 ? 0 : now + random.between(1, 30);
            change(engine, model, row, random, step);
            const std::int64_t seconds = random.between(0, 8);
            must(engine, "AdvanceClock", "{\"seconds\":" + seconds_text(seconds) + "}");
            now += seconds;
            model.expire(now);
            for (const bool ascending : {true, false}) {
                std::string filter = std::string("\"ascendingOrder\":") +
                                     (ascending ? "true" : "false");
                CHECK(list_all(engine, "ListAuditSuppressions", "suppressions", "description",
                               filter, 2) == model.names(ascending, ""));
                filter += ",\"checkName\":\"" + kSuppressedChecks[0] + "\"";
                CHECK(list_all(engine, "ListAuditSuppressions", "suppressions", "description",
                               filter, 250) == model.names(ascending, kSuppressedChecks[0]));
            }
        }
    }
}

TEST_CASE("audit suppressions: one that expires says so in the chronicle, once") {
    Engine engine;
    enable_checks(engine, kSuppressedChecks);
    const Suppression row{kSuppressedChecks[0],
                          "{\"deviceCertificateId\":\"" + certificate(1) + "\"}",
                          kSuppressionStart + 60, "s"};
    must(engine, "CreateAuditSuppression",
         "{" + place_json(row) + "," + end_json(row) + ",\"clientRequestToken\":\"t\"}");
    Suppression longer = row;
    longer.end = kSuppressionStart + 120;
    must(engine, "UpdateAuditSuppression", "{" + place_json(row) + "," + end_json(longer) + "}");
    const auto events = [&] {
        return list_page(engine, "ListChronicle", "events", "text",
                         R"("kinds":["auditSuppression.expired"])", 10, {})
            .items.size();
    };
    must(engine, "AdvanceClock", R"({"seconds":119})");
    CHECK(events() == 0);
    must(engine, "AdvanceClock", R"({"seconds":1})");
    CHECK(events() == 1);
    must(engine, "AdvanceClock", R"({"seconds":1000})");
    CHECK(events() == 1);
}

}  // namespace picket
