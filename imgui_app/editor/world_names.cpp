// See world_names.h.
#include "world_names.h"

#include <algorithm>

#include "picket/ascii.h"
#include "picket/model/audit_checks.h"
#include "picket/model/metric.h"

namespace picket::ui {
namespace {

enum class Form : std::uint8_t {
    Key,        // the row's key
    Arn,        // arn:aws:iot:REGION:ACCOUNT:<prefix>KEY
    OnlyArn,    // the key is an ARN
    NewestId,   // the id of a key (time, id)
    Catalogue,  // no table: what the service knows by itself
};

struct NameSource {
    std::string_view member;  // of a payload
    std::string_view holder;  // the shape it is a member of; empty: any
    std::string_view table;
    std::string_view what;
    Form form = Form::Key;
    std::string_view prefix = {};  // of an ARN
};

constexpr std::string_view kKeysOf = "{}";  // as a holder: the keys of the member, which is a map

// Several rows for one member add up.
constexpr NameSource kSources[] = {
    {"thingName", "", "things", "thing"},
    {"things", "", "things", "thing"},
    {"thingNames", "", "things", "thing"},
    {"deviceName", "", "things", "thing"},
    {"thingGroupName", "", "thingGroups", "thing group"},
    {"thingGroupNames", "", "thingGroups", "thing group"},
    {"groupName", "", "thingGroups", "thing group"},
    {"parentGroupName", "", "thingGroups", "thing group"},
    {"parentGroupNames", "", "thingGroups", "thing group"},
    {"thingGroupsToAdd", "", "thingGroups", "thing group"},
    {"thingGroupsToRemove", "", "thingGroups", "thing group"},
    {"thingTypeName", "", "thingTypes", "thing type"},
    {"actionName", "", "mitigationActions", "mitigation action"},
    {"actions", "StartDetectMitigationActionsTaskRequest", "mitigationActions",
     "mitigation action"},
    {"auditCheckToActionsMapping", "", "mitigationActions", "mitigation action"},
    {"securityProfileName", "", "securityProfiles", "security profile"},
    {"dimensionName", "", "dimensions", "dimension"},
    {"metric", "", "", "metric", Form::Catalogue},
    {"metricName", "ListMetricValuesRequest", "", "metric", Form::Catalogue},
    {"additionalMetricsToRetain", "", "", "metric", Form::Catalogue},
    {"metric", "", "customMetrics", "custom metric"},
    {"metricName", "", "customMetrics", "custom metric"},
    {"additionalMetricsToRetain", "", "customMetrics", "custom metric"},
    {"fleetName", "", "fleets", "simulated fleet"},
    {"attackId", "", "attacks", "attack"},
    {"policyName", "", "policies", "policy"},
    {"certificateId", "", "certificates", "certificate"},
    {"deviceCertificateId", "", "certificates", "certificate"},
    {"caCertificateId", "", "caCertificates", "CA certificate"},
    {"roleAlias", "", "roleAliases", "role alias"},
    {"scheduledAuditName", "", "scheduledAudits", "scheduled audit"},
    {"scheduledCallId", "", "scheduledCalls", "scheduled call"},
    {"auditTaskId", "", "auditTasks", "audit"},
    {"findingId", "", "auditFindings", "audit finding"},
    {"findingIds", "", "auditFindings", "audit finding"},
    {"auditCheckConfigurations", kKeysOf, "", "audit check", Form::Catalogue},
    {"auditCheckToActionsMapping", kKeysOf, "", "audit check", Form::Catalogue},
    {"checkName", "", "", "audit check", Form::Catalogue},
    {"targetCheckNames", "", "", "audit check", Form::Catalogue},
    {"violationIds", "", "activeViolations", "violation", Form::NewestId},
    {"violationId", "", "activeViolations", "violation", Form::NewestId},
    {"roleArn", "", "roles", "role", Form::OnlyArn},
    {"roleArnForLogging", "", "roles", "role", Form::OnlyArn},
    {"securityProfileTargetArn", "", "thingGroups", "thing group", Form::Arn, "thinggroup/"},
    {"thingGroupArn", "", "thingGroups", "thing group", Form::Arn, "thinggroup/"},
    {"thingArn", "", "things", "thing", Form::Arn, "thing/"},
    {"certificateArn", "", "certificates", "certificate", Form::Arn, "cert/"},
    {"principal", "", "certificates", "certificate", Form::Arn, "cert/"},
    {"target", "", "thingGroups", "thing group", Form::Arn, "thinggroup/"},
    {"target", "", "certificates", "certificate", Form::Arn, "cert/"},
    {"resourceArn", "", "things", "thing", Form::Arn, "thing/"},
    {"resourceArn", "", "thingGroups", "thing group", Form::Arn, "thinggroup/"},
    {"resourceArn", "", "securityProfiles", "security profile", Form::Arn, "securityprofile/"},
    {"resourceArn", "", "mitigationActions", "mitigation action", Form::Arn, "mitigationaction/"},
};

constexpr std::size_t kRowsLookedAt = 2000;

class Collector {
public:
    Collector(const World& world, std::string_view typed, std::size_t most)
        : world_(world), typed_(typed), most_(most) {}

    void collect(const NameSource& source) {
        if (source.form == Form::Catalogue) return collect_catalogue(source);
        const TableInfo* table = find_table(source.table);
        if (table == nullptr) return;
        // Keys are in order: from the first that can begin with what is typed, then from the top.
        const bool by_key = source.form == Form::Key || source.form == Form::OnlyArn;
        const std::size_t from = by_key && !typed_.empty() ? lower_place(*table) : 0;
        read(*table, source, from);
        if (from > 0) read(*table, source, 0);
    }
    std::vector<KnownName> done() {
        std::stable_partition(names_.begin(), names_.end(), [&](const KnownName& name) {
            return std::string_view(name.text).substr(0, typed_.size()) == typed_;
        });
        if (names_.size() > most_) names_.resize(most_);
        return std::move(names_);
    }

private:
    void add(std::string text, std::string_view what) {
        if (names_.size() >= 2 * most_ || !ascii::contains(text, typed_)) return;
        const auto same = [&](const KnownName& name) { return name.text == text; };
        if (std::none_of(names_.begin(), names_.end(), same))
            names_.push_back({std::move(text), what});
    }
    void collect_catalogue(const NameSource& source) {
        if (source.what == "metric") {
            for (const MetricInfo& metric : metric_catalogue())
                add(std::string(metric.name), source.what);
        } else {
            for (const AuditCheckInfo& check : kAuditChecks)
                add(std::string(check.name), source.what);
        }
    }
    void read(const TableInfo& table, const NameSource& source, std::size_t from) {
        visit_rows(table, world_, from, kRowsLookedAt, [&](const TableInfo::Row& row) {
            if (source.form == Form::NewestId)
                return add(static_cast<const NewestFirst*>(row.key)->id, source.what);
            const auto& key = *static_cast<const std::string*>(row.key);
            if (source.form != Form::Arn) return add(key, source.what);
            add("arn:aws:iot:" + world_.region + ":" + world_.account + ":" +
                    std::string(source.prefix) + key,
                source.what);
        });
    }
    std::size_t lower_place(const TableInfo& table) const {
        std::size_t low = 0, high = table.size(world_);
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            bool before = false;
            visit_rows(table, world_, middle, 1, [&](const TableInfo::Row& row) {
                before = *static_cast<const std::string*>(row.key) < typed_;
            });
            if (before)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    const World& world_;
    std::string_view typed_;
    std::size_t most_;
    std::vector<KnownName> names_;
};

}  // namespace

std::vector<KnownName> known_names(const World& world, std::string_view member,
                                   std::string_view holder, std::string_view typed,
                                   std::size_t most) {
    Collector collector(world, typed, most);
    for (const NameSource& source : kSources) {
        const bool fits = source.member == member &&
                          (source.holder == holder || (source.holder.empty() && holder != kKeysOf));
        if (fits) collector.collect(source);
    }
    return collector.done();
}

std::vector<KnownName> known_keys(const World& world, std::string_view member,
                                  std::string_view typed, std::size_t most) {
    return known_names(world, member, kKeysOf, typed, most);
}

std::string known_name(const World& world, std::string_view member, std::string_view holder) {
    const auto names = known_names(world, member, holder, {}, 1);
    return names.empty() ? std::string() : names.front().text;
}

}  // namespace picket::ui
